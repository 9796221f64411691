using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Data.Referrals;
using TipSom.Domain;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>What the provider will see, and the button that sends exactly that.</summary>
[RequirePermission(Permission.SendReferrals)]
public sealed class SendModel(TipSomDbContext db, SendReferral send, CurrentUser user, TimeProvider clock) : PageModel, IShowsRecord
{
    [FromRoute]
    public string Number { get; set; } = "";

    [FromRoute]
    public int Position { get; init; }

    [FromQuery(Name = "need")]
    public Guid NeedId { get; init; }

    [FromQuery(Name = "to")]
    public Guid ProviderServiceId { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string PersonUrl => $"/cases/{Number}/people/{Position}";

    public string ChooseUrl => $"{PersonUrl}/refer?need={NeedId}";

    public PreparedReferral Prepared { get; private set; } = null!;

    public BilingualName Provider { get; private set; } = null!;

    public BilingualName ProviderUnit { get; private set; } = null!;

    /// <summary>What is shared now; null where nothing may be.</summary>
    public NeedsView? Needs { get; private set; }

    /// <summary>What is shared after they accept; shown only once the looking is recorded.</summary>
    public IdentityDisclosure? Identity { get; private set; }

    public bool MaySend => Needs is not null && Prepared.Fit is { Fits: true } && Prepared.Case.IsOpen;

    /// <summary>Why it cannot be sent to this provider, as the domain says it.</summary>
    public IEnumerable<string> Problems => Prepared.Fit?.Problems.Select(Domain.Services.ProviderFit.Sentence) ?? [];

    /// <summary>What consent holds back, as the preview names it.</summary>
    public IEnumerable<DataCategory> HeldBack => Enum.GetValues<DataCategory>().Where(c => Prepared.Consent?.Allows(c) == false);

    public DateTimeOffset SeenBy { get; private set; }

    public DateTimeOffset AnsweredBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        // Continue was pressed without a choice.
        if (NeedId != Guid.Empty && ProviderServiceId == Guid.Empty && ModelState.IsValid)
            return RedirectToPage("Choose", new { Number, Position, need = NeedId, missing = true });
        return await LoadAsync(ct) is { } instead ? instead : await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await LoadAsync(ct) is { } instead ? instead : await ShowAsync(ct);
        if (await PrepareAsync(ct) is { } missing)
            return missing;
        var referral = await send.SendAsync(Prepared, user.Actor, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{referral.Number}?sent=true");
    }

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await PrepareAsync(ct) is { } missing)
            return missing;
        var (prepared, fit) = (Prepared, Prepared.Fit!);
        var provider =
            from u in db.Units
            join a in db.Agencies on u.AgencyId equals a.Id
            where u.Id == fit.Service.UnitId
            select new { Agency = new BilingualName(a.NameEn, a.NameUr), Unit = new BilingualName(u.NameEn, u.NameUr) };
        if (prepared.Needs is not { } needs || !fit.Fits)
        {
            var name = await provider.SingleAsync(ct);
            (Provider, ProviderUnit) = (name.Agency, name.Unit);
            return null;
        }

        var names = await (from p in provider from n in NeedsView.NamesOf(db, needs) select new { p.Agency, p.Unit, Needs = n }).SingleAsync(ct);
        (Provider, ProviderUnit, Needs) = (names.Agency, names.Unit, NeedsView.Of(needs, names.Needs));
        var clocks = await db.ReferralClocksAsync(ct);
        var now = clock.GetUtcNow();
        SeenBy = now + clocks.Allowed(prepared.Need.Urgency, ClockStep.Seen, prepared.Victim.CountsAsChild);
        AnsweredBy = now + clocks.Allowed(prepared.Need.Urgency, ClockStep.Answered, prepared.Victim.CountsAsChild);
        return null;
    }

    private async Task<IActionResult?> PrepareAsync(CancellationToken ct)
    {
        if (!RecordNumber.TryParse(Number, RecordNumber.CasePrefix, out var number)
            || await send.PrepareAsync(NeedId, ProviderServiceId, Input.Message, user.Actor, ct) is not { } prepared
            || prepared.Case.Number != number || prepared.Victim.Position != Position || prepared.Fit is null)
            return NotFound();
        (Number, Prepared) = (number, prepared);
        return null;
    }

    // Preparing opened the identity, and that is kept in the transaction that shows it; a refused post keeps nothing and so shows none.
    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        Identity = Prepared.Identity;
        return Page();
    }

    public sealed class InputModel
    {
        [StringLength(NeedsDisclosure.MessageMaxLength)]
        public string? Message { get; set; }

        [Range(typeof(bool), "true", "true", ErrorMessage = "Tick that you have checked that this is safe to send.")]
        public bool IsSafe { get; set; }
    }
}
