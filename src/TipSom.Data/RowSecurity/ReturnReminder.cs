namespace TipSom.Data.RowSecurity;

/// <summary>That a unit was reminded of the return of a period: after 7 and 14 days, and on a day by somebody. Kept by the functions that tell.</summary>
public sealed class ReturnReminder
{
    private ReturnReminder() { }

    /// <summary>The unit that reports.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Name of the period.</summary>
    public string Period { get; private set; } = "";

    /// <summary>7 or 14 for the days after which the clock reminds; of somebody's reminder the day as a number such as 20261122.</summary>
    public int Rung { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset RemindedAt { get; private set; }
}
