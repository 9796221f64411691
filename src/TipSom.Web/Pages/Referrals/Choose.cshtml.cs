using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Referrals;
using TipSom.Domain;
using TipSom.Domain.Coordination;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>Which provider shall take this person? Those that fit to choose from, and every other with each reason why not.</summary>
[RequirePermission(Permission.SendReferrals)]
public sealed class ChooseModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    [FromRoute]
    public int Position { get; init; }

    public string PersonUrl => $"/cases/{Number}/people/{Position}";

    public Victim Victim { get; private set; } = null!;

    public BilingualName District { get; private set; } = null!;

    public bool IsOpen { get; private set; }

    public IReadOnlyList<Need> Needs { get; private set; } = [];

    /// <summary>The need providers are sought for; null where none is recorded.</summary>
    public Need? Need { get; private set; }

    /// <summary>Who must not be parted from the person.</summary>
    public IReadOnlyList<TieView> TravelsWith { get; private set; } = [];

    public bool HasConsent { get; private set; }

    /// <summary>The referrals that have the need in hand.</summary>
    public IReadOnlyList<AskedAlready> Live { get; private set; } = [];

    /// <summary>Further providers are chosen besides those that were asked and have not answered.</summary>
    public bool AsksAsWell { get; private set; }

    /// <summary>Whether others may be asked as well: nobody has accepted yet.</summary>
    public bool MayAskOthers => Live.Count > 0 && !Live.Any(l => l.Status.IsPlaced());

    /// <summary>Those that only lack an agreement, where life is in danger and the reader may override.</summary>
    public IEnumerable<ProviderRow> Overridable =>
        user.May(Permission.OverrideAgreements) && Need is { Urgency: Urgency.Emergency } ? NotOffered.Where(r => r.Fit.Problems.All(p => p.IsOfAgreement())) : [];

    /// <summary>How the national desk stands to this need; null where a provider has it.</summary>
    public UnplacedNeed? Unplaced { get; private set; }

    /// <summary>Whether the national desk may be asked: no provider fits, or those that were asked declined.</summary>
    public bool MayAskDesk => Unplaced is { Turn: Side.Sender } && (Fitting.Count == 0 || Unplaced.Cause is UnplacedCause.Declined);

    public IReadOnlyList<ProviderRow> Fitting { get; private set; } = [];

    public IReadOnlyList<ProviderRow> NotOffered { get; private set; } = [];

    /// <param name="need">The need; the first one without a live referral where none is named.</param>
    /// <param name="also">Others shall be asked besides those that have the need already.</param>
    /// <param name="missing">Continue was pressed without a choice, or with too many.</param>
    public async Task<IActionResult> OnGetAsync(Guid? need, bool also, bool missing, CancellationToken ct)
    {
        if (!ModelState.IsValid || !RecordNumber.TryParse(Number, RecordNumber.CasePrefix, out var number))
            return NotFound();
        var found = await (
                from v in db.Victims.AsNoTracking()
                join c in db.Cases on v.CaseId equals c.Id
                join d in db.Districts on c.DistrictCode equals d.Code
                where c.Number == number && v.Position == Position && db.CaseAccess.Any(w => w.CaseId == c.Id && w.Works)
                select new
                {
                    Victim = v,
                    Needs = v.Needs.Where(n => n.EndedAt == null).ToList(),
                    c.Number,
                    IsOpen = c.Status == Domain.Cases.CaseStatus.Open,
                    c.HoldingAgencyId,
                    District = d,
                    TravelsWith = (
                        from t in db.FamilyTies
                        join o in db.Victims on t.PersonId == v.Id ? t.RelativeId : t.PersonId equals o.Id
                        where t.Until == null && t.KeepTogether && (t.PersonId == v.Id || t.RelativeId == v.Id)
                        select new { t.Kind, IsFirst = t.PersonId == v.Id, o.Position, o.Sex, o.Age.Years, o.Age.IsApproximate }).ToList(),
                    Unplaced = db.UnplacedNeeds.Where(u => u.VictimId == v.Id && u.SettledAt == null).ToList()
                })
            .AsSingleQuery().SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Number, Victim, Needs, IsOpen) = (found.Number, found.Victim, [.. found.Needs.OrderBy(n => n.Service)], found.IsOpen);
        TravelsWith = [.. found.TravelsWith.OrderBy(t => t.Position)
            .Select(t => new TieView(t.Kind, t.IsFirst, true, t.Position, t.Sex, new Age(t.Years, t.IsApproximate)))];
        District = new BilingualName(found.District.NameEn, found.District.NameUr);

        var live = await LiveReferralsAsync(ct);
        Need = need is { } id ? Needs.SingleOrDefault(n => n.Id == id) : Needs.FirstOrDefault(n => !live.Contains(n.Id)) ?? (Needs.Count > 0 ? Needs[0] : null);
        if (Need is null)
            return need is null ? Page() : NotFound();
        Live = [.. live[Need.Id]];
        Unplaced = found.Unplaced.Find(u => u.NeedId == Need.Id);
        AsksAsWell = also && Live.Count > 0 && !Live.Any(l => l.Status.IsPlaced());

        var now = clock.GetUtcNow();
        var consent = await db.Consents.AsNoTracking().Where(c => c.VictimId == Victim.Id).OrderByDescending(c => c.GivenAt).FirstOrDefaultAsync(ct);
        HasConsent = consent?.IsInForce(now) == true;
        if (!IsOpen || !HasConsent || (Live.Count > 0 && !AsksAsWell))
            return Page();

        var request = PlacementRequest.For(Victim, Need.Service, found.District.Code, found.District.ProvinceCode, found.HoldingAgencyId);
        var rows = await ProviderRow.OfAsync(db, request, consent, now, ct);
        (Fitting, NotOffered) = ([.. rows.Where(r => r.Fit.Fits)], [.. rows.Where(r => !r.Fit.Fits)]);
        if (missing)
            ModelState.AddModelError("to", texts["Choose one to {0} providers.", SendReferral.MostAskedTogether]);
        return Page();
    }

    private async Task<ILookup<Guid, AskedAlready>> LiveReferralsAsync(CancellationToken ct)
    {
        var states = Enum.GetValues<ReferralStatus>().Where(s => s.IsLive()).ToList();
        var live = await db.Referrals.Where(r => r.VictimId == Victim.Id && states.Contains(r.Status)).OrderBy(r => r.SentAt)
            .Select(r => new { r.NeedId, Asked = new AskedAlready(r.Number, r.RoundId, r.Status) }).ToListAsync(ct);
        return live.ToLookup(r => r.NeedId, r => r.Asked);
    }
}
