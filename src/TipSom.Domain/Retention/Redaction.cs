using TipSom.Domain.Cases;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Retention;

/// <summary>A text was replaced by one without what did not belong there: who, when and why, and nothing of what it said. What it said is gone.</summary>
public sealed class Redaction
{
    /// <summary>The sentence that refuses the same text.</summary>
    public const string NothingChanged = "The text is the same as before. Take out what does not belong here.";

    private Redaction() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Which text.</summary>
    public RedactedText Text { get; private set; }

    /// <summary>The row it is kept in.</summary>
    public Guid RowId { get; private set; }

    /// <summary>Why.</summary>
    public RedactionReason Reason { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Redacts a text of a case and says so on its timeline. Refuses a closed case, and a text that stays as it was.</summary>
    public static Redaction Of(Case @case, RedactedText text, Guid rowId, string before, string after, RedactionReason reason, Actor by, DateTimeOffset now)
    {
        if (!@case.IsOpen)
            throw new RuleBrokenException("This case is closed. Reopen it to change anything.");
        if (before == after)
            throw new RuleBrokenException(NothingChanged);
        @case.Record(CaseEventKind.TextRedacted, by, now);
        return new Redaction
        {
            Id = Guid.CreateVersion7(),
            CaseId = @case.Id,
            Text = text,
            RowId = rowId,
            Reason = reason,
            At = now,
            ActorId = by.UserId,
            ActorUnitId = by.UnitId,
            ActorName = by.Name
        };
    }
}

/// <summary>The texts that can be redacted.</summary>
public enum RedactedText
{
    /// <summary>The account of what happened, with its earlier versions.</summary>
    Narrative,

    /// <summary>A note between those who see the case.</summary>
    Note
}

/// <summary>Why a text was redacted.</summary>
public enum RedactionReason
{
    /// <summary>It named or described somebody else.</summary>
    SomebodyElse,

    /// <summary>It named the person where no name belongs.</summary>
    NameInText,

    /// <summary>It belonged to another case.</summary>
    WrongCase,

    /// <summary>It said more than the work needs.</summary>
    NotNeeded
}
