namespace TipSom.Data.RowSecurity;

/// <summary>
/// One change of one row, written by trigger in the same transaction, or one act that changes none. Says who changed which fields, never to what.
/// </summary>
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

    /// <summary>The agency of that person then; its chain is the one the entry is a link of.</summary>
    public Guid? AgencyId { get; private set; }

    /// <summary>The session of the browser, where there was one.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>Where the request came from, as a keyed hash.</summary>
    public string? Place { get; private set; }

    /// <summary>The transaction: entries of one request carry one number. Zero before chains were kept.</summary>
    public long TransactionId { get; private set; }

    /// <summary>Which table, or what the act was about.</summary>
    public string TableName { get; private set; } = "";

    /// <summary>Which row; null where an act was about none.</summary>
    public Guid? RowId { get; private set; }

    /// <summary>INSERT or UPDATE, or one of <see cref="AuditNotes.Acts"/>.</summary>
    public string Act { get; private set; } = "";

    /// <summary>Names of the fields changed; empty for an insert.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];

    /// <summary>A short code that tells more of an act, such as the template of the page; never words of a person.</summary>
    public string? Detail { get; private set; }
}

/// <summary>An entry's place in the chain of its agency. Written at commit by trigger.</summary>
public sealed class AuditLink
{
    private AuditLink() { }

    /// <summary>The agency, or zero for acts of nobody and of maintenance.</summary>
    public Guid Chain { get; private set; }

    /// <summary>From 1 without a gap.</summary>
    public long Position { get; private set; }

    /// <summary>The entry.</summary>
    public long EntryId { get; private set; }

    /// <summary>SHA-256 of the hash before and the entry.</summary>
    public byte[] Hash { get; private set; } = [];
}

/// <summary>Where a chain ends now.</summary>
public sealed class AuditHead
{
    private AuditHead() { }

    /// <summary>The chain.</summary>
    public Guid Chain { get; private set; }

    /// <summary>Position of its last link.</summary>
    public long Position { get; private set; }

    /// <summary>Hash of its last link.</summary>
    public byte[] Hash { get; private set; } = [];
}
