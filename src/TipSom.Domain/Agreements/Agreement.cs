using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Agreements;

/// <summary>
/// What binds a lead agency and a care provider. A referral is sent, and accepted, only under an agreement in force that day in
/// Asia/Karachi which covers the service, the district and the person's group; the database refuses it too.
/// </summary>
public sealed class Agreement
{
    private List<ServiceType> services = [];
    private List<VictimGroup> groups = [];
    private List<string> provinceCodes = [];
    private List<string> districtCodes = [];
    private List<Guid> referringAgencyIds = [];

    private Agreement() { }

    /// <summary>Registers an agreement. Refuses one that ends before it begins or covers nothing.</summary>
    public Agreement(AgreementTerms terms)
    {
        if (terms.InForceTo is { } end && end < terms.InForceFrom)
            throw new RuleBrokenException("An agreement cannot end before it begins.");
        if (terms.Services.Count == 0 || terms.Groups.Count == 0 || terms.ProvinceCodes.Count + terms.DistrictCodes.Count == 0)
            throw new RuleBrokenException("An agreement names at least one service, one group and one place.");
        (Id, Number, Kind, Version) = (Guid.CreateVersion7(), terms.Number, terms.Kind, 1);
        (LeadAgencyId, ProviderAgencyId) = (terms.LeadAgencyId, terms.ProviderAgencyId);
        (LeadSignatory, ProviderSignatory, SignedOn) = (terms.LeadSignatory, terms.ProviderSignatory, terms.SignedOn);
        (InForceFrom, InForceTo, Places) = (terms.InForceFrom, terms.InForceTo, terms.Places);
        services.AddRange(terms.Services.Distinct());
        groups.AddRange(terms.Groups.Distinct());
        provinceCodes.AddRange(terms.ProvinceCodes.Distinct());
        districtCodes.AddRange(terms.DistrictCodes.Distinct());
        referringAgencyIds.AddRange(terms.ReferringAgencyIds.Distinct());
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number of the document, such as MOU/FIA/2026/014.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Memorandum or duty by law.</summary>
    public AgreementKind Kind { get; private set; }

    /// <summary>Which version of the agreement this is, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>The agency that leads it for the state.</summary>
    public Guid LeadAgencyId { get; private set; }

    /// <summary>The care provider.</summary>
    public Guid ProviderAgencyId { get; private set; }

    /// <summary>Who signed for the lead agency.</summary>
    public string LeadSignatory { get; private set; } = "";

    /// <summary>Who signed for the provider.</summary>
    public string ProviderSignatory { get; private set; } = "";

    /// <summary>Day of signature.</summary>
    public DateOnly SignedOn { get; private set; }

    /// <summary>First day in force, Asia/Karachi.</summary>
    public DateOnly InForceFrom { get; private set; }

    /// <summary>Last day in force, Asia/Karachi; null where it has no end (a duty by law).</summary>
    public DateOnly? InForceTo { get; private set; }

    /// <summary>Places it secures; null where it names none.</summary>
    public int? Places { get; private set; }

    /// <summary>Signed, suspended or ended.</summary>
    public AgreementStatus Status { get; private set; }

    /// <summary>Why it was suspended or ended.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>Services it covers.</summary>
    public IReadOnlyList<ServiceType> Services => services;

    /// <summary>Groups it covers.</summary>
    public IReadOnlyList<VictimGroup> Groups => groups;

    /// <summary>Provinces it covers whole.</summary>
    public IReadOnlyList<string> ProvinceCodes => provinceCodes;

    /// <summary>Single districts it covers besides.</summary>
    public IReadOnlyList<string> DistrictCodes => districtCodes;

    /// <summary>Agencies that may refer under it besides the lead agency.</summary>
    public IReadOnlyList<Guid> ReferringAgencyIds => referringAgencyIds;

    /// <summary>Everything that keeps the referral from resting on this agreement on <paramref name="day"/>; empty when it covers it.</summary>
    public IEnumerable<AgreementProblem> ProblemsWith(PlacementRequest request, DateOnly day)
    {
        if (StandingProblem(day) is { } standing)
            yield return standing;
        if (request.ReferringAgencyId != LeadAgencyId && !referringAgencyIds.Contains(request.ReferringAgencyId))
            yield return AgreementProblem.AgencyMayNotRefer;
        if (!services.Contains(request.Service))
            yield return AgreementProblem.ServiceNotCovered;
        if (!provinceCodes.Contains(request.ProvinceCode) && !districtCodes.Contains(request.DistrictCode))
            yield return AgreementProblem.DistrictNotCovered;
        if (!request.Groups.All(groups.Contains))
            yield return AgreementProblem.GroupNotCovered;
    }

    /// <summary>Whether a referral may rest on it on <paramref name="day"/> in Asia/Karachi.</summary>
    public bool Covers(PlacementRequest request, DateOnly day) => !ProblemsWith(request, day).Any();

    /// <summary>Why it is not in force on <paramref name="day"/>; null when it is.</summary>
    public AgreementProblem? StandingProblem(DateOnly day) => Status switch
    {
        AgreementStatus.Suspended => AgreementProblem.Suspended,
        AgreementStatus.Ended => AgreementProblem.Ended,
        AgreementStatus.Signed when day < InForceFrom => AgreementProblem.NotYetInForce,
        AgreementStatus.Signed when day > InForceTo => AgreementProblem.Expired,
        AgreementStatus.Signed => null
    };

    /// <summary>Stops new referrals until further notice; care goes on.</summary>
    public void Suspend(string reason) => (Status, StatusReason) = Status == AgreementStatus.Signed
        ? (AgreementStatus.Suspended, reason)
        : throw new RuleBrokenException("Only a signed agreement can be suspended.");

    /// <summary>
    /// Ends it early, with a reason: no new referral rests on it from now on, care goes on. The last day kept is
    /// <paramref name="lastDay"/>, never before its first day nor after the last day it was signed for.
    /// </summary>
    public void End(DateOnly lastDay, string reason)
    {
        if (Status == AgreementStatus.Ended)
            throw new RuleBrokenException("This agreement has already ended.");
        var last = lastDay > InForceTo ? InForceTo.Value : lastDay;
        (Status, StatusReason, InForceTo) = (AgreementStatus.Ended, reason, last < InForceFrom ? InForceFrom : last);
    }
}

/// <summary>The terms of an agreement as signed.</summary>
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
    IReadOnlyCollection<Guid> ReferringAgencyIds);
