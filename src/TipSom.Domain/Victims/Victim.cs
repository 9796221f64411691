using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Domain.Victims;

/// <summary>
/// A person whom a case protects or hears, as that case knows them: who may have been trafficked, a smuggled migrant, a witness, a
/// dependant (<see cref="PersonRole"/>). Valid without a suspect and without an FIR
/// (PTPA 2018, s. 2(g)). Holds no identity: names and numbers are a <see cref="VictimIdentity"/>.
/// </summary>
public sealed class Victim
{
    /// <summary>The sentence that refuses to leave a person without a role.</summary>
    public const string AlwaysARole = "A person has at least one role in the case. Choose the new one first.";

    private readonly List<Need> needs = [];
    private readonly List<RoleHeld> roles = [];
    private List<string> otherLanguageCodes = [];

    private Victim() { }

    internal Victim(Guid caseId, int position, PersonFacts facts, CaseKind kind, Actor by, DateTimeOffset now)
    {
        (Id, CaseId, Position) = (Guid.CreateVersion7(), caseId, position);
        (LanguageCode, NeedsInterpreter) = (facts.LanguageCode, facts.NeedsInterpreter);
        foreach (var role in facts.Roles.Count > 0 ? facts.Roles.Distinct() : [FirstRoleIn(kind)])
            roles.Add(new RoleHeld(Guid.CreateVersion7(), this, role, null, by, now));
        (Sex, Age, SafetyWhenLogged) = (facts.Sex, facts.Age.Checked(), facts.Safety);
        Risk = facts.Safety == Safety.NotSafe ? RiskLevel.High : RiskLevel.NotAssessed;
        foreach (var service in facts.Needs.Distinct())
            needs.Add(new Need(Id, caseId, service, facts.Safety == Safety.NotSafe ? Urgency.Emergency : Urgency.Urgent));
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Person 1, 2, 3 … of the case.</summary>
    public int Position { get; private set; }

    /// <summary>Sex as stated.</summary>
    public Sex Sex { get; private set; }

    /// <summary>Age when logged.</summary>
    public Age Age { get; private set; }

    /// <summary>Whether the person was safe when the case was logged.</summary>
    public Safety SafetyWhenLogged { get; private set; }

    /// <summary>Risk as judged; high from the start where the person was not safe.</summary>
    public RiskLevel Risk { get; private set; }

    /// <summary>The day the risk is looked at again; null where no day was set.</summary>
    public DateOnly? RiskReviewOn { get; private set; }

    /// <summary>What the age rests on; null where nobody asked.</summary>
    public AgeBasis? AgeBasis { get; private set; }

    /// <summary>Age when it happened, in years; null where it is not known.</summary>
    public int? AgeWhenExploited { get; private set; }

    /// <summary>Sex as a document prints it; null where there is none. Never decides about anything.</summary>
    public Sex? SexOnDocument { get; private set; }

    /// <summary>Country of citizenship (ISO 3166-1 alpha-2) or <see cref="PersonDescription.Stateless"/>; null where it is not known.</summary>
    public string? CitizenshipCode { get; private set; }

    /// <summary>Language the person understands (ISO 639-3), once known.</summary>
    public string? LanguageCode { get; private set; }

    /// <summary>Other languages the person speaks (ISO 639-3).</summary>
    public IReadOnlyList<string> OtherLanguageCodes => otherLanguageCodes;

    /// <summary>Whether somebody has to interpret; null where it is not known.</summary>
    public bool? NeedsInterpreter { get; private set; }

    /// <summary>Whether the address must not be told to anybody who does not need it (PTPA 2018, s. 11).</summary>
    public bool AddressIsConfidential { get; private set; }

    /// <summary>Whether a trafficker took or keeps a paper of the person (PTPA 2018, s. 4(c)).</summary>
    public bool PapersHeldByTrafficker { get; private set; }

    /// <summary>Whether any way to reach the person is safe; null where nobody asked. Which ways, is sealed with the identity.</summary>
    public bool? MayBeContacted { get; private set; }

    /// <summary>What the person is and was in the case, where it was loaded.</summary>
    public IReadOnlyList<RoleHeld> Roles => roles;

    /// <summary>What a provider must know beside sex, age and language.</summary>
    public Placement Placement { get; private set; } = Placement.NotKnown;

    /// <summary>What the person needs or needed.</summary>
    public IReadOnlyList<Need> Needs => needs;

    /// <summary>What the person needs now.</summary>
    public IEnumerable<Need> OpenNeeds => needs.Where(n => n.IsOpen);

    /// <summary>Under 18, or age not known.</summary>
    public bool CountsAsChild => Age.CountsAsChild;

    /// <summary>Under 18 when it happened; where that age is not known, as the age when registered has it.</summary>
    public bool CountedAsChildWhenExploited => AgeWhenExploited is { } years ? years < Age.Majority : CountsAsChild;

    /// <summary>The groups a provider must take.</summary>
    public IReadOnlyList<VictimGroup> Groups => VictimGroups.Of(Sex, CountsAsChild);

    /// <summary>Notes the language the person understands (ISO 639-3).</summary>
    public void Understands(string languageCode) => LanguageCode = languageCode;

    /// <summary>Notes what a provider must know to say whether there is a place.</summary>
    public void Place(Placement placement) => Placement = placement.Checked();

    /// <summary>Corrects or completes what is known of the person in clear. Refuses ages that contradict each other.</summary>
    public void Describe(PersonDescription description)
    {
        var known = description.Checked();
        (Sex, Age, AgeBasis, AgeWhenExploited) = (known.Sex, known.Age, known.AgeBasis, known.AgeWhenExploited);
        (SexOnDocument, CitizenshipCode) = (known.SexOnDocument, known.CitizenshipCode);
        (LanguageCode, otherLanguageCodes, NeedsInterpreter) = (known.LanguageCode, [.. known.OtherLanguageCodes], known.NeedsInterpreter);
    }

    /// <summary>Notes what of the sealed identity rules must know: who may hear the address, and who holds the papers.</summary>
    public void NoteIdentity(bool addressIsConfidential, bool papersHeldByTrafficker) =>
        (AddressIsConfidential, PapersHeldByTrafficker) = (addressIsConfidential, papersHeldByTrafficker);

    /// <summary>Notes whether any way to reach the person is safe.</summary>
    public void NoteContact(SafeContact contact) => MayBeContacted = contact.AllowsAnything;

    /// <summary>Takes on a further role in the case; the roles were loaded. Refuses one that is held, and one without a reason.</summary>
    /// <param name="id">Id of the new row, to which the reason is sealed.</param>
    /// <param name="role">The role.</param>
    /// <param name="sealedReason">Why, sealed.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="now">When.</param>
    public RoleHeld TakeOn(Guid id, PersonRole role, byte[] sealedReason, Actor by, DateTimeOffset now)
    {
        if (roles.Any(r => r.IsHeld && r.Role == role))
            throw new RuleBrokenException("The person holds this role already.");
        if (sealedReason.Length == 0)
            throw new RuleBrokenException("Say why the role changes.");
        var held = new RoleHeld(id, this, role, sealedReason, by, now);
        roles.Add(held);
        return held;
    }

    /// <summary>Gives up a role; the roles were loaded. Refuses one that is not held, the only one, and one without a reason.</summary>
    public void GiveUp(PersonRole role, byte[] sealedReason, Actor by, DateTimeOffset now)
    {
        if (roles.Find(r => r.IsHeld && r.Role == role) is not { } held)
            throw new RuleBrokenException("The person does not hold this role.");
        if (sealedReason.Length == 0)
            throw new RuleBrokenException("Say why the role changes.");
        if (roles.Count(r => r.IsHeld) == 1)
            throw new RuleBrokenException(AlwaysARole);
        held.End(sealedReason, by, now);
    }

    /// <summary>The role a person has whom nobody has looked at yet.</summary>
    public static PersonRole FirstRoleIn(CaseKind kind) => kind switch
    {
        CaseKind.Trafficking => PersonRole.VictimOfTrafficking,
        CaseKind.Smuggling => PersonRole.SmuggledMigrant
    };

    /// <summary>Adds a need. Refuses a service that is needed already.</summary>
    public NeedChange AddNeed(Case @case, ServiceType service, Urgency urgency, Actor by, DateTimeOffset now)
    {
        if (OpenNeeds.Any(n => n.Service == service))
            throw new RuleBrokenException("This need is on the list already. Change how urgent it is instead.");
        var written = Writing.Of(@case, by, now);
        var need = new Need(Id, CaseId, service, urgency);
        needs.Add(need);
        return new NeedChange(Guid.CreateVersion7(), need, NeedChangeKind.Added, null, written);
    }

    /// <summary>The latest judgement of the risk is the person's.</summary>
    internal void Judge(RiskAssessment assessment) => (Risk, RiskReviewOn) = (assessment.Level, assessment.ReviewOn);
}

/// <summary>What the fast page asks about one person.</summary>
/// <param name="Safety">Whether the person is safe right now.</param>
/// <param name="Sex">Sex as stated.</param>
/// <param name="Age">Age; unknown counts as a child.</param>
/// <param name="Needs">What is needed today; may be empty.</param>
public sealed record PersonFacts(Safety Safety, Sex Sex, Age Age, IReadOnlyCollection<ServiceType> Needs)
{
    /// <summary>Roles in the case; none means the one that follows the kind of the case.</summary>
    public IReadOnlyCollection<PersonRole> Roles { get; init; } = [];

    /// <summary>Language to speak with the person (ISO 639-3), where it is known at once.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>Whether somebody has to interpret; null where it is not known.</summary>
    public bool? NeedsInterpreter { get; init; }
}
