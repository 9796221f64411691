using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Suspects;

namespace TipSom.Domain.Law;

/// <summary>One offence with which one accused is charged, and what became of it. The offences are non-compoundable: no compromise ends one (PTPA 2018, s. 9).</summary>
public sealed class Charge
{
    /// <summary>The sentence that refuses the same charge twice.</summary>
    public const string ChargedAlready = "This accused is already charged with this offence.";

    /// <summary>The sentence that refuses to charge one who is no longer suspected.</summary>
    public const string IsCleared = "This person is no longer suspected. Nobody is charged who was cleared.";

    /// <summary>The sentence that refuses a second verdict.</summary>
    public const string DecidedAlready = "This charge is already decided. Record the appeal instead.";

    /// <summary>The sentence that refuses days in disorder.</summary>
    public const string DaysInDisorder = "A charge is decided on or after its own day, and not in the future.";

    /// <summary>The sentence that refuses a sentence without a conviction, or one that is none.</summary>
    public const string SentenceWithoutConviction = "A sentence goes with a conviction, and months are fewer than twelve.";

    /// <summary>The sentence that refuses an appeal before there is a verdict.</summary>
    public const string NotDecided = "There is no verdict yet to appeal against.";

    /// <summary>Longest imprisonment that may be written, in years; life has a mark of its own.</summary>
    public const int MostYears = 99;

    private Charge() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The accused.</summary>
    public Guid SuspectId { get; private set; }

    /// <summary>The offence chosen for the case.</summary>
    public Guid CaseOffenceId { get; private set; }

    /// <summary>The day of the charge.</summary>
    public DateOnly ChargedOn { get; private set; }

    /// <summary>The court (list court_type).</summary>
    public string? CourtCode { get; private set; }

    /// <summary>What the accused pleads.</summary>
    public Plea Plea { get; private set; }

    /// <summary>What became of it.</summary>
    public Verdict Verdict { get; private set; }

    /// <summary>The day of the verdict.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Years of imprisonment.</summary>
    public int? SentenceYears { get; private set; }

    /// <summary>Months of imprisonment beside the years.</summary>
    public int? SentenceMonths { get; private set; }

    /// <summary>Whether imprisonment is for life.</summary>
    public bool IsForLife { get; private set; }

    /// <summary>Fine in rupees.</summary>
    public long? FineRupees { get; private set; }

    /// <summary>Whether the verdict was appealed.</summary>
    public Appeal Appeal { get; private set; }

    /// <summary>Who wrote the charge down.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>
    /// Charges an accused with an offence chosen for the case. Refuses an offence taken off, one who is no longer suspected, a day to come, and
    /// the same charge twice.
    /// </summary>
    public static Charge Bring(
        Case @case, Suspect suspect, CaseOffence offence, DateOnly on, string? court, IEnumerable<Charge> others, Actor by, DateOnly today)
    {
        @case.MustBeOpen();
        if (offence.CaseId != @case.Id || offence.DroppedAt is not null)
            throw new RuleBrokenException("Choose an offence of this case.");
        if (suspect.CaseId != @case.Id)
            throw new RuleBrokenException("Choose a suspect of this case.");
        if (suspect.Status == SuspectStatus.Cleared)
            throw new RuleBrokenException(IsCleared);
        if (on > today)
            throw new RuleBrokenException(DaysInDisorder);
        if (others.Any(c => c.SuspectId == suspect.Id && c.CaseOffenceId == offence.Id))
            throw new RuleBrokenException(ChargedAlready);
        return new Charge
        {
            Id = Guid.CreateVersion7(),
            CaseId = @case.Id,
            SuspectId = suspect.Id,
            CaseOffenceId = offence.Id,
            ChargedOn = on,
            CourtCode = court,
            ActorId = by.UserId,
            ActorUnitId = by.UnitId,
            ActorName = by.Name
        };
    }

    /// <summary>Notes what the accused pleads. Refuses once there is a verdict.</summary>
    public void Pleads(Case @case, Plea plea)
    {
        @case.MustBeOpen();
        if (Verdict != Verdict.Pending && plea != Plea)
            throw new RuleBrokenException(DecidedAlready);
        Plea = plea;
    }

    /// <summary>The charge is decided. Refuses a second verdict, a day before the charge or to come, and a sentence without a conviction.</summary>
    public void Decide(Case @case, Verdict verdict, DateOnly on, Sentence? sentence, DateOnly today)
    {
        @case.MustBeOpen();
        if (Verdict != Verdict.Pending || verdict == Verdict.Pending)
            throw new RuleBrokenException(DecidedAlready);
        if (on < ChargedOn || on > today)
            throw new RuleBrokenException(DaysInDisorder);
        if (sentence is not null && (verdict != Verdict.Convicted || !sentence.IsSensible))
            throw new RuleBrokenException(SentenceWithoutConviction);
        (Verdict, DecidedOn) = (verdict, on);
        (SentenceYears, SentenceMonths, IsForLife, FineRupees) = (sentence?.Years, sentence?.Months, sentence?.IsForLife ?? false, sentence?.FineRupees);
    }

    /// <summary>Says how an appeal stands. Refuses before there is a verdict.</summary>
    public void IsAppealed(Case @case, Appeal appeal)
    {
        @case.MustBeOpen();
        if (Verdict == Verdict.Pending && appeal != Appeal.None)
            throw new RuleBrokenException(NotDecided);
        Appeal = appeal;
    }
}

/// <summary>What an accused is sentenced to.</summary>
/// <param name="Years">Years of imprisonment.</param>
/// <param name="Months">Months beside the years, under twelve.</param>
/// <param name="IsForLife">Imprisonment for life.</param>
/// <param name="FineRupees">Fine in rupees.</param>
public sealed record Sentence(int? Years, int? Months, bool IsForLife, long? FineRupees)
{
    /// <summary>Whether it says something, and nothing impossible.</summary>
    public bool IsSensible => Years is null or (>= 0 and <= Charge.MostYears) && Months is null or (>= 0 and < 12) && FineRupees is null or >= 0
        && (Years > 0 || Months > 0 || IsForLife || FineRupees > 0);
}

/// <summary>What an accused pleads.</summary>
public enum Plea
{
    /// <summary>Not asked or not known.</summary>
    NotRecorded,

    /// <summary>Guilty.</summary>
    Guilty,

    /// <summary>Not guilty.</summary>
    NotGuilty
}

/// <summary>What became of a charge.</summary>
public enum Verdict
{
    /// <summary>Not decided.</summary>
    Pending,

    /// <summary>Convicted.</summary>
    Convicted,

    /// <summary>Acquitted.</summary>
    Acquitted,

    /// <summary>Discharged.</summary>
    Discharged,

    /// <summary>Withdrawn by the prosecution (CrPC s. 494).</summary>
    Withdrawn
}

/// <summary>How an appeal against a verdict stands.</summary>
public enum Appeal
{
    /// <summary>None that is known.</summary>
    None,

    /// <summary>Before the higher court.</summary>
    Pending,

    /// <summary>The verdict stands.</summary>
    Upheld,

    /// <summary>The verdict or the sentence was changed.</summary>
    Changed
}
