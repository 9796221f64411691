using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Consents;
using TipSom.Domain.Services;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Referrals;

/// <summary>One provider among those judged for a request, as the choice shows it.</summary>
public sealed record ProviderRow(
    ProviderFit Fit, BilingualName Agency, BilingualName Unit, BilingualName District, PlacementRequest Request, DateTimeOffset Now)
{
    /// <summary>Days before the end of an agreement from which the choice warns.</summary>
    public const int WarnDays = 30;

    /// <summary>Every provider judged for a request, best first, with its names.</summary>
    public static async Task<IReadOnlyList<ProviderRow>> OfAsync(
        TipSomDbContext db, PlacementRequest request, Consent? consent, DateTimeOffset now, CancellationToken ct)
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
        return [.. fits.Select(f => new ProviderRow(f, names[f.Service.Id].Agency, names[f.Service.Id].Unit, names[f.Service.Id].District, request, now))];
    }

    public ProviderService Service => Fit.Service;

    /// <summary>How near it is, in words.</summary>
    public string Distance => Service.DistrictCode == Request.DistrictCode ? "same district"
        : Service.DistrictCode.StartsWith(Request.ProvinceCode + "-", StringComparison.Ordinal) ? "same province"
        : "another province";

    /// <summary>Whether it counts places at all; legal aid, for one, has none.</summary>
    public bool CountsPlaces => Service.PlacesTotal is not null || Service.Service == ServiceType.Shelter;

    public int? FreePlaces => Service.KnownFreePlaces(Now);

    /// <summary>Days left under the agreement when it ends soon; null otherwise.</summary>
    public int? EndsInDays =>
        Fit.Agreement?.InForceTo is { } end && end.DayNumber - PakistanTime.DayOf(Now).DayNumber is >= 0 and <= WarnDays and var days ? days : null;

    /// <summary>The day that belongs to a reason, where one does.</summary>
    public DateOnly? DayOf(FitProblem problem) => problem switch
    {
        FitProblem.AgreementExpired or FitProblem.AgreementEnded => Fit.Agreement?.InForceTo,
        FitProblem.AgreementNotYetInForce => Fit.Agreement?.InForceFrom,
        _ => null
    };
}
