using System.Globalization;
using Microsoft.Extensions.Localization;
using TipSom.Data;

namespace TipSom.Web.Localisation;

/// <summary>Moments and days as people in Pakistan read them: Asia/Karachi, in words, 24-hour clock, Latin digits.</summary>
public sealed class PortalTime(TimeProvider clock, IStringLocalizer<Ui> texts)
{
    public DateOnly Today => PakistanTime.DayOf(clock.GetUtcNow());

    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, PakistanTime.Zone);

    /// <summary>9 March 2026</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>14:05</summary>
    public static string Clock(DateTimeOffset moment) => Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>9 March 2026, 14:05</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var comma = Cultures.IsUrdu(CultureInfo.CurrentUICulture) ? "،" : ",";
        return $"{Day(DateOnly.FromDateTime(Local(moment).DateTime))}{comma} {Clock(moment)}";
    }

    /// <summary>2 h ago, in 3 days</summary>
    public string Relative(DateTimeOffset moment)
    {
        var gone = clock.GetUtcNow() - moment;
        var size = gone.Duration();
        return (gone >= TimeSpan.Zero, size) switch
        {
            (_, { TotalMinutes: < 1 }) => texts["just now"],
            (true, { TotalHours: < 1 }) => texts["{0} min ago", (int)size.TotalMinutes],
            (true, { TotalDays: < 2 }) => texts["{0} h ago", (int)size.TotalHours],
            (true, _) => texts["{0} days ago", (int)size.TotalDays],
            (false, { TotalHours: < 1 }) => texts["in {0} min", (int)size.TotalMinutes],
            (false, { TotalDays: < 2 }) => texts["in {0} h", (int)size.TotalHours],
            (false, _) => texts["in {0} days", (int)size.TotalDays],
        };
    }
}
