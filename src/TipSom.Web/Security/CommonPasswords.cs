using System.Security.Cryptography;
using System.Text;
using TipSom.Data.Seeding;

namespace TipSom.Web.Security;

/// <summary>
/// Passwords that are guessed first. A file of SHA-1 hashes sorted by hash, as "Have I Been Pwned" gives it out, where one is configured;
/// and always those made of nothing but common words, names of places and agencies, the own name, digits and signs. Asks nobody outside.
/// </summary>
public sealed class CommonPasswords(IConfiguration configuration)
{
    /// <summary>Setting: path of the file of hashes.</summary>
    public const string FileSetting = "TipSom:Passwords:BreachedFile";

    // Fewer letters than these besides known words are no password.
    private const int LettersOfItsOwn = 6;

    private static readonly string[] Common =
    [
        "password", "passwort", "passcode", "pakistan", "zindabad", "welcome", "letmein", "iloveyou", "qwerty", "qwertyuiop", "asdfgh", "asdfghjkl",
        "zxcvbn", "zxcvbnm", "administrator", "admin", "login", "secret", "changeme", "monkey", "dragon", "football", "cricket", "superman", "sunshine",
        "princess", "bismillah", "allah", "allahuakbar", "mashallah", "inshallah", "muhammad", "mohammad", "mohammed", "ahmad", "ahmed", "khan", "malik",
        "police", "tipsom", "officer", "inspector", "station", "thana", "shelter", "agency", "investigation", "federal", "trafficking", "referral",
        "portal", "abcdef", "abcdefgh", "abcd", "abc", "test", "testing", "temp", "temporary", "user", "account", "computer", "internet", "company",
        "summer", "winter", "spring", "autumn", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "fia", "npb", "the", "and", "for", "you", "my", "is", "new"
    ];

    private static readonly string[] Places =
    [
        .. from district in new ReferenceSet().ReadDistricts()
           from word in WordsOf(district.NameEn)
           where word.Length >= 4
           select word
    ];

    /// <summary>Whether there is a file of breached passwords. Throws where the setting names one that is not there.</summary>
    public bool HasFile => configuration[FileSetting] is { Length: > 0 } path
        && (File.Exists(path) ? true : throw new InvalidOperationException($"{path}, named by {FileSetting}, is not there."));

    /// <summary>Whether it is one of them.</summary>
    /// <param name="own">User name and name of whose it is to be.</param>
    public bool IsKnown(string password, string own)
    {
        var letters = string.Concat(Fold(password).Where(char.IsLetter));
        foreach (var word in Common.Concat(Places).Concat(WordsOf(own)).Where(w => w.Length >= 2).OrderByDescending(w => w.Length))
            letters = letters.Replace(word, "", StringComparison.Ordinal);
        return letters.Distinct().Count() < LettersOfItsOwn || IsBreached(password);
    }

    // Binary search among lines of "HASH:count".
    private bool IsBreached(string password)
    {
        if (configuration[FileSetting] is not { Length: > 0 } path)
            return false;
#pragma warning disable CA5350 // The file is sorted by it; it guards nothing here.
        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        using var file = File.OpenRead(path);
        var (from, to) = (0L, file.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            var (start, hash) = LineAt(file, middle, wanted.Length);
            switch (string.CompareOrdinal(hash, wanted))
            {
                case 0: return true;
                case < 0: from = Math.Max(start + wanted.Length, middle + 1); break;
                default: to = middle; break;
            }
        }

        return false;
    }

    // The first line that begins at or after a place, or nothing at the end of the file.
    private static (long Start, string Hash) LineAt(FileStream file, long place, int length)
    {
        file.Position = place == 0 ? 0 : place - 1;
        if (place > 0)
        {
            int read;
            while ((read = file.ReadByte()) is not ('\n' or -1))
            {
                // On to the end of the line that is cut.
            }
        }

        var start = file.Position;
        var hash = new byte[length];
        var got = file.ReadAtLeast(hash, length, throwOnEndOfStream: false);
        // Past the last line: greater than whatever is looked for.
        return (start, got < length ? "~" : Encoding.ASCII.GetString(hash).ToUpperInvariant());
    }

    private static string[] WordsOf(string text) =>
        string.Concat(Fold(text).Select(c => char.IsLetter(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Letters that look like the digit or sign that stands in their place.
    private static string Fold(string text) => text.ToLowerInvariant()
        .Replace('0', 'o').Replace('1', 'l').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't').Replace('@', 'a').Replace('$', 's');
}
