using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Law;

/// <summary>Moves a case from trafficking to smuggling or back; who, when and why stay on record, and who should investigate follows.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class ReclassifyModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : LawPageModel(db, user)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Move> History { get; private set; } = [];

    public CaseKind Other => Case.Kind == CaseKind.Trafficking ? CaseKind.Smuggling : CaseKind.Trafficking;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var moves = await Db.Reclassifications.AsNoTracking().Where(r => r.CaseId == Case.Id).OrderByDescending(r => r.At).Take(50).ToListAsync(ct);
        History = [.. moves.Select(r => new Move(r, cipher.Open<string>(SealKinds.ReclassificationReason, r.Id, r.SealedReason)))];
        return null;
    }

    public void OnGet() => Input = new InputModel { To = Other };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var (id, now) = (Guid.CreateVersion7(), clock.GetUtcNow());
        // What the form was for, so that two who move the case at once do not move it there and back.
        Db.Add(Case.Reclassify(Input.To!.Value, id, cipher.Seal(SealKinds.ReclassificationReason, id, Input.Reason), CurrentUser.Actor, now));
        Law?.FollowTable(Case, CurrentUser.Actor, now);
        await Db.SaveChangesAsync(ct);
        return ToLaw(LawNotice.Reclassified);
    }

    /// <summary>One move with its reason in words.</summary>
    public sealed record Move(Reclassification Row, string Reason);

    public sealed class InputModel
    {
        [Required]
        public CaseKind? To { get; set; }

        [Required(ErrorMessage = "Write why the case falls under the other law."), StringLength(CaseLaw.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
