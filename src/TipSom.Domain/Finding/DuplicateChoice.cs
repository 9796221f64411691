using TipSom.Domain.Identity;

namespace TipSom.Domain.Finding;

/// <summary>What an officer said when the portal showed somebody who may be the same person as one who is being added.</summary>
public sealed class DuplicateChoice
{
    private DuplicateChoice() { }

    /// <summary>Records the choice.</summary>
    /// <param name="known">The person who was shown, and the case.</param>
    /// <param name="added">The person who was added; null where the officer went on in the other case.</param>
    /// <param name="answer">What the officer said.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    public DuplicateChoice(PersonOfCase known, PersonOfCase? added, DuplicateAnswer answer, Actor by, DateTimeOffset now)
    {
        (Id, Answer, At) = (Guid.CreateVersion7(), answer, now);
        (KnownCaseId, KnownVictimId) = (known.CaseId, known.VictimId);
        (CaseId, VictimId) = (added?.CaseId, added?.VictimId);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case of the person who was shown.</summary>
    public Guid KnownCaseId { get; private set; }

    /// <summary>The person who was shown.</summary>
    public Guid KnownVictimId { get; private set; }

    /// <summary>The case of the person who was added, where one was.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>The person who was added.</summary>
    public Guid? VictimId { get; private set; }

    /// <summary>What was said.</summary>
    public DuplicateAnswer Answer { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who said it.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>When a supervisor decided what was left open; null while it is.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Settles what was left open.</summary>
    public void Settle(DateTimeOffset now) => SettledAt ??= now;
}

/// <summary>A person by case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="VictimId">The person.</param>
public readonly record struct PersonOfCase(Guid CaseId, Guid VictimId);

/// <summary>Whether somebody who was shown is the person.</summary>
public enum DuplicateAnswer
{
    /// <summary>The same person: go on in that case.</summary>
    Same,

    /// <summary>Somebody else.</summary>
    Different,

    /// <summary>Not sure: the supervisor decides.</summary>
    NotSure
}
