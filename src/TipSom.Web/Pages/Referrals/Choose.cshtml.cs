using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>Which provider shall take this person? Those that fit to choose from, and every other with each reason why not.</summary>
[RequirePermission(Permission.SendReferrals)]
public sealed class ChooseModel(TipSomDbContext db, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel
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

    public bool HasConsent { get; private set; }

    /// <summary>Number of the referral that has the need in hand.</summary>
    public string? LiveReferral { get; private set; }

    public IReadOnlyList<ProviderRow> Fitting { get; private set; } = [];

    public IReadOnlyList<ProviderRow> NotOffered { get; private set; } = [];

    /// <param name="need">The need; the first one without a live referral where none is named.</param>
    /// <param name="missing">Continue was pressed without a choice.</param>
    public async Task<IActionResult> OnGetAsync(Guid? need, bool missing, CancellationToken ct)
    {
        if (!ModelState.IsValid || !RecordNumber.TryParse(Number, RecordNumber.CasePrefix, out var number))
            return NotFound();
        var found = await (
                from v in db.Victims.AsNoTracking()
                join c in db.Cases on v.CaseId equals c.Id
                join d in db.Districts on c.DistrictCode equals d.Code
                where c.Number == number && v.Position == Position
                select new { Victim = v, Needs = v.Needs.ToList(), c.Number, IsOpen = c.Status == Domain.Cases.CaseStatus.Open, c.HoldingAgencyId, District = d })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Number, Victim, Needs, IsOpen) = (found.Number, found.Victim, [.. found.Needs.OrderBy(n => n.Service)], found.IsOpen);
        District = new BilingualName(found.District.NameEn, found.District.NameUr);

        var live = await LiveReferralsAsync(ct);
        Need = need is { } id ? Needs.SingleOrDefault(n => n.Id == id) : Needs.FirstOrDefault(n => !live.ContainsKey(n.Id)) ?? (Needs.Count > 0 ? Needs[0] : null);
        if (Need is null)
            return need is null ? Page() : NotFound();
        LiveReferral = live.GetValueOrDefault(Need.Id);

        var now = clock.GetUtcNow();
        var consent = await db.Consents.AsNoTracking().Where(c => c.VictimId == Victim.Id).OrderByDescending(c => c.GivenAt).FirstOrDefaultAsync(ct);
        HasConsent = consent?.IsInForce(now) == true;
        if (!IsOpen || !HasConsent || LiveReferral is not null)
            return Page();

        var request = PlacementRequest.For(Victim, Need.Service, found.District.Code, found.District.ProvinceCode, found.HoldingAgencyId);
        await MatchAsync(request, consent!, now, ct);
        if (missing)
            ModelState.AddModelError("to", texts["Choose a provider."]);
        return Page();
    }

    private Task<Dictionary<Guid, string>> LiveReferralsAsync(CancellationToken ct)
    {
        var states = Enum.GetValues<ReferralStatus>().Where(s => s.IsLive()).ToList();
        return db.Referrals.Where(r => r.VictimId == Victim.Id && states.Contains(r.Status))
            .Select(r => new { r.NeedId, r.Number }).ToDictionaryAsync(r => r.NeedId, r => r.Number, ct);
    }

    private async Task MatchAsync(PlacementRequest request, Consent consent, DateTimeOffset now, CancellationToken ct)
    {
        var fits = await db.MatchAsync(request, consent, now, ct);
        var ids = fits.Select(f => f.Service.Id).ToList();
        var names = await (
                from s in db.ProviderServices
                join u in db.Units on s.UnitId equals u.Id
                join a in db.Agencies on s.AgencyId equals a.Id
                join d in db.Districts on s.DistrictCode equals d.Code
                where ids.Contains(s.Id)
                select new
                {
                    s.Id,
                    Agency = new BilingualName(a.NameEn, a.NameUr),
                    Unit = new BilingualName(u.NameEn, u.NameUr),
                    District = new BilingualName(d.NameEn, d.NameUr)
                })
            .ToDictionaryAsync(n => n.Id, ct);
        var rows = fits.Select(f => new ProviderRow(f, names[f.Service.Id].Agency, names[f.Service.Id].Unit, names[f.Service.Id].District, request, now)).ToList();
        (Fitting, NotOffered) = ([.. rows.Where(r => r.Fit.Fits)], [.. rows.Where(r => !r.Fit.Fits)]);
    }
}
