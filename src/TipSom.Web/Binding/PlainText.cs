using System.Globalization;
using System.Text;

namespace TipSom.Web.Binding;

/// <summary>
/// Text as it may be stored: NFC, trimmed, one kind of line end, without the invisible characters that reorder
/// or hide text on the screen of the next reader (encoding does not neutralise those).
/// </summary>
public static class PlainText
{
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var source = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var kept = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] is '\u200C' or '\u200D' ? JoinsArabicLetters(source, i) : !IsInvisible(source, i))
                kept.Append(source[i]);
        }

        var clean = kept.ToString().Normalize(NormalizationForm.FormC).Trim();
        return clean.Length == 0 ? null : clean;
    }

    // Format characters (bidi controls, zero-width space, byte order mark, soft hyphen), control characters, half surrogates.
    private static bool IsInvisible(string text, int i) => CharUnicodeInfo.GetUnicodeCategory(text, i) switch
    {
        UnicodeCategory.Format => true,
        UnicodeCategory.Control => text[i] is not ('\n' or '\t'),
        UnicodeCategory.Surrogate => !(char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1])),
        _ => false,
    };

    // Urdu spelling needs them inside a word; anywhere else they only hide differences.
    private static bool JoinsArabicLetters(string text, int i) =>
        i > 0 && i + 1 < text.Length && IsArabic(text[i - 1]) && IsArabic(text[i + 1]);

    private static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06FF' or >= '\u0750' and <= '\u077F' && char.IsLetter(c);
}
