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
    Guid ReferringAgencyId);
