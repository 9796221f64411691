namespace TipSom.Data.RowSecurity;

/// <summary>A reminder that was taken to be told: each once for each last day. Kept by the function that hands them out.</summary>
public sealed class AgreementReminder
{
    private AgreementReminder() { }

    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>The last day it spoke of; a renewal has reminders of its own.</summary>
    public DateOnly InForceTo { get; private set; }

    /// <summary>Which of the days before the end.</summary>
    public int Days { get; private set; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset RemindedAt { get; private set; }
}
