namespace TipSom.Domain.Cases;

/// <summary>One field that was changed: from what, to what, by whom and when. Of what is sealed it holds the field's name only.</summary>
public sealed class CaseChange
{
    private CaseChange() { }

    /// <summary>Keeps one change of one field. The database writes whose it was.</summary>
    public CaseChange(Guid caseId, ChangedField what, DateTimeOffset at)
    {
        (Id, CaseId, At) = (Guid.CreateVersion7(), caseId, at);
        (Within, Subject, RowId, VictimId, Position) = (what.Within, what.Subject, what.RowId, what.VictimId, what.Position);
        (Field, Before, After, SealedBefore) = (what.Field, what.Before, what.After, what.SealedBefore);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>To which part of the case it belongs, and so who reads it.</summary>
    public CasePart Within { get; private set; }

    /// <summary>What was changed, by the short name of its entity.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Which row it was.</summary>
    public Guid RowId { get; private set; }

    /// <summary>The person it concerns, if one.</summary>
    public Guid? VictimId { get; private set; }

    /// <summary>The number of what was changed among its like, where it has one and is no person.</summary>
    public int? Position { get; private set; }

    /// <summary>The field; parts of a larger value follow a dot.</summary>
    public string Field { get; private set; } = "";

    /// <summary>What it held, as invariant text; null where it was empty or is sealed.</summary>
    public string? Before { get; private set; }

    /// <summary>What it holds, as invariant text; null where it is empty or is sealed.</summary>
    public string? After { get; private set; }

    /// <summary>What it held, sealed as it was, where an account must never be lost.</summary>
    public byte[]? SealedBefore { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whose act it was.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";
}

/// <summary>What was changed.</summary>
/// <param name="Within">To which part of the case it belongs.</param>
/// <param name="Subject">Short name of the entity.</param>
/// <param name="RowId">Which row.</param>
/// <param name="VictimId">The person it concerns, if one.</param>
/// <param name="Position">Its number among its like, where it has one and is no person.</param>
/// <param name="Field">The field.</param>
/// <param name="Before">What it held; null for what is sealed.</param>
/// <param name="After">What it holds; null for what is sealed.</param>
/// <param name="SealedBefore">What it held, sealed.</param>
public sealed record ChangedField(
    CasePart Within, string Subject, Guid RowId, Guid? VictimId, int? Position, string Field, string? Before, string? After, byte[]? SealedBefore = null);
