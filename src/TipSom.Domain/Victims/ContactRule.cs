namespace TipSom.Domain.Victims;

/// <summary>A way to reach a person.</summary>
public enum ContactChannel
{
    /// <summary>Telephone call.</summary>
    Call,

    /// <summary>Text message.</summary>
    Sms,

    /// <summary>WhatsApp, message or call.</summary>
    WhatsApp,

    /// <summary>Through somebody the person trusts.</summary>
    TrustedPerson,

    /// <summary>Face to face.</summary>
    InPerson
}

/// <summary>Whether and how one way is safe, as the person said. Sealed with the identity; never printed.</summary>
/// <param name="Channel">The way.</param>
/// <param name="IsAllowed">Whether it may be used at all.</param>
/// <param name="How">Number, hours, code word or whom to ask, in the officer's words.</param>
public sealed record ContactRule(ContactChannel Channel, bool IsAllowed, string? How)
{
    /// <summary>Longest account of how, in characters.</summary>
    public const int HowMaxLength = 200;

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(ContactRule);
}

/// <summary>How a person may be reached without harm. A way without a rule is not allowed.</summary>
/// <param name="Rules">One for each way that was asked about.</param>
/// <param name="Hours">When the person can be reached, in the person's words.</param>
/// <param name="CodeWord">The word that shows that the right person speaks.</param>
/// <param name="MayLeaveMessage">Whether a message may be left.</param>
/// <param name="IsShared">Whether others use the telephone too; null where nobody asked.</param>
public sealed record SafeContact(IReadOnlyList<ContactRule> Rules, string? Hours, string? CodeWord, bool MayLeaveMessage, bool? IsShared)
{
    /// <summary>Longest hours and code word, in characters.</summary>
    public const int WordsMaxLength = 80;

    /// <summary>Whether any way is safe.</summary>
    public bool AllowsAnything => Rules.Any(r => r.IsAllowed);

    /// <summary>Whether this way is safe.</summary>
    public bool Allows(ContactChannel channel) => Rules.Any(r => r.Channel == channel && r.IsAllowed);

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(SafeContact);
}
