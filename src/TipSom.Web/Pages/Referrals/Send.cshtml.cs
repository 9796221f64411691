using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Data.Referrals;
using TipSom.Domain;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>What the provider will see, and the button that sends exactly that.</summary>
[RequirePermission(Permission.SendReferrals)]
public sealed class SendModel(TipSomDbContext db, SendReferral send, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel, IShowsRecord
{
    [FromRoute]
    public string Number { get; set; } = "";

    [FromRoute]
    public int Position { get; init; }

    [FromQuery(Name = "need")]
    public Guid NeedId { get; init; }

    /// <summary>The services of providers to ask, one or several.</summary>
    [FromQuery(Name = "to")]
    public List<Guid> ProviderServiceIds { get; init; } = [];

    /// <summary>Asks these besides those that have the need already.</summary>
    [FromQuery(Name = "also")]
    public bool AsWell { get; init; }

    /// <summary>A supervisor sends although no agreement covers it.</summary>
    [FromQuery(Name = "override")]
    public bool Overrides { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string PersonUrl => $"/cases/{Number}/people/{Position}";

    public string ChooseUrl => $"{PersonUrl}/refer?need={NeedId}";

    public PreparedReferrals Prepared { get; private set; } = null!;

    /// <summary>The providers, with what stands against each.</summary>
    public IReadOnlyList<AskedProvider> Providers { get; private set; } = [];

    /// <summary>What is shared now; null where nothing may be.</summary>
    public NeedsView? Needs { get; private set; }

    /// <summary>What is shared after they accept; shown only once the looking is recorded.</summary>
    public IdentityDisclosure? Identity { get; private set; }

    /// <summary>Whether the reader may send without an agreement, and says so by coming here.</summary>
    public bool MayOverride => Overrides && user.May(Permission.OverrideAgreements);

    /// <summary>The referrals that keep the need from being sent again.</summary>
    public IEnumerable<AskedAlready> InTheWay => Prepared.Asked.Where(a => !AsWell || a.Status.IsPlaced());

    /// <summary>Whether every provider chosen may be asked.</summary>
    public bool Fits => Needs is not null && Providers.All(p => p.Problems.Count == 0);

    /// <summary>What consent holds back, as the preview names it.</summary>
    public IEnumerable<DataCategory> HeldBack => Enum.GetValues<DataCategory>().Where(c => Prepared.Consent?.Allows(c) == false);

    public DateTimeOffset SeenBy { get; private set; }

    public DateTimeOffset AnsweredBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        // Continue was pressed without a choice.
        if (NeedId != Guid.Empty && ProviderServiceIds.Count is 0 or > SendReferral.MostAskedTogether && ModelState.IsValid)
            return RedirectToPage("Choose", new { Number, Position, need = NeedId, also = AsWell ? "true" : null, missing = true });
        return await LoadAsync(ct) is { } instead ? instead : await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (MayOverride && Input.OverrideReason is null)
            ModelState.AddModelError("Input.OverrideReason", texts["Write in a few words why life is in danger."]);
        if (!ModelState.IsValid)
            return await LoadAsync(ct) is { } instead ? instead : await ShowAsync(ct);
        if (await PrepareAsync(ct) is { } missing)
            return missing;
        var sent = await send.SendAsync(Prepared, user.Actor, ct, AsWell);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{sent[0].Number}?sent=true");
    }

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await PrepareAsync(ct) is { } missing)
            return missing;
        var prepared = Prepared;
        var units = prepared.Offers.Select(o => o.Fit.Service.UnitId).ToList();
        var providers =
            from u in db.Units
            join a in db.Agencies on u.AgencyId equals a.Id
            where units.Contains(u.Id)
            select new { u.Id, Agency = new BilingualName(a.NameEn, a.NameUr), Unit = new BilingualName(u.NameEn, u.NameUr) };
        if (prepared.Offers[0].Needs is { } needs)
        {
            // The names of what is shared come with those of the providers, in one statement.
            var rows = await (from p in providers from n in NeedsView.NamesOf(db, needs) select new { Provider = p, Needs = n }).ToListAsync(ct);
            Needs = NeedsView.Of(needs, rows[0].Needs);
            Name(rows.ToDictionary(r => r.Provider.Id, r => (r.Provider.Agency, r.Provider.Unit)));
        }
        else
        {
            Name((await providers.ToListAsync(ct)).ToDictionary(p => p.Id, p => (p.Agency, p.Unit)));
            return null;
        }

        var clocks = await db.ReferralClocksAsync(ct);
        var now = clock.GetUtcNow();
        SeenBy = now + clocks.Allowed(prepared.Need.Urgency, ClockStep.Seen, prepared.Victim.CountsAsChild);
        AnsweredBy = now + clocks.Allowed(prepared.Need.Urgency, ClockStep.Answered, prepared.Victim.CountsAsChild);
        return null;
    }

    private void Name(Dictionary<Guid, (BilingualName Agency, BilingualName Unit)> names) => Providers =
    [
        .. Prepared.Offers.Select(o => new AskedProvider(
            names[o.Fit.Service.UnitId].Agency, names[o.Fit.Service.UnitId].Unit,
            [.. (MayOverride ? o.Blocking.Where(p => !p.IsOfAgreement()) : o.Blocking).Select(ProviderFit.Sentence)]))
    ];

    private async Task<IActionResult?> PrepareAsync(CancellationToken ct)
    {
        if (!RecordNumber.TryParse(Number, RecordNumber.CasePrefix, out var number)
            || await send.PrepareAsync(
                NeedId, ProviderServiceIds, Input.Message, user.Actor, ct, MayOverride ? Input.OverrideReason : null) is not { } prepared
            || prepared.Case.Number != number || prepared.Victim.Position != Position)
            return NotFound();
        (Number, Prepared) = (number, prepared);
        return null;
    }

    // Preparing opened the identity, and that is kept in the transaction that shows it; a refused post keeps nothing and so shows none.
    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        Identity = Prepared.Offers[0].Identity;
        return Page();
    }

    public sealed class InputModel
    {
        [StringLength(NeedsDisclosure.MessageMaxLength)]
        public string? Message { get; set; }

        [StringLength(Referral.NoteMaxLength)]
        public string? OverrideReason { get; set; }

        [Range(typeof(bool), "true", "true", ErrorMessage = "Tick that you have checked that this is safe to send.")]
        public bool IsSafe { get; set; }
    }

    /// <summary>A provider that would be asked, and why it cannot be.</summary>
    public sealed record AskedProvider(BilingualName Agency, BilingualName Unit, IReadOnlyList<string> Problems);
}
