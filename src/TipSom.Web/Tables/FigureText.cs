using System.Globalization;
using System.Xml;

namespace TipSom.Web.Tables;

/// <summary>Figures as people read them, the same in both languages: 1,234 and 47.64%.</summary>
public static class FigureText
{
    public static string Of(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    public static string Percent(decimal value) => value.ToString("#,##0.00", CultureInfo.InvariantCulture) + "%";

    /// <summary>The text without the characters that no XML file may hold.</summary>
    public static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where((c, i) => XmlConvert.IsXmlChar(c) || IsPair(text, i)));

    // Half of a letter beyond the basic plane, beside its other half.
    private static bool IsPair(string text, int i) =>
        (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        || (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));
}
