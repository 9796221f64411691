using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Agreements;

/// <summary>
/// What binds a lead agency and a care provider. A referral is sent, and accepted, only under an agreement in force that day in
/// Asia/Karachi which covers the service, the district and the person's group; the database refuses it too.
/// </summary>
public sealed class Agreement
{
    /// <summary>Longest reason for a suspension, an end or a refusal, in characters.</summary>
    public const int ReasonMaxLength = 500;

    /// <summary>What is said where the days of one pair would overlap.</summary>
    public const string DaysTaken = "Another agreement binds these two agencies on some of these days. Change that one, or choose other days.";

    /// <summary>What is said where another agreement has the number.</summary>
    public const string NumberTaken = "Another agreement has this number.";

    /// <summary>What is said where a change is proposed while another waits.</summary>
    public const string ChangeWaits = "A proposal waits for approval. Both sides decide on it first.";

    private readonly List<AgreementVersion> versions = [];
    private List<ServiceType> services = [];
    private List<VictimGroup> groups = [];
    private List<string> provinceCodes = [];
    private List<string> districtCodes = [];
    private List<Guid> referringAgencyIds = [];
    private List<DataCategory> dataCategories = [];

    private Agreement() { }

    /// <summary>Registers an agreement that both sides signed on paper before the portal knew it. Refuses terms that are not whole.</summary>
    public Agreement(AgreementTerms terms)
    {
        Begin(terms.Checked());
        versions.Add(AgreementVersion.OnPaper(this));
    }

    /// <summary>Proposes a new agreement, which covers nothing until both sides have approved it. Refuses terms that are not whole.</summary>
    public static Agreement Propose(AgreementTerms terms, Actor by, DateTimeOffset now)
    {
        var agreement = new Agreement();
        agreement.Begin(terms.Checked());
        agreement.Status = AgreementStatus.Proposed;
        agreement.versions.Add(AgreementVersion.Propose(agreement.Id, 1, agreement.Terms, by, now));
        return agreement;
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number of the document, such as MOU/FIA/2026/014.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Memorandum or duty by law.</summary>
    public AgreementKind Kind { get; private set; }

    /// <summary>Which version of its terms these are, from 1.</summary>
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

    /// <summary>What people decided about it.</summary>
    public AgreementStatus Status { get; private set; }

    /// <summary>Why it was suspended or ended.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>When it was suspended, resumed or ended; null where it never was.</summary>
    public DateTimeOffset? StatusSince { get; private set; }

    /// <summary>Who suspended, resumed or ended it.</summary>
    public string? StatusByName { get; private set; }

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

    /// <summary>What may be shared under it, as far as consent allows it too.</summary>
    public IReadOnlyList<DataCategory> DataCategories => dataCategories;

    /// <summary>Every version of its terms that was ever proposed, with who decided on it.</summary>
    public IReadOnlyList<AgreementVersion> Versions => versions;

    /// <summary>The version both sides are asked to approve; null where none waits.</summary>
    public AgreementVersion? Awaiting => versions.SingleOrDefault(v => v.Status == AgreementVersionStatus.Proposed);

    /// <summary>Its terms in force, or proposed where none are yet.</summary>
    public AgreementTerms Terms => new(
        Number, Kind, LeadAgencyId, ProviderAgencyId, LeadSignatory, ProviderSignatory, SignedOn, InForceFrom, InForceTo, Places,
        [.. services], [.. groups], [.. provinceCodes], [.. districtCodes], [.. referringAgencyIds], [.. dataCategories]);

    /// <summary>Whether it lets the category be shared.</summary>
    public bool Permits(DataCategory category) => dataCategories.Contains(category);

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
        AgreementStatus.Proposed or AgreementStatus.Refused => AgreementProblem.NotApproved,
        AgreementStatus.Suspended => AgreementProblem.Suspended,
        AgreementStatus.Ended => AgreementProblem.Ended,
        AgreementStatus.Signed when day < InForceFrom => AgreementProblem.NotYetInForce,
        AgreementStatus.Signed when day > InForceTo => AgreementProblem.Expired,
        AgreementStatus.Signed => null
    };

