namespace TipSom.Domain.Telling;

/// <summary>One thing one person is told in the portal. Written by the database with the step it tells of; holds no name and no fact.</summary>
public sealed class Notification
{
    /// <summary>Longest number, in characters: a record's or an agreement's.</summary>
    public const int NumberMaxLength = 40;

    private Notification() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who is told.</summary>
    public Guid UserId { get; private set; }

    /// <summary>What.</summary>
    public NotificationKind Kind { get; private set; }

    /// <summary>The referral it is about; null where it is about an agreement or a need.</summary>
    public Guid? ReferralId { get; private set; }

    /// <summary>The need in nobody's hands it is about; null where it is about something else.</summary>
    public Guid? UnplacedNeedId { get; private set; }

    /// <summary>The case it is about; null where it is about something else.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>Number of the referral or the agreement; of a need the number of its case, and for the national desk none.</summary>
    public string Number { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Whether it asks the person to act; otherwise it is news.</summary>
    public bool IsWork { get; private set; }

    /// <summary>Whether it is about an emergency, and so does not wait for the end of quiet hours.</summary>
    public bool IsUrgent { get; private set; }

    /// <summary>When the person marked it as read; null while unread.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When what it asked for was done, by whomever; null while it is still asked.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Work of these kinds is done once it is read: no step of the referral need follow by which it would be settled.</summary>
    public static IReadOnlyList<NotificationKind> DoneByReading { get; } =
    [
        NotificationKind.DidNotArrive, NotificationKind.DeclineConfirmed, NotificationKind.Message, NotificationKind.DeskAnswered,
        NotificationKind.OverrideReviewed, NotificationKind.AgreementEnding, NotificationKind.HandedOver,
        NotificationKind.DocumentInfected, NotificationKind.EmergencyOpened, NotificationKind.ManyOpenings
    ];

    /// <summary>What these tell is about an opening in an emergency, and its number is that of the access.</summary>
    public static IReadOnlyList<NotificationKind> OfEmergency { get; } =
    [
        NotificationKind.EmergencyOpened, NotificationKind.EmergencyToReview, NotificationKind.EmergencyToApprove, NotificationKind.EmergencyApproved,
        NotificationKind.EmergencyReviewed
    ];

    /// <summary>What these tell is about a case, and its number is the case's.</summary>
    public static IReadOnlyList<NotificationKind> OfCase { get; } =
    [
        NotificationKind.CaseNote, NotificationKind.CaseShared, NotificationKind.ShareEnded, NotificationKind.ShareToDecide,
        NotificationKind.ShareDecided, NotificationKind.TransferToApprove, NotificationKind.TransferToAnswer, NotificationKind.TransferAccepted,
        NotificationKind.TransferRefused, NotificationKind.TransferTakenBack, NotificationKind.HandedOver, NotificationKind.DocumentInfected
    ];

    /// <summary>What these tell is about an account: there is no number.</summary>
    public static IReadOnlyList<NotificationKind> OfAccount { get; } =
    [
        NotificationKind.SignedInElsewhere, NotificationKind.SignInChanged, NotificationKind.SecondStepFailed, NotificationKind.AccountRecovered,
        NotificationKind.OthersAccountRecovered, NotificationKind.SessionsEnded, NotificationKind.PostingChanged
    ];
}
