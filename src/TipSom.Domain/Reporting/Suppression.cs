namespace TipSom.Domain.Reporting;

/// <summary>
/// Makes counts of people safe to publish. A count of 1 to 10 is not shown; counts and totals are rounded independently; and further counts are
/// hidden until nobody who adds and subtracts what is shown learns more of a small count than that it is small. Against each earlier
/// release of the same year a count moves only when it changed by 11 or more, so that no two releases tell of the few between them.
/// </summary>
public static class Suppression
{
    /// <summary>The smallest count that is shown, beside zero (k of the global data collaborative on trafficking).</summary>
    public const int Minimum = 11;

    /// <summary>Counts and totals are rounded to multiples of this.</summary>
    public const int Base = 5;

    /// <summary>
    /// The count on which what is shown rests: the nearest of the earlier releases, where the change since one of them would tell of a few. So the
    /// bases of any two releases are the same or 11 apart, also where a count went up and came back.
    /// </summary>
    public static int BasisOf(int count, IEnumerable<int> earlier) =>
        earlier.Where(before => Math.Abs(count - before) < Minimum).DefaultIfEmpty(count).MinBy(before => Math.Abs(count - before));

    /// <summary>Whether a count is too small to be learnt.</summary>
    public static bool IsSmall(int count) => count is > 0 and < Minimum;

    /// <summary>A count as it is shown.</summary>
    public static int Rounded(int count) => (int)Math.Round(count / (double)Base, MidpointRounding.AwayFromZero) * Base;

    /// <summary>What is shown of each count; null where it is not shown.</summary>
    /// <param name="bases">The counts, by their keys.</param>
    /// <param name="sums">Which of them are sums of which others.</param>
    /// <param name="unpublished">Keys that stand in sums and are shown nowhere, such as everybody whom a count leaves out.</param>
    public static IReadOnlyDictionary<string, int?> Protect(
        IReadOnlyDictionary<string, int> bases, IReadOnlyList<Sum> sums, IReadOnlySet<string>? unpublished = null)
    {
        var hidden = bases.Where(b => IsSmall(b.Value) || unpublished?.Contains(b.Key) == true).Select(b => b.Key).ToHashSet();
        while (Learnt(Shown(), bases, sums) is { Count: > 0 } learnt)
        {
            foreach (var key in learnt)
                hidden.Add(NextToHide(key));
        }

        return Shown();

        Dictionary<string, int?> Shown() => bases.ToDictionary(b => b.Key, b => hidden.Contains(b.Key) ? (int?)null : Rounded(b.Value));

        // The smallest count beside it that is still shown; a part before a whole, and a zero, which tells most, before nothing at all.
        string NextToHide(string key) => sums.Where(s => s.Whole == key || s.Parts.Contains(key))
            .SelectMany(s => s.Parts.Append(s.Whole).Where(k => !hidden.Contains(k)).Select(k => (Key: k, IsWhole: k == s.Whole)))
            .OrderBy(c => c.IsWhole).ThenBy(c => bases[c.Key] == 0).ThenBy(c => bases[c.Key]).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
    }

    /// <summary>
    /// The small counts that can be learnt from what is shown: those whose possible values are fewer than the ten from 1 to 10. Nothing is
    /// known of the method but the rounding and the minimum.
    /// </summary>
    public static IReadOnlyList<string> Learnt(IReadOnlyDictionary<string, int?> shown, IReadOnlyDictionary<string, int> bases, IReadOnlyList<Sum> sums)
    {
        var possible = Possible(shown, sums);
        return [.. bases.Where(b => IsSmall(b.Value) && possible[b.Key] is var range && range.Most - range.Least < Minimum - 2).Select(b => b.Key)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Which values each count can have, given what is shown: sums are followed up and down until nothing narrows any more.</summary>
    public static IReadOnlyDictionary<string, CountRange> Possible(IReadOnlyDictionary<string, int?> shown, IReadOnlyList<Sum> sums)
    {
        var ranges = shown.ToDictionary(s => s.Key, s => RangeOf(s.Value));
        // Each round narrows by one at least; a hundred are far more than any table takes.
        for (var round = 0; round < 100 && sums.Aggregate(false, (any, sum) => Follow(sum) | any); round++)
        {
        }

        return ranges;

        bool Follow(Sum sum)
        {
            var (whole, parts) = sum;
            var (least, most) = (parts.Sum(p => ranges[p].Least), parts.Sum(p => ranges[p].Most));
            var of = ranges[whole];
            var narrowed = Narrow(whole, least, most);
            foreach (var part in parts)
            {
                var range = ranges[part];
                narrowed |= Narrow(part, of.Least - (most - range.Most), of.Most - (least - range.Least));
            }

            return narrowed;
        }

        // Rounded counts contradict each other by a little: a range that would turn over stays.
        bool Narrow(string key, long least, long most)
        {
            var old = ranges[key];
            var range = new CountRange(Math.Max(old.Least, least), Math.Min(old.Most, most));
            if (range.Least > range.Most || range == old)
                return false;
            ranges[key] = range;
            return true;
        }
    }

    private static CountRange RangeOf(int? shown) => shown switch
    {
        null => new(0, Most),
        0 => new(0, 0),
        { } value => new(Math.Max(Minimum, value - Base / 2), value + Base / 2)
    };

    private const long Most = 1_000_000_000;
}

/// <summary>A count that is the sum of others.</summary>
/// <param name="Whole">Its key.</param>
/// <param name="Parts">The keys of the others.</param>
public sealed record Sum(string Whole, IReadOnlyList<string> Parts);

/// <summary>The values that a count can have.</summary>
public readonly record struct CountRange(long Least, long Most);
