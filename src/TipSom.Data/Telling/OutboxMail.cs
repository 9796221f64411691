using TipSom.Domain.Telling;

namespace TipSom.Data.Telling;

/// <summary>A mail to be sent, written in the transaction of what it tells of. Its text is made when it is sent, from kind, number and language.</summary>
public sealed class OutboxMail
{
    private OutboxMail() { }

    /// <summary>Internal id, and the Message-ID: the same at every attempt, so that a mail sent twice is known to be one.</summary>
    public Guid Id { get; private set; }

    /// <summary>To whom.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The language of the account.</summary>
    public string Culture { get; private set; } = "";

    /// <summary>What it tells.</summary>
    public NotificationKind Kind { get; private set; }

    /// <summary>Whether it asks the person to act.</summary>
    public bool IsWork { get; private set; }

    /// <summary>Whether it is about an emergency: such a mail goes first, and is tried more often.</summary>
    public bool IsUrgent { get; private set; }

    /// <summary>Number of the referral or the agreement.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Whether the number is a referral's.</summary>
    public bool IsReferral { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Not to be sent before: the end of quiet hours, or of the pause after a failure.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>How often sending it was begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public MailError? LastErrorKind { get; private set; }

    /// <summary>Until when one worker has it to itself.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>When a server took it.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was given up.</summary>
    public DateTimeOffset? GivenUpAt { get; private set; }
}
