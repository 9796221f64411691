namespace TipSom.Data.Telling;

/// <summary>Why a mail was not taken, in one word; what the server said may hold an address and is not kept.</summary>
public enum MailError
{
    /// <summary>No server answered.</summary>
    NoServer,

    /// <summary>The server was too slow.</summary>
    TooSlow,

    /// <summary>The server broke off in the middle.</summary>
    BrokeOff,

    /// <summary>The server said: try again later.</summary>
    NotNow,

    /// <summary>The server refused the mail or its address.</summary>
    Rejected,

    /// <summary>The server refused the portal's sign-in, or the encryption failed.</summary>
    NotAllowed,

    /// <summary>The account was disabled before the mail was sent.</summary>
    AccountDisabled,

    /// <summary>Anything else.</summary>
    Other
}
