using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Referrals;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The provider takes the person: decides with the facts in view, and arranges the arrival.</summary>
[RequirePermission(Permission.AnswerReferrals)]
public sealed class AcceptModel(
    TipSomDbContext db, RecordCipher cipher, AcceptReferral accept, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : ReceivedPageModel(db)
{
    [BindProperty]
    public ArrivalInput Input { get; set; } = new();

    /// <summary>What the sender disclosed; null where it may not be read now.</summary>
    public NeedsView? Needs { get; private set; }

    protected override ReferralVerb Verb => ReferralVerb.Accept;

    public IReadOnlyList<Choice> Days =>
    [
        new(nameof(ArrivalDay.Now), texts["Now"], texts["Expected within an hour."]),
        new(nameof(ArrivalDay.Today), texts["Today"]),
        new(nameof(ArrivalDay.Tomorrow), texts["Tomorrow"]),
        new(nameof(ArrivalDay.Other), texts["On another day"])
    ];

    public IReadOnlyList<Choice> Places => [.. Enum.GetValues<ArrivalPlace>().Select(p => new Choice(p.ToString(), texts[ReferralLabels.Of(p)]))];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        // Row security answers whether it may be read now.
        var copy = await Db.Disclosures.AsNoTracking().Where(d => d.ReferralId == Referral.Id && d.Stage == DisclosureStage.Needs)
            .OrderByDescending(d => d.Version).Select(d => new { d.Id, d.SealedContent }).FirstOrDefaultAsync(ct);
        Needs = copy is null
            ? null
            : await NeedsView.OfAsync(Db, cipher.Open<NeedsDisclosure>(SealKinds.Disclosure, copy.Id, copy.SealedContent), ct);
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var arrival = Input.Arrival(clock.GetUtcNow(), texts, ModelState);
        var phone = Input.ReadablePhone(texts, ModelState);
        Input.DemandDirections(texts, ModelState);
        if (!ModelState.IsValid || arrival is not { } at)
            return Page();
        var details = new ArrivalDetails(Input.MeetsWho!, phone, Input.Directions);
        await accept.AcceptAsync(Referral, at, Input.Place!.Value, details, user.Actor, ct);
        await Db.SaveChangesAsync(ct);
        return ToReferral();
    }
}
