using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Domain.Victims;

/// <summary>
/// A person who may have been trafficked, or a smuggled migrant, as one case knows them. Valid without a suspect and without an FIR
/// (PTPA 2018, s. 2(g)). Holds no identity: names and numbers are a <see cref="VictimIdentity"/>.
/// </summary>
public sealed class Victim
{
    private readonly List<Need> needs = [];

    private Victim() { }

    internal Victim(Guid caseId, int position, PersonFacts facts)
    {
        (Id, CaseId, Position) = (Guid.CreateVersion7(), caseId, position);
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

    /// <summary>Language the person understands (ISO 639-3), once known.</summary>
    public string? LanguageCode { get; private set; }

    /// <summary>What a provider must know beside sex, age and language.</summary>
    public Placement Placement { get; private set; } = Placement.NotKnown;

    /// <summary>What the person needs or needed.</summary>
    public IReadOnlyList<Need> Needs => needs;

    /// <summary>What the person needs now.</summary>
    public IEnumerable<Need> OpenNeeds => needs.Where(n => n.IsOpen);

    /// <summary>Under 18, or age not known.</summary>
    public bool CountsAsChild => Age.CountsAsChild;

    /// <summary>The groups a provider must take.</summary>
    public IReadOnlyList<VictimGroup> Groups => VictimGroups.Of(Sex, CountsAsChild);

    /// <summary>Notes the language the person understands (ISO 639-3).</summary>
    public void Understands(string languageCode) => LanguageCode = languageCode;

    /// <summary>Notes what a provider must know to say whether there is a place.</summary>
    public void Place(Placement placement) => Placement = placement.Checked();

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
public sealed record PersonFacts(Safety Safety, Sex Sex, Age Age, IReadOnlyCollection<ServiceType> Needs);
