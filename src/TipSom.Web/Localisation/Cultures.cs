using System.Globalization;

namespace TipSom.Web.Localisation;

/// <summary>The two languages of the portal, both with Latin digits, a 24-hour clock and dates in words.</summary>
public static class Cultures
{
    public static readonly CultureInfo English = Create("en-PK");
    public static readonly CultureInfo Urdu = Create("ur-PK");

    public static bool IsUrdu(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ur";

    /// <summary>The portal's own culture of this name, or null for a language it does not speak.</summary>
    public static CultureInfo? Find(string? name) =>
        string.Equals(name, Urdu.Name, StringComparison.OrdinalIgnoreCase) ? Urdu
        : string.Equals(name, English.Name, StringComparison.OrdinalIgnoreCase) ? English
        : null;

    private static CultureInfo Create(string name)
    {
        var culture = new CultureInfo(name, useUserOverride: false);
        // ICU writes U+200E before the minus sign of ur-PK, which no parser accepts.
        culture.NumberFormat.NegativeSign = "-";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.LongTimePattern = "HH:mm:ss";
        culture.DateTimeFormat.ShortDatePattern = "d MMM yyyy";
        culture.DateTimeFormat.LongDatePattern = "d MMMM yyyy";
        culture.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Monday;
        return CultureInfo.ReadOnly(culture);
    }
}
