namespace TipSom.Domain.Victims;

/// <summary>Telephone numbers as people type them.</summary>
public static class PhoneNumber
{
    /// <summary>
    /// A mobile number of Pakistan as +923XXXXXXXXX, from 03…, 3…, 923…, 00923… or +923…, spaces and hyphens aside. Any other number stays
    /// as it was typed. Digits are ASCII already.
    /// </summary>
    public static string Normalise(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var subscriber = digits switch
        {
            _ when digits.StartsWith("0092", StringComparison.Ordinal) => digits[4..],
            _ when digits.StartsWith("92", StringComparison.Ordinal) => digits[2..],
            _ when typed.Contains('+', StringComparison.Ordinal) => "",
            ['0', ..] => digits[1..],
            _ => digits
        };
        return IsMobile(subscriber) ? "+92" + subscriber : typed.Trim();
    }

    // The ranges given out: 30x to 34x, 37x, 355 and 364.
    private static bool IsMobile(string number) =>
        number.Length == 10 && number[0] == '3' && (number[1] is >= '0' and <= '4' or '7' || number[1..3] is "55" or "64");
}
