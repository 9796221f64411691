using TipSom.Domain.Reporting;

namespace TipSom.Domain.Tests.Reporting;

/// <summary>
/// What somebody learns by subtracting: every set of rows less every set of columns of every table, and the same of the differences between two
/// releases. Knows the rounding and the minimum, and nothing of how counts are hidden. For tables of two divisions these are all the bounds there
/// are (the cuts of a flow), so that it finds more than the product's own check looks for.
/// </summary>
internal static class DifferencingAttack
{
    private const long Unknown = 1_000_000_000;

    /// <summary>The counts of 1 to 10 of which fewer values remain possible than ten.</summary>
    public static IReadOnlyList<string> Recover(
        IReadOnlyList<CountTable> tables, IReadOnlyDictionary<string, int?> shown, Func<string, int> truth, bool isRounded = true) =>
        Recover(tables, key => shown[key] switch
        {
            null => (0, Unknown),
            0 => (0, 0),
            { } value => isRounded ? (Math.Max(Suppression.Minimum, value - 2), value + 2) : (value, value)
        }, range => range.Most - range.Least < 9, truth);

    /// <summary>The changes of 1 to 10 between two releases of which it is certain that they are that: somebody came, and few.</summary>
    public static IReadOnlyList<string> RecoverChange(
        IReadOnlyList<CountTable> tables, IReadOnlyDictionary<string, int?> first, IReadOnlyDictionary<string, int?> second, Func<string, int> change) =>
        Recover(tables, key => (first[key], second[key]) switch
        {
            ({ } before, { } after) => (after - before - 4, after - before + 4),
            _ => (-Unknown, Unknown)
        }, range => range.Least > 0 && range.Most < Suppression.Minimum, change);

    /// <summary>
    /// The same by somebody who knows the method too: what an earlier release showed may stand still while up to ten came or went, and what
    /// moved is what it says.
    /// </summary>
    public static IReadOnlyList<string> RecoverChange(
        IReadOnlyList<CountTable> tables, IReadOnlyList<IReadOnlyDictionary<string, int?>> releases, int first, int second, Func<string, int> change)
    {
        return Recover(tables, key => (releases[first][key], releases[second][key]) switch
        {
            ({ } before, { } after) when before == after => (-Still(first, key) - Still(second, key), Still(first, key) + Still(second, key)),
            ({ } before, { } after) => (after - before - 4 - Still(first, key) - Still(second, key), after - before + 4 + Still(first, key) + Still(second, key)),
            _ => (-Unknown, Unknown)
        }, range => range.Least > 0 && range.Most < Suppression.Minimum, change);

        // By how many a count may differ from the one on which it rests.
        int Still(int release, string key) =>
            releases.Take(release).Any(r => r[key] is null || r[key] == releases[release][key]) ? Suppression.Minimum - 1 : 0;
    }

    private static IReadOnlyList<string> Recover(
        IReadOnlyList<CountTable> tables, Func<string, (long Least, long Most)> prior, Func<(long Least, long Most), bool> tells, Func<string, int> truth)
    {
        var known = tables.SelectMany(t => t.Keys).Distinct().ToDictionary(k => k, prior);
        // What one table narrows serves the next; three rounds carry it through all.
        for (var round = 0; round < 3; round++)
        {
            foreach (var table in tables)
                Cut(table, known);
        }

        // What is concluded wrongly is not recovered.
        return [.. known.Where(k => Suppression.IsSmall(truth(k.Key)) && tells(k.Value) && truth(k.Key) >= k.Value.Least && truth(k.Key) <= k.Value.Most).Select(k => k.Key).Order(StringComparer.Ordinal)];
    }

    private static void Cut(CountTable table, Dictionary<string, (long Least, long Most)> known)
    {
        var columns = table.Columns?.Values ?? [];
        if (!table.Rows.IsPartition)
        {
            foreach (var row in table.Rows.Values)
                Equation([table.KeyOf(null)], [table.KeyOf(row)], known, isAtLeast: true);
        }

        foreach (var rows in table.Rows.IsPartition ? Subsets(table.Rows.Values) : [])
        {
            // All rows together are the total as well.
            foreach (var chosen in Subsets(columns))
            {
                // Rows less columns: what the rows have outside the columns, less what the columns have outside the rows.
                var (plus, minus) = (rows.Select(r => table.KeyOf(r)).ToList(), chosen.Select(c => table.KeyOf(null, c)).ToList());
                minus.AddRange(rows.SelectMany(r => columns.Except(chosen).Select(c => table.KeyOf(r, c))));
                plus.AddRange(table.Rows.Values.Except(rows).SelectMany(r => chosen.Select(c => table.KeyOf(r, c))));
                if (columns.Count > 0)
                    Equation(plus, minus, known);
            }

            if (rows.Count == table.Rows.Values.Count)
                Equation([table.KeyOf(null)], rows.Select(r => table.KeyOf(r)), known);
        }

        if (columns.Count > 0)
        {
            Equation([table.KeyOf(null)], columns.Select(c => table.KeyOf(null, c)), known);
            foreach (var row in table.Rows.Values)
                Equation([table.KeyOf(row)], columns.Select(c => table.KeyOf(row, c)), known);
        }
    }

    // The sum of the first equals that of the second, or is more: each of both is bounded by all others.
    private static void Equation(IEnumerable<string> first, IEnumerable<string> second, Dictionary<string, (long Least, long Most)> known, bool isAtLeast = false)
    {
        var terms = first.Select(k => (Key: k, Sign: 1)).Concat(second.Select(k => (Key: k, Sign: -1))).ToList();
        long Low((string Key, int Sign) term) => term.Sign > 0 ? known[term.Key].Least : -known[term.Key].Most;
        long High((string Key, int Sign) term) => term.Sign > 0 ? known[term.Key].Most : -known[term.Key].Least;
        var (low, high) = (terms.Sum(Low), terms.Sum(High));
        foreach (var term in terms)
        {
            var (least, most) = (low - Low(term), high - High(term));
            // sign * x + sum of the others = 0 (or more).
            var (from, to) = (term.Sign, isAtLeast) switch
            {
                ( > 0, false) => (-most, -least),
                ( > 0, true) => (-most, Unknown),
                (_, false) => (least, most),
                (_, true) => (-Unknown, most)
            };
            var old = known[term.Key];
            var narrowed = (Least: Math.Max(old.Least, from), Most: Math.Min(old.Most, to));
            if (narrowed.Least <= narrowed.Most)
                known[term.Key] = narrowed;
            (low, high) = (least + Low(term), most + High(term));
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Subsets(IReadOnlyList<string> values) =>
        Enumerable.Range(0, 1 << Math.Min(values.Count, 8)).Select(set => (IReadOnlyList<string>)[.. values.Where((_, i) => i < 8 && (set & (1 << i)) != 0)]);
}
