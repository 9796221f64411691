namespace TipSom.Domain.Law;

/// <summary>
/// A time limit of the law: which step starts it, which steps meet it, and how long it runs. Reference data, because laws change, and each says
/// whether somebody has checked it.
/// </summary>
/// <param name="code">Key, such as CHALLAN.</param>
/// <param name="startsWith">The step (list legal_stage) that starts it.</param>
/// <param name="metBy">The steps that meet it.</param>
/// <param name="days">Whole days after the day of the step; the last of them is the last in time. Null where hours count.</param>
/// <param name="hours">Hours after the step; zero means without delay. Null where days count.</param>
/// <param name="remindBefore">How many days, or hours, before the limit people are reminded.</param>
/// <param name="textEn">What must be done, in English.</param>
/// <param name="textUr">What must be done, in Urdu.</param>
/// <param name="section">The section it rests on.</param>
/// <param name="source">Where it was read.</param>
/// <param name="isVerified">Whether somebody who knows the law has checked it.</param>
public sealed class LegalClock(
    string code, string startsWith, IReadOnlyList<string> metBy, int? days, int? hours, int remindBefore, string textEn, string textUr,
    string section, string source, bool isVerified)
{
    /// <summary>Key, such as CHALLAN.</summary>
    public string Code { get; private set; } = code;

    /// <summary>The step that starts it.</summary>
    public string StartsWith { get; private set; } = startsWith;

    /// <summary>The steps that meet it.</summary>
    public IReadOnlyList<string> MetBy { get; private set; } = metBy;

    /// <summary>Whole days after the day of the step; null where hours count.</summary>
    public int? Days { get; private set; } = days;

    /// <summary>Hours after the step; null where days count.</summary>
    public int? Hours { get; private set; } = hours;

    /// <summary>Days or hours before the limit at which people are reminded.</summary>
    public int RemindBefore { get; private set; } = remindBefore;

    /// <summary>What must be done, in English.</summary>
    public string TextEn { get; private set; } = textEn;

    /// <summary>What must be done, in Urdu.</summary>
    public string TextUr { get; private set; } = textUr;

    /// <summary>The section it rests on.</summary>
    public string Section { get; private set; } = section;

    /// <summary>Where it was read.</summary>
    public string Source { get; private set; } = source;

    /// <summary>Whether somebody who knows the law has checked it.</summary>
    public bool IsVerified { get; private set; } = isVerified;

    /// <summary>False once it has left the file: what runs goes on, nothing new starts.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <summary>Takes it out of use.</summary>
    public void StopOffering() => IsOffered = false;

    /// <summary>
    /// From when it is late: the midnight after the last day, or the hour. With 14 days an FIR of day 0 is in time through day 14 and late from
    /// the beginning of day 15.
    /// </summary>
    public DateTimeOffset DueAt(DateTimeOffset start, TimeZoneInfo zone) =>
        Days is { } days ? Midnight(start, days + 1, zone) : start.AddHours(Hours!.Value);

    /// <summary>From when people are reminded: so many days before the last day, or so many hours before the hour.</summary>
    public DateTimeOffset RemindAt(DateTimeOffset start, TimeZoneInfo zone) =>
        Days is { } days ? Midnight(start, days - RemindBefore, zone) : start.AddHours(Hours!.Value - RemindBefore);

    private static DateTimeOffset Midnight(DateTimeOffset start, int daysLater, TimeZoneInfo zone)
    {
        var midnight = TimeZoneInfo.ConvertTime(start, zone).Date.AddDays(daysLater);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
