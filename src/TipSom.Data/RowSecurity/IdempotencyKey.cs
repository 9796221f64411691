namespace TipSom.Data.RowSecurity;

/// <summary>A rendered form that was already carried out: a double post, or a post repeated after a lost answer, does it once.</summary>
public sealed class IdempotencyKey
{
    /// <summary>The key the form carried.</summary>
    public required Guid Key { get; init; }

    /// <summary>Whose form.</summary>
    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of route and body: the same key with another body is refused.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>Local address the first post led to.</summary>
    public required string ResultUrl { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
