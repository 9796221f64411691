namespace TipSom.Domain.Reporting;

/// <summary>
/// A table of counts to be published: people divided by one thing, or by two crossed. A count has one key wherever it stands, so that the totals
/// of two tables are one count: <c>found-province=PB&amp;group=Women</c>; everybody is <c>all</c>.
/// </summary>
/// <param name="Name">Name of the table, in addresses.</param>
/// <param name="Rows">What the rows are.</param>
/// <param name="Columns">What the columns are; null where there are none.</param>
public sealed record CountTable(string Name, Division Rows, Division? Columns = null)
{
    /// <summary>The key of everybody.</summary>
    public const string All = "all";

    /// <summary>The key of a count; null for the total of rows or columns.</summary>
    public string KeyOf(string? row, string? column = null)
    {
        string?[] parts = [row is null ? null : $"{Rows.Of}={row}", column is null ? null : $"{Columns!.Of}={column}"];
        var key = string.Join('&', parts.OfType<string>().Order(StringComparer.Ordinal));
        return key.Length == 0 ? All : key;
    }

    /// <summary>Every key that stands in the table.</summary>
    public IEnumerable<string> Keys => RowsAndTotal.SelectMany(row => ColumnsAndTotal.Select(column => KeyOf(row, column)));

    /// <summary>Which counts of the table are sums of which others.</summary>
    public IEnumerable<Sum> Sums =>
    [
        // Where somebody may stand in several rows, each row and those it leaves out make the whole.
        .. ColumnsAndTotal.SelectMany(column => Rows.IsPartition
            ? [new Sum(KeyOf(null, column), [.. Rows.Values.Select(row => KeyOf(row, column))])]
            : Rows.Values.Select(row => new Sum(KeyOf(null, column), [KeyOf(row, column), LeftOut(row, column)]))),
        .. Columns is null ? [] : RowsAndTotal.Select(row => new Sum(KeyOf(row), [.. Columns.Values.Select(column => KeyOf(row, column))])),
        // Those left out are divided by the columns, too.
        .. Columns is null || Rows.IsPartition ? [] : Rows.Values.Select(row => new Sum(LeftOut(row, null), [.. Columns.Values.Select(column => LeftOut(row, column))]))
    ];

    /// <summary>The keys of those whom a row leaves out, and what they are left out of; in no table.</summary>
    public IEnumerable<(string Key, string Whole, string Part)> LeftOuts => Rows.IsPartition ? []
        : Rows.Values.SelectMany(row => ColumnsAndTotal.Select(column => (LeftOut(row, column), KeyOf(null, column), KeyOf(row, column))));

    private IEnumerable<string?> RowsAndTotal => Rows.Values.Append<string?>(null);

    private IEnumerable<string?> ColumnsAndTotal => Columns is null ? [null] : Columns.Values.Append<string?>(null);

    private string LeftOut(string row, string? column) => "not " + KeyOf(row, column);
}

/// <summary>What counts are divided by.</summary>
/// <param name="Of">The dimension.</param>
/// <param name="Values">Its values.</param>
/// <param name="IsPartition">Whether everybody has exactly one of them.</param>
public sealed record Division(string Of, IReadOnlyList<string> Values, bool IsPartition = true);

/// <summary>Tables that are published together, protected as one: what is shown in one must not tell what another hides.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Bases">The count on which each shown figure rests; never published.</param>
/// <param name="Shown">What is shown; null where it is not.</param>
public sealed record SafeTables(IReadOnlyList<CountTable> Tables, IReadOnlyDictionary<string, int> Bases, IReadOnlyDictionary<string, int?> Shown)
{
    /// <summary>Protects tables.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="count">The true count of a key that stands in them.</param>
    /// <param name="earlier">The bases of each earlier release of the same year.</param>
    public static SafeTables Make(IReadOnlyList<CountTable> tables, Func<string, int> count, params IReadOnlyList<IReadOnlyDictionary<string, int>> earlier)
    {
        var counts = tables.SelectMany(t => t.Keys).Distinct().ToDictionary(k => k, count);
        var unpublished = tables.SelectMany(t => t.LeftOuts).DistinctBy(l => l.Key).ToDictionary(l => l.Key, l => counts[l.Whole] - counts[l.Part]);
        var bases = counts.Concat(unpublished)
            .ToDictionary(c => c.Key, c => Suppression.BasisOf(c.Value, earlier.Where(e => e.ContainsKey(c.Key)).Select(e => e[c.Key])));
        var sums = tables.SelectMany(t => t.Sums).ToList();
        var shown = Suppression.Protect(bases, sums, unpublished.Keys.ToHashSet());
        return new(tables, bases, shown.Where(s => !unpublished.ContainsKey(s.Key)).ToDictionary());
    }
}
