using TipSom.Data;
using TipSom.Domain.Services;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Referrals;

/// <summary>One provider among those judged for a request, as the choice shows it.</summary>
public sealed record ProviderRow(
    ProviderFit Fit, BilingualName Agency, BilingualName Unit, BilingualName District, PlacementRequest Request, DateTimeOffset Now)
{
    /// <summary>Days before the end of an agreement from which the choice warns.</summary>
    public const int WarnDays = 30;

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
