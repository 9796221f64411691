using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Victims;

/// <summary>What a person is in the case, and was, with each reason.</summary>
[RequirePermission(Permission.LogCases)]
public sealed class RolesModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : VictimPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Line> History { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        await Db.Entry(Person).Collection(p => p.Roles).LoadAsync(ct);
        History = [.. Person.Roles.OrderByDescending(r => r.Until ?? DateTimeOffset.MaxValue).ThenByDescending(r => r.Since).Select(r => new Line(
            r, Opened(SealKinds.RoleReason, r.Id, r.SealedReason), Opened(SealKinds.RoleEndReason, r.Id, r.SealedEndReason)))];
        return null;
    }

    public void OnGet() => Input.Roles = [.. Person.Roles.Where(r => r.IsHeld).Select(r => r.Role)];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Case.MustBeOpen();
        var now = clock.GetUtcNow();
        var held = Person.Roles.Where(r => r.IsHeld).ToList();
        var (begun, ended) = (Input.Roles.Distinct().Except(held.Select(r => r.Role)).ToList(), held.FindAll(r => !Input.Roles.Contains(r.Role)));
        if (begun.Count + ended.Count == 0)
            throw new RuleBrokenException("These are the person's roles already.");
        // The new first: a person is never without any.
        foreach (var role in begun)
        {
            var id = Guid.CreateVersion7();
            Person.TakeOn(id, role, cipher.Seal(SealKinds.RoleReason, id, Input.Reason!), user.Actor, now);
        }

        foreach (var role in ended)
            Person.GiveUp(role.Role, cipher.Seal(SealKinds.RoleEndReason, role.Id, Input.Reason!), user.Actor, now);
        Case.Record(CaseEventKind.RolesChanged, user.Actor, now, Person.Position);
        await Db.SaveChangesAsync(ct);
        return ToPerson(PersonNotice.RolesChanged);
    }

    private string? Opened(string kind, Guid id, byte[]? kept) => kept is null ? null : cipher.Open<string>(kind, id, kept);

    public sealed class InputModel
    {
        public List<PersonRole> Roles { get; set; } = [];

        [Required(ErrorMessage = "Say why the role changes."), StringLength(RoleHeld.ReasonMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Reason { get; set; }
    }

    /// <summary>A role with its reasons opened.</summary>
    public sealed record Line(RoleHeld Role, string? Reason, string? EndReason);
}