    /// <summary>
    /// Proposes other terms, complete; those in force bind until both sides have approved the new ones. Refuses while a proposal waits,
    /// after the end, other parties, and terms that change nothing.
    /// </summary>
    public AgreementVersion ProposeChange(AgreementTerms terms, Actor by, DateTimeOffset now)
    {
        RefuseWhenOver();
        if (Awaiting is not null)
            throw new RuleBrokenException(ChangeWaits);
        if (terms.LeadAgencyId != LeadAgencyId || terms.ProviderAgencyId != ProviderAgencyId)
            throw new RuleBrokenException("A change keeps both agencies. Propose a new agreement for another pair.");
        var whole = terms.Checked();
        if (whole.SaysTheSameAs(Terms))
            throw new RuleBrokenException("These are the terms in force. Nothing would change.");
        var proposed = AgreementVersion.Propose(Id, versions.Max(v => v.Version) + 1, whole, by, now);
        versions.Add(proposed);
        return proposed;
    }

    /// <summary>One side approves the version it has read. The terms bind once both have.</summary>
    public void Approve(AgreementSide side, int version, Actor by, DateTimeOffset now)
    {
        var proposed = Asked(version);
        proposed.Approve(side, by, now);
        if (proposed.Status != AgreementVersionStatus.Approved)
            return;
        Take(proposed.Terms);
        Version = proposed.Version;
        if (Status == AgreementStatus.Proposed)
            Status = AgreementStatus.Signed;
    }

    /// <summary>One side refuses the version it has read, with a reason. What was in force before stays in force.</summary>
    public void Refuse(AgreementSide side, int version, string reason, Actor by, DateTimeOffset now)
    {
        Asked(version).Refuse(side, reason, by, now);
        if (Status == AgreementStatus.Proposed)
            Status = AgreementStatus.Refused;
    }

    /// <summary>Stops new referrals until further notice; care goes on.</summary>
    public void Suspend(string reason, Actor by, DateTimeOffset now) => Become(
        AgreementStatus.Suspended, AgreementStatus.Signed, "Only a signed agreement can be suspended.", reason, by, now);

    /// <summary>Lets referrals rest on it again, as far as its days allow.</summary>
    public void Resume(string reason, Actor by, DateTimeOffset now) => Become(
        AgreementStatus.Signed, AgreementStatus.Suspended, "Only a suspended agreement can be resumed.", reason, by, now);

    /// <summary>
    /// Ends it early, with a reason: no new referral rests on it from now on, care goes on. The last day kept is
    /// <paramref name="lastDay"/>, never before its first day nor after the last day it was signed for.
    /// </summary>
    public void End(DateOnly lastDay, string reason, Actor by, DateTimeOffset now)
    {
        RefuseWhenOver();
        Become(AgreementStatus.Ended, Status == AgreementStatus.Suspended ? Status : AgreementStatus.Signed, NotYetBinding, reason, by, now);
        var last = lastDay > InForceTo ? InForceTo.Value : lastDay;
        InForceTo = last < InForceFrom ? InForceFrom : last;
    }

    private const string NotYetBinding = "This agreement does not bind yet. A side that does not want it refuses it.";

    private void Become(AgreementStatus next, AgreementStatus from, string refusal, string reason, Actor by, DateTimeOffset now)
    {
        if (Status != from)
            throw new RuleBrokenException(refusal);
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleBrokenException("Write the reason in a few words.");
        (Status, StatusReason, StatusSince, StatusByName) = (next, reason, now, by.Name);
    }

    private AgreementVersion Asked(int version)
    {
        RefuseWhenOver();
        return Awaiting is { } proposed && proposed.Version == version
            ? proposed
            : throw new RuleBrokenException(AgreementVersion.Decided);
    }

    private void RefuseWhenOver()
    {
        if (Status == AgreementStatus.Ended)
            throw new RuleBrokenException("This agreement has already ended.");
        if (Status == AgreementStatus.Refused)
            throw new RuleBrokenException("This agreement was refused. Propose a new one.");
    }

    private void Begin(AgreementTerms terms)
    {
        (Id, Version, Status) = (Guid.CreateVersion7(), 1, AgreementStatus.Signed);
        (LeadAgencyId, ProviderAgencyId) = (terms.LeadAgencyId, terms.ProviderAgencyId);
        Take(terms);
    }

    private void Take(AgreementTerms terms)
    {
        (Number, Kind, SignedOn) = (terms.Number, terms.Kind, terms.SignedOn);
        (LeadSignatory, ProviderSignatory) = (terms.LeadSignatory, terms.ProviderSignatory);
        (InForceFrom, InForceTo, Places) = (terms.InForceFrom, terms.InForceTo, terms.Places);
        services = [.. terms.Services];
        groups = [.. terms.Groups];
        provinceCodes = [.. terms.ProvinceCodes];
        districtCodes = [.. terms.DistrictCodes];
        referringAgencyIds = [.. terms.ReferringAgencyIds];
        dataCategories = [.. terms.DataCategories];
    }
}
