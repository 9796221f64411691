namespace TipSom.Data.Identity;

/// <summary>A signed-in browser. The cookie holds only a random key; ending the row ends every copy of the cookie at once.</summary>
public sealed class UserSession
{
    /// <summary>SHA-256 of the key in the cookie: a leaked table opens no session.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Whose session.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The user's security stamp at sign-in; when the user's changes, the session is over.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>When the person signed in.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Ends at this moment unless used before.</summary>
    public required DateTimeOffset IdleUntil { get; set; }

    /// <summary>Ends at this moment whatever happens.</summary>
    public required DateTimeOffset EndsAt { get; init; }
}
