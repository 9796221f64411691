namespace TipSom.Data.RowSecurity;

/// <summary>One change of one row, written by trigger in the same transaction. Says who changed which fields, never to what.</summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    /// <summary>Position in the trail.</summary>
    public long Id { get; private set; }

    /// <summary>When, by the database's clock.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who, from the verified context; null for maintenance by the owner.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid? ActorUnitId { get; private set; }

    /// <summary>Which table.</summary>
    public string TableName { get; private set; } = "";

    /// <summary>Which row.</summary>
    public Guid RowId { get; private set; }

    /// <summary>INSERT or UPDATE.</summary>
    public string Act { get; private set; } = "";

    /// <summary>Names of the fields changed; empty for an insert.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];
}
