using TipSom.Domain.Victims;

namespace TipSom.Domain.Services;

/// <summary>A service a provider's unit offers: where, to whom, and how many places.</summary>
public sealed class ProviderService
{
    /// <summary>A count of free places older than this reads "not known".</summary>
    public static readonly TimeSpan PlacesGoStaleAfter = TimeSpan.FromHours(24);

    private List<VictimGroup> groups = [];

    private ProviderService() { }

    /// <summary>Offers a service at a unit.</summary>
    public ProviderService(
        Guid agencyId, Guid unitId, ServiceType service, string districtCode, IEnumerable<VictimGroup> groups, int? minAge = null, int? maxAge = null)
    {
        (Id, AgencyId, UnitId, Service, DistrictCode) = (Guid.CreateVersion7(), agencyId, unitId, service, districtCode);
        (MinAge, MaxAge) = (minAge, maxAge);
        this.groups.AddRange(groups.Distinct());
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The provider.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>The unit that answers referrals for it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>What is offered.</summary>
    public ServiceType Service { get; private set; }

    /// <summary>District where it is offered.</summary>
    public string DistrictCode { get; private set; } = "";

    /// <summary>Groups it takes.</summary>
    public IReadOnlyList<VictimGroup> Groups => groups;

    /// <summary>Youngest age taken, in years; null for no limit.</summary>
    public int? MinAge { get; private set; }

    /// <summary>Oldest age taken, in years; null for no limit.</summary>
    public int? MaxAge { get; private set; }

    /// <summary>Places in all; null for a service that has none, such as legal aid.</summary>
    public int? PlacesTotal { get; private set; }

    /// <summary>Free places as last confirmed.</summary>
    public int? PlacesFree { get; private set; }

    /// <summary>When the free places were confirmed.</summary>
    public DateTimeOffset? PlacesConfirmedAt { get; private set; }

    /// <summary>Confirms the places.</summary>
    public void ConfirmPlaces(int total, int free, DateTimeOffset now)
    {
        if (total < 0 || free < 0 || free > total)
            throw new RuleBrokenException("Free places are between 0 and the places in all.");
        (PlacesTotal, PlacesFree, PlacesConfirmedAt) = (total, free, now);
    }

    /// <summary>Free places if confirmed within <see cref="PlacesGoStaleAfter"/>; null when not known.</summary>
    public int? KnownFreePlaces(DateTimeOffset now) => PlacesConfirmedAt is { } at && now - at <= PlacesGoStaleAfter ? PlacesFree : null;
}
