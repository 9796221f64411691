using TipSom.Domain.Consents;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Agreements;

/// <summary>The terms of an agreement, complete: what both sides sign, and what a version of it keeps.</summary>
/// <param name="Number">Number of the document.</param>
/// <param name="Kind">Memorandum or duty by law.</param>
/// <param name="LeadAgencyId">The agency that leads it for the state.</param>
/// <param name="ProviderAgencyId">The care provider.</param>
/// <param name="LeadSignatory">Who signed for the lead agency.</param>
/// <param name="ProviderSignatory">Who signed for the provider.</param>
/// <param name="SignedOn">Day of signature.</param>
/// <param name="InForceFrom">First day in force.</param>
/// <param name="InForceTo">Last day in force, if it has one.</param>
/// <param name="Places">Places it secures, if it names any.</param>
/// <param name="Services">Services covered.</param>
/// <param name="Groups">Groups covered.</param>
/// <param name="ProvinceCodes">Provinces covered whole.</param>
/// <param name="DistrictCodes">Single districts covered.</param>
/// <param name="ReferringAgencyIds">Agencies that may refer besides the lead agency.</param>
/// <param name="DataCategories">What may be shared under it; needs are always part of it, for without them nobody can be asked.</param>
public sealed record AgreementTerms(
    string Number,
    AgreementKind Kind,
    Guid LeadAgencyId,
    Guid ProviderAgencyId,
    string LeadSignatory,
    string ProviderSignatory,
    DateOnly SignedOn,
    DateOnly InForceFrom,
    DateOnly? InForceTo,
    int? Places,
    IReadOnlyCollection<ServiceType> Services,
    IReadOnlyCollection<VictimGroup> Groups,
    IReadOnlyCollection<string> ProvinceCodes,
    IReadOnlyCollection<string> DistrictCodes,
    IReadOnlyCollection<Guid> ReferringAgencyIds,
    IReadOnlyCollection<DataCategory> DataCategories)
{
    /// <summary>Longest number or name of a signatory, in characters.</summary>
    public const int TextMaxLength = 120;

    /// <summary>
    /// The same terms with each item once and in a fixed order. Refuses one agency bound to itself, an end before the beginning, a
    /// memorandum without an end, and terms that cover nothing.
    /// </summary>
    public AgreementTerms Checked()
    {
        if (LeadAgencyId == ProviderAgencyId)
            throw new RuleBrokenException("An agreement binds two agencies.");
        if (InForceTo is { } end && end < InForceFrom)
            throw new RuleBrokenException("An agreement cannot end before it begins.");
        if (InForceTo is null && Kind == AgreementKind.Memorandum)
            throw new RuleBrokenException("A memorandum needs a last day. Only a duty by law may have none.");
        if (Services.Count == 0 || Groups.Count == 0 || ProvinceCodes.Count + DistrictCodes.Count == 0)
            throw new RuleBrokenException("An agreement names at least one service, one group and one place.");
        return this with
        {
            Services = [.. Services.Distinct().Order()],
            Groups = [.. Groups.Distinct().Order()],
            ProvinceCodes = [.. ProvinceCodes.Distinct().Order(StringComparer.Ordinal)],
            DistrictCodes = [.. DistrictCodes.Distinct().Order(StringComparer.Ordinal)],
            ReferringAgencyIds = [.. ReferringAgencyIds.Where(id => id != LeadAgencyId).Distinct().Order()],
            DataCategories = [.. DataCategories.Append(DataCategory.Needs).Distinct().Order()]
        };
    }

    /// <summary>Whether both say the same, item by item.</summary>
    public bool SaysTheSameAs(AgreementTerms other) =>
        Services.SequenceEqual(other.Services) && Groups.SequenceEqual(other.Groups)
        && ProvinceCodes.SequenceEqual(other.ProvinceCodes) && DistrictCodes.SequenceEqual(other.DistrictCodes)
        && ReferringAgencyIds.SequenceEqual(other.ReferringAgencyIds) && DataCategories.SequenceEqual(other.DataCategories)
        && this == other with
        {
            Services = Services,
            Groups = Groups,
            ProvinceCodes = ProvinceCodes,
            DistrictCodes = DistrictCodes,
            ReferringAgencyIds = ReferringAgencyIds,
            DataCategories = DataCategories
        };
}
