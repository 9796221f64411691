using System.Globalization;
using System.Text.RegularExpressions;
using TipSom.Web.Localisation;

namespace TipSom.Web.Plots;

/// <summary>Ranges such as 2–4, and a share with its sign, keep their order in an Urdu line only if somebody holds them together.</summary>
public static partial class Bidi
{
    private const char Isolate = '\u2066';
    private const char End = '\u2069';

    /// <summary>The text in pieces, each with whether it runs from left to right whatever surrounds it.</summary>
    public static IEnumerable<(string Text, bool IsLeftToRight)> Pieces(string text)
    {
        if (!HasUrdu(text))
            return [(text, true)];
        var pieces = new List<(string, bool)>();
        var at = 0;
        foreach (Match range in Range().Matches(text))
        {
            if (range.Index > at)
                pieces.Add((text[at..range.Index], false));
            pieces.Add((range.Value, true));
            at = range.Index + range.Length;
        }

        if (at < text.Length)
            pieces.Add((text[at..], false));
        return pieces;
    }

    /// <summary>The text with signs around its ranges, where there is no markup to hold them.</summary>
    public static string Isolated(string text) =>
        !Cultures.IsUrdu(CultureInfo.CurrentUICulture) ? text
        : HasUrdu(text) ? Range().Replace(text, $"{Isolate}$0{End}")
        : text.Any(char.IsAsciiDigit) ? $"{Isolate}{text}{End}" : text;

    public static bool HasUrdu(string text) => text.Any(c => c is (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\uFB50' and <= '\uFEFF'));

    [GeneratedRegex(@"(?:[<>≥≤+]?\d[\d,./]*(?:\s?[-–−]\s?\d[\d,./]*|\s\d[\d,./]*)+|[<>≥≤+-]\s?\d[\d,./]*|\d[\d,./]*[+-])%?|\d[\d,./]*%", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Range();
}
