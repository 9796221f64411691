namespace TipSom.Data;

/// <summary>The working day of agreements and of people: Asia/Karachi.</summary>
public static class PakistanTime
{
    /// <summary>The time zone.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Karachi");

    /// <summary>The day it is in Pakistan at a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The moment of a time of day in Pakistan, in UTC.</summary>
    public static DateTimeOffset MomentOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The midnight that ends the day a moment lies in.</summary>
    public static DateTimeOffset EndOfDay(DateTimeOffset moment)
    {
        var midnight = DayOf(moment).AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
