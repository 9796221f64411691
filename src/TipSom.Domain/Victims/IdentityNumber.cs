namespace TipSom.Domain.Victims;

/// <summary>CNIC, B-Form and passport numbers as people type them.</summary>
public static class IdentityNumber
{
    /// <summary>
    /// Normalises a number with ASCII digits: a CNIC or B-Form to its 13 digits (5-7-1, hyphens and spaces optional), anything with a
    /// letter to capitals without spaces. False for digits that are not 13, and for letters mixed with other signs.
    /// </summary>
    public static bool TryNormalise(string typed, out string number)
    {
        number = typed.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (number.Length == 0 || !number.All(char.IsAsciiLetterOrDigit))
            return false;
        return number.All(char.IsAsciiDigit) ? number.Length == 13 : number.Length is >= 6 and <= 20;
    }

    /// <summary>
    /// What is odd about a number of 13 digits, to be looked at again and never to refuse it; null where nothing is. The last digit says
    /// nothing about the sex of anybody.
    /// </summary>
    public static string? Doubt(string number) => number switch
    {
        ['0', ..] or ['9', ..] when number.Length == 13 && number.All(char.IsAsciiDigit) =>
            "No region issues numbers that begin with this digit. Look at the document again.",
        _ => null
    };

    /// <summary>Shows a 13-digit number as 5-7-1; others as they are.</summary>
    public static string Shown(string number) => number.Length == 13 && number.All(char.IsAsciiDigit)
        ? $"{number[..5]}-{number[5..12]}-{number[12..]}"
        : number;
}
