namespace TipSom.Domain.Names;

/// <summary>How alike two words of names are, in the alphabet of <see cref="NameSpelling"/>.</summary>
public static class SpellingDistance
{
    // What it costs to read one letter for another, or to leave one out, in consonants: short vowels are not written in Urdu, و and ی are
    // vowels as often as not, and h is often not heard.
    private const double Vowel = 0.2, Half = 0.35, Breath = 0.25, Near = 0.45, Consonant = 1;

    /// <summary>From 1, the same, to 0.</summary>
    public static double Likeness(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.SequenceEqual(other))
            return 1;
        Span<double> above = stackalloc double[other.Length + 1], row = stackalloc double[other.Length + 1];
        for (var j = 1; j <= other.Length; j++)
            above[j] = above[j - 1] + LeavingOut(other[j - 1]);
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = above[0] + LeavingOut(one[i - 1]);
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(
                    above[j - 1] + Taking(one[i - 1], other[j - 1]),
                    Math.Min(above[j] + LeavingOut(one[i - 1]), row[j - 1] + LeavingOut(other[j - 1])));
            }

            row.CopyTo(above);
        }

        return Math.Max(0, 1 - (above[other.Length] / Math.Max(2, Math.Max(Consonants(one), Consonants(other)))));
    }

    private static double LeavingOut(char letter) => letter switch
    {
        'a' or 'i' or 'u' => Vowel,
        'w' or 'y' => Half,
        'h' => Breath,
        _ => Consonant
    };

    private static double Taking(char one, char other)
    {
        if (one == other)
            return 0;
        return (one < other ? (one, other) : (other, one)) switch
        {
            ('u', 'w') or ('i', 'y') => 0.1,
            ('a', 'i') => Vowel,
            ('a' or 'i', 'u' or 'w') or ('a' or 'u', 'y') => Half,
            ('s', 'x') or ('s', 'z') or ('j', 'z') or ('b', 'w') or ('f', 'p') or ('g', 'k') or ('d', 't') or ('c', 'x') or ('m', 'n') or ('h', 'k') => Near,
            _ => Consonant
        };
    }

    private static int Consonants(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var letter in word)
            count += letter is 'a' or 'i' or 'u' ? 0 : 1;
        return count;
    }
}
