namespace TipSom.Domain.Telling;

/// <summary>When one person wants to be written to. The list in the portal always holds everything.</summary>
public sealed class MailChoices
{
    private MailChoices() { }

    /// <summary>The choices of somebody who has made none: mail for everything, at any hour.</summary>
    public MailChoices(Guid userId) => (UserId, MailsWork, MailsNews) = (userId, true, true);

    /// <summary>Whose choices.</summary>
    public Guid UserId { get; private set; }

    /// <summary>A mail for what asks the person to act.</summary>
    public bool MailsWork { get; private set; }

    /// <summary>A mail for news.</summary>
    public bool MailsNews { get; private set; }

    /// <summary>From when the person is left in peace, in Asia/Karachi; null: never.</summary>
    public TimeOnly? QuietFrom { get; private set; }

    /// <summary>Until when. Before <see cref="QuietFrom"/> means the next morning.</summary>
    public TimeOnly? QuietTo { get; private set; }

    /// <summary>
    /// Chooses anew. Mail made in quiet hours waits for their end; an emergency does not. Refuses quiet hours without one of their ends,
    /// and those that begin when they end.
    /// </summary>
    public void Choose(bool mailsWork, bool mailsNews, TimeOnly? quietFrom, TimeOnly? quietTo)
    {
        if (quietFrom is null != quietTo is null)
            throw new RuleBrokenException("Quiet hours need both a beginning and an end.");
        if (quietFrom is not null && quietFrom == quietTo)
            throw new RuleBrokenException("Quiet hours cannot end when they begin.");
        (MailsWork, MailsNews, QuietFrom, QuietTo) = (mailsWork, mailsNews, quietFrom, quietTo);
    }
}
