namespace TipSom.Data.Identity;

/// <summary>A signed-in browser, or one on the way there. The cookie holds only a random key; ending the row ends every copy of the cookie at once.</summary>
public sealed class UserSession
{
    /// <summary>Longest device and place, in characters.</summary>
    public const int LabelMaxLength = 60;

    /// <summary>Longest address to come back to, in characters.</summary>
    public const int UrlMaxLength = 500;

    /// <summary>What the audit trail and the person's own list call this session. It opens nothing.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the key in the cookie: a leaked table opens no session. Changes when the person proves anew who they are.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Whose session.</summary>
    public required Guid UserId { get; init; }

    /// <summary>How far the person has come.</summary>
    public required SessionStage Stage { get; init; }

    /// <summary>Whether the computer is shared: shorter, and nothing is kept there.</summary>
    public required bool IsShared { get; init; }

    /// <summary>Browser and system as a short label, such as "Firefox, Windows"; empty where it is not known.</summary>
    public required string Device { get; init; }

    /// <summary>Where the browser asked from at first, as a keyed hash; empty where it is not known.</summary>
    public required string Place { get; init; }

    /// <summary>The user's security stamp at sign-in; when the user's changes, the session is over.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>When the person signed in.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public required DateTimeOffset UsedAt { get; set; }

    /// <summary>When the second step was passed; null before, and for a demo account.</summary>
    public DateTimeOffset? SecondFactorAt { get; init; }

    /// <summary>When the person last proved who they are.</summary>
    public DateTimeOffset? SteppedUpAt { get; set; }

    /// <summary>When the screen was hidden; null while it is not.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    /// <summary>Where to go on after the screen was hidden.</summary>
    public string? HiddenUrl { get; set; }

    /// <summary>Ends at this moment unless used before.</summary>
    public required DateTimeOffset IdleUntil { get; set; }

    /// <summary>Ends at this moment whatever happens.</summary>
    public required DateTimeOffset EndsAt { get; init; }
}

/// <summary>How far somebody has come in signing in.</summary>
public enum SessionStage
{
    /// <summary>The password was right: opens the second step and nothing else.</summary>
    PasswordGiven,

    /// <summary>The password was right and there is no second factor: opens the page that sets one up and nothing else.</summary>
    SettingUp,

    /// <summary>Signed in.</summary>
    Full
}
