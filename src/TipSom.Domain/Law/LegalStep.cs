using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Law;

/// <summary>One step of the investigation or the trial (list legal_stage), with its day, court and note. Starts and ends time limits of the law.</summary>
public sealed class LegalStep
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 1000;

    /// <summary>The sentence that refuses a step that lies ahead.</summary>
    public const string NotYet = "This has not happened yet. Record a step once it was taken.";

    /// <summary>Code of the step that an FIR is.</summary>
    public const string Fir = "FIR";

    /// <summary>Codes of statements of a person: before the police (CrPC s. 161) and before a magistrate (s. 164).</summary>
    public static readonly IReadOnlyList<string> Statements = ["S161", "S164"];

    private LegalStep() { }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Code of the list legal_stage.</summary>
    public string Stage { get; private set; } = "";

    /// <summary>When it was taken.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>The court (list court_type), where one has it.</summary>
    public string? CourtCode { get; private set; }

    /// <summary>The person it concerns, if one.</summary>
    public Guid? VictimId { get; private set; }

    /// <summary>The accused it concerns, if one.</summary>
    public Guid? SuspectId { get; private set; }

    /// <summary>Whether it is a statement taken while the person's reflection period ran. Noted, never refused.</summary>
    public bool IsInReflection { get; private set; }

    /// <summary>Sealed note; null when nothing was written.</summary>
    public byte[]? SealedNote { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>
    /// Records a step. Refuses a closed case and a moment to come. A statement taken while the person's reflection period runs is noted as one
    /// they did not owe, and never refused.
    /// </summary>
    public static LegalStep Record(
        Guid id, Case @case, LegalStepFacts facts, ReflectionPeriod? reflection, byte[]? sealedNote, Actor by, DateTimeOffset now)
    {
        @case.MustBeOpen();
        if (facts.TakenAt > now)
            throw new RuleBrokenException(NotYet);
        return new LegalStep
        {
            Id = id,
            CaseId = @case.Id,
            Stage = facts.Stage,
            TakenAt = facts.TakenAt,
            CourtCode = facts.CourtCode,
            VictimId = facts.VictimId,
            SuspectId = facts.SuspectId,
            IsInReflection = Statements.Contains(facts.Stage) && reflection?.Holds(facts.TakenOn) == true,
            SealedNote = sealedNote,
            At = now,
            ActorId = by.UserId,
            ActorUnitId = by.UnitId,
            ActorName = by.Name
        };
    }
}

/// <summary>What is said of a step.</summary>
/// <param name="Stage">Code of the list legal_stage.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="TakenOn">That day in Pakistan.</param>
/// <param name="CourtCode">The court, where one has it.</param>
/// <param name="VictimId">The person it concerns, if one.</param>
/// <param name="SuspectId">The accused it concerns, if one.</param>
public sealed record LegalStepFacts(
    string Stage, DateTimeOffset TakenAt, DateOnly TakenOn, string? CourtCode = null, Guid? VictimId = null, Guid? SuspectId = null);
