namespace TipSom.Data.Encryption;

/// <summary>One run of re-wrapping over one table; its entry in the trail stands for all rows, which nobody changed.</summary>
public sealed class KeyRun
{
    public required Guid Id { get; init; }

    /// <summary>The same for all tables of a run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>With its schema.</summary>
    public required string TableName { get; init; }

    /// <summary>Id of the master key the rows are under now.</summary>
    public required string KeyId { get; init; }

    /// <summary>How many records were re-wrapped, or hashes made, so far.</summary>
    public required int Records { get; init; }

    public required DateTimeOffset BeganAt { get; init; }
}

/// <summary>Under which master key a portal sealed when it last read its keys: an old key is needed until none seals under it.</summary>
public sealed class KeyUse
{
    /// <summary>A number the portal drew when it started.</summary>
    public required Guid PortalId { get; init; }

    public required string KeyId { get; init; }

    /// <summary>Since when, by the database's clock.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it last said so, by the database's clock.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}
