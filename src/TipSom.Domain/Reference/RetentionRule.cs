namespace TipSom.Domain.Reference;

/// <summary>How long one kind of record is kept, from which event on, and what happens then. Its text stands in docs/retention.md.</summary>
public sealed class RetentionRule
{
    private RetentionRule() { }

    /// <summary>One line of the schedule.</summary>
    public RetentionRule(
        string code, int? years, int? days, string startsWith, RetentionAct act, string decidedBy, string doneBy, string source, bool isVerified)
    {
        (Code, Years, Days, StartsWith, Act) = (code, years, days, startsWith, act);
        (DecidedBy, DoneBy, Source, IsVerified) = (decidedBy, doneBy, source, isVerified);
    }

    /// <summary>The kind of record.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Years it is kept; null where days are counted, or it is never erased.</summary>
    public int? Years { get; private set; }

    /// <summary>Days it is kept; null where years are counted, or it is never erased.</summary>
    public int? Days { get; private set; }

    /// <summary>The event the time runs from.</summary>
    public string StartsWith { get; private set; } = "";

    /// <summary>What happens when the time is over.</summary>
    public RetentionAct Act { get; private set; }

    /// <summary>Who decides that it happens.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>The function or class that does it.</summary>
    public string DoneBy { get; private set; } = "";

    /// <summary>Where the period is from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Whether an office has confirmed the period.</summary>
    public bool IsVerified { get; private set; }
}

/// <summary>What becomes of a record whose time is over.</summary>
public enum RetentionAct
{
    /// <summary>Nothing: it is never erased.</summary>
    Keep,

    /// <summary>Its content is made unreadable for good; its facts stay.</summary>
    Erase,

    /// <summary>Its content is emptied and its row stays.</summary>
    Empty,

    /// <summary>Its row is taken away.</summary>
    Purge
}
