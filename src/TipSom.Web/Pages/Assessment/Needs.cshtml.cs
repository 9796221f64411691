using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Assessment;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Assessment;

/// <summary>What the person needs, how it changed and why; adds a need.</summary>
[RequirePermission(Permission.AssessPeople)]
public sealed class NeedsModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : AssessmentPageModel(db, user, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<NeedRow> Open { get; private set; } = [];

    public IReadOnlyList<ChangeRow> Changes { get; private set; } = [];

    /// <summary>What is not needed yet.</summary>
    public IEnumerable<ServiceType> Offered => Enum.GetValues<ServiceType>().Except(Person.OpenNeeds.Select(n => n.Service));

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var referrals = await Db.Referrals.Where(r => r.VictimId == Person.Id).OrderByDescending(r => r.SentAt)
            .Select(r => new { r.NeedId, r.Number, r.Status }).ToListAsync(ct);
        Open =
        [
            .. Person.OpenNeeds.OrderBy(n => n.Urgency).ThenBy(n => n.Service).Select(n =>
                new NeedRow(n, referrals.Where(r => r.NeedId == n.Id && r.Status.IsLive()).Select(r => r.Number).FirstOrDefault()))
        ];
        var changes = await Db.NeedChanges.AsNoTracking().Where(c => c.VictimId == Person.Id).ToListAsync(ct);
        var services = Person.Needs.ToDictionary(n => n.Id, n => n.Service);
        Changes =
        [
            .. changes.OrderByDescending(c => c.Written.At).Take(MostVersions).Select(c => new ChangeRow(
                c, services[c.NeedId], c.SealedReason is { } kept ? cipher.Open<string>(SealKinds.NeedReason, c.Id, kept) : null))
        ];
        return null;
    }

    public void OnGet()
    {
        // The needs were loaded before; the form begins empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Db.Add(Person.AddNeed(Case, Input.Service!.Value, Input.Urgency!.Value, Actor, Now));
        await Db.SaveChangesAsync(ct);
        return Saved("needs");
    }

    /// <summary>A need that stands, and the referral that has it in hand.</summary>
    public sealed record NeedRow(Need Need, string? Referral);

    /// <summary>A change with its reason in words.</summary>
    public sealed record ChangeRow(NeedChange Change, ServiceType Service, string? Reason)
    {
        /// <summary>Never prints what it holds.</summary>
        public override string ToString() => nameof(ChangeRow);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose what is needed.")]
        public ServiceType? Service { get; set; }

        [Required(ErrorMessage = "Say how soon it is needed.")]
        public Urgency? Urgency { get; set; }
    }
}
