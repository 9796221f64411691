using TipSom.Domain.Victims;

namespace TipSom.Domain.Services;

/// <summary>What is looked for, without saying for whom: the question put to every provider and every agreement.</summary>
/// <param name="Service">The service needed.</param>
/// <param name="Groups">The groups the person may belong to; a provider must take all of them.</param>
/// <param name="AgeYears">Age in years; null when not known.</param>
/// <param name="DistrictCode">District where the person was found.</param>
/// <param name="ProvinceCode">Its province.</param>
/// <param name="ReferringAgencyId">The agency that would refer.</param>
public sealed record PlacementRequest(
    ServiceType Service,
    IReadOnlyList<VictimGroup> Groups,
    int? AgeYears,
    string DistrictCode,
    string ProvinceCode,
    Guid ReferringAgencyId)
{
    /// <summary>What else is known of the person; nothing where a provider is only asked whether it may still accept.</summary>
    public Placement Placement { get; init; } = Placement.NotKnown;

    /// <summary>Language the person understands (ISO 639-3), once known.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>How the place must be watched; null where that is not known.</summary>
    public SecurityLevel? Security { get; init; }

    /// <summary>What is looked for to meet a person's need.</summary>
    public static PlacementRequest For(Victim victim, ServiceType service, string districtCode, string provinceCode, Guid referringAgencyId) =>
        new(service, victim.Groups, victim.Age.Years, districtCode, provinceCode, referringAgencyId)
        {
            Placement = victim.Placement,
            LanguageCode = victim.LanguageCode,
            Security = victim.Placement.SecurityAt(victim.Risk)
        };
}
