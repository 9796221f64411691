namespace TipSom.Domain;

/// <summary>Urdu (۰-۹) and Arabic-Indic (٠-٩) digits as ASCII, for numbers, dates, codes, CNIC and phone numbers.</summary>
public static class Digits
{
    /// <summary>The text with ASCII digits; all else as it was.</summary>
    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0660', '\u0669') && !text.AsSpan().ContainsAnyInRange('\u06F0', '\u06F9'))
            return text;
        return string.Create(text.Length, text, static (folded, original) =>
        {
            for (var i = 0; i < folded.Length; i++)
                folded[i] = original[i] switch
                {
                    >= '\u0660' and <= '\u0669' and var c => (char)('0' + (c - '\u0660')),
                    >= '\u06F0' and <= '\u06F9' and var c => (char)('0' + (c - '\u06F0')),
                    var c => c,
                };
        });
    }
}
