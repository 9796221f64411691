using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Assessment;

/// <summary>The risk to a person as somebody judged it once, with the reasons and the day it is looked at again. The latest one is the person's.</summary>
public sealed class RiskAssessment
{
    /// <summary>A high risk is looked at again within this many days, unless another day is chosen.</summary>
    public const int DaysAtHigh = 7;

    /// <summary>The same for a medium risk, in days.</summary>
    public const int DaysAtMedium = 30;

    /// <summary>No review lies further ahead than this, in days.</summary>
    public const int MostDays = 365;

    private List<RiskReason> reasons = [];

    private RiskAssessment() { }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1, 2, 3 … for the person.</summary>
    public int Version { get; private set; }

    /// <summary>Who wrote it, and when.</summary>
    public Writing Written { get; private set; } = null!;

    /// <summary>The risk, as a person judged it.</summary>
    public RiskLevel Level { get; private set; }

    /// <summary>Why.</summary>
    public IReadOnlyList<RiskReason> Reasons => reasons;

    /// <summary>How the person is brought somewhere safely; asked where the risk is high.</summary>
    public SafeTransport? Transport { get; private set; }

    /// <summary>The day it is looked at again; null where the risk is low and no day was chosen.</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>Ciphertext of the note; null where none was written.</summary>
    public byte[]? SealedNote { get; private set; }

    /// <summary>The day of the next review where nobody chose one: in 7 days at high risk, in 30 at medium, none at low.</summary>
    public static DateOnly? ReviewAfter(RiskLevel level, DateOnly today) => level switch
    {
        RiskLevel.High => today.AddDays(DaysAtHigh),
        RiskLevel.Medium => today.AddDays(DaysAtMedium),
        RiskLevel.Low or RiskLevel.NotAssessed => null
    };

    /// <summary>
    /// Keeps a judgement and makes it the person's. Refuses a level nobody chose, a high or medium one without a reason, a high one without
    /// a word on transport, and a review that is past or more than a year ahead.
    /// </summary>
    public static RiskAssessment Record(
        Guid id, Case @case, Victim victim, RiskFacts facts, byte[]? sealedNote, Versions versions, Actor by, DateOnly today, DateTimeOffset now)
    {
        facts.Check(today);
        var assessment = new RiskAssessment
        {
            Id = id,
            VictimId = victim.Id,
            CaseId = victim.CaseId,
            Version = versions.Next,
            Written = Writing.Of(@case, by, now),
            Level = facts.Level,
            reasons = [.. facts.Reasons.Distinct().Order()],
            Transport = facts.Level == RiskLevel.High ? facts.Transport : null,
            ReviewOn = facts.ReviewOn ?? ReviewAfter(facts.Level, today),
            SealedNote = sealedNote
        };
        victim.Judge(assessment);
        return assessment;
    }
}

/// <summary>What was answered about the risk.</summary>
/// <param name="Level">The risk, as a person judged it.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Transport">How the person is brought somewhere safely.</param>
/// <param name="ReviewOn">The day it is looked at again; null for the usual one.</param>
public sealed record RiskFacts(RiskLevel Level, IReadOnlyCollection<RiskReason> Reasons, SafeTransport? Transport, DateOnly? ReviewOn)
{
    internal void Check(DateOnly today)
    {
        if (Level == RiskLevel.NotAssessed)
            throw new RuleBrokenException("Choose how high the risk is.");
        if (Level is RiskLevel.High or RiskLevel.Medium && Reasons.Count == 0)
            throw new RuleBrokenException("Say why: choose at least one reason.");
        if (Level == RiskLevel.High && Transport is null)
            throw new RuleBrokenException("The risk is high. Say how the person is brought somewhere safely.");
        if (ReviewOn < today || ReviewOn > today.AddDays(RiskAssessment.MostDays))
            throw new RuleBrokenException("Choose a day to come, within a year.");
    }
}

/// <summary>Why somebody is at risk.</summary>
public enum RiskReason
{
    /// <summary>The offender knows where the person lives or stays.</summary>
    KnowsAddress,

    /// <summary>Threats were made.</summary>
    Threats,

    /// <summary>The telephone may be traced.</summary>
    PhoneTraced,

    /// <summary>The offender has a weapon.</summary>
    Weapon,

    /// <summary>Somebody of the family is involved.</summary>
    FamilyInvolved,

    /// <summary>The offender is free.</summary>
    OffenderFree,

    /// <summary>The person may harm herself or himself.</summary>
    SelfHarm,

    /// <summary>Something else, told in the note.</summary>
    Other
}

/// <summary>How a person at high risk is brought somewhere safely.</summary>
public enum SafeTransport
{
    /// <summary>The police bring the person.</summary>
    PoliceEscort,

    /// <summary>The provider fetches the person.</summary>
    ProviderFetches,

    /// <summary>A trusted person comes along.</summary>
    TrustedPerson,

    /// <summary>The person is in a safe place and need not travel.</summary>
    NoTravel,

    /// <summary>Not arranged yet.</summary>
    NotArranged
}
