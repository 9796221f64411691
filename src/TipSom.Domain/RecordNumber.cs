using System.Security.Cryptography;

namespace TipSom.Domain;

/// <summary>
/// The human number of a record: prefix, year, five random Crockford base-32 characters and a check character
/// (<c>TS-2026-7K3Q9X</c>). Random, so that a number tells nothing about how many cases there are.
/// </summary>
public static class RecordNumber
{
    /// <summary>Prefix of case numbers.</summary>
    public const string CasePrefix = "TS";

    /// <summary>Prefix of referral numbers.</summary>
    public const string ReferralPrefix = "TR";

    /// <summary>Prefix of requests to connect two records.</summary>
    public const string ConnectPrefix = "TC";

    /// <summary>Prefix of openings in an emergency.</summary>
    public const string EmergencyPrefix = "TE";

    /// <summary>Prefix of returns: the totals an agency reports.</summary>
    public const string ReturnPrefix = "TN";

    /// <summary>Prefix of downloads.</summary>
    public const string DownloadPrefix = "TD";

    /// <summary>Prefix of releases of public figures.</summary>
    public const string ReleasePrefix = "TF";

    /// <summary>Length of every number, in characters.</summary>
    public const int Length = 14;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Draws a new random number for the given year.</summary>
    public static string Draw(string prefix, int year)
    {
        var body = RandomNumberGenerator.GetString(Alphabet, 5);
        return $"{prefix}-{year:D4}-{body}{CheckCharacter($"{year:D4}{body}")}";
    }

    /// <summary>Reads a number as typed: any case, O for 0, I and L for 1. False when it is malformed or its check character is wrong.</summary>
    public static bool TryParse(string? typed, string prefix, out string number)
    {
        number = (typed ?? "").Trim().ToUpperInvariant();
        if (number.Length != Length || !number.StartsWith(prefix + "-", StringComparison.Ordinal) || number[7] != '-')
            return false;
        var year = number[3..7];
        var tail = number[8..].Replace('O', '0').Replace('I', '1').Replace('L', '1');
        number = $"{prefix}-{year}-{tail}";
        return year.All(char.IsAsciiDigit) && tail.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
            && CheckCharacter(year + tail[..5]) == tail[5];
    }

    // Luhn's algorithm modulo 32: catches every single wrong character and nearly every swap of neighbours.
    private static char CheckCharacter(string text)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var weighted = Alphabet.IndexOf(text[text.Length - 1 - i], StringComparison.Ordinal) * (i % 2 == 0 ? 2 : 1);
            sum += weighted / 32 + weighted % 32;
        }

        return Alphabet[(32 - sum % 32) % 32];
    }
}
