namespace TipSom.Domain.Reporting.Exports;

/// <summary>
/// Makes rows of people safe to leave the portal. Of the columns by which somebody could be recognised, at most six, every combination that is in
/// the file stands in at least k rows; so does every combination of fewer of them, since its rows are whole groups of the larger one. Rows
/// that are too rare are made coarser step by step, and left out where that is not enough. In the other columns a value that fewer than k rows carry is taken out.
/// </summary>
public static class KAnonymity
{
    /// <summary>Fewest rows of a combination (CTDC's first public file).</summary>
    public const int K = Suppression.Minimum;

    /// <summary>Most columns by which somebody could be recognised.</summary>
    public const int MostIdentifiers = 6;

    /// <summary>The rows that may leave, in an order that says nothing.</summary>
    /// <param name="table">All rows.</param>
    /// <param name="identifiers">The columns by which somebody could be recognised; columns of one identifier together.</param>
    /// <param name="steps">How a rare row is made coarser, in order.</param>
    public static ProtectedRows Protect(ExportTable table, IReadOnlyList<IReadOnlyList<string>> identifiers, IReadOnlyList<CoarserStep> steps)
    {
        if (identifiers.Count > MostIdentifiers)
            throw new ArgumentException("These are more columns than a person may be recognised by.", nameof(identifiers));
        var places = identifiers.SelectMany(i => i).Select(table.IndexOf).ToArray();
        var rows = table.Rows.Select(r => (Cells: r.ToArray(), Original: r)).ToList();
        foreach (var step in steps)
        {
            var at = table.IndexOf(step.Column);
            foreach (var row in Groups().Where(g => g.Count() < K).SelectMany(g => g).ToList())
                row.Cells[at] = step.Coarser(row.Cells[at]);
        }

        var kept = Groups().Where(g => g.Count() >= K).SelectMany(g => g).ToList();
        var coarser = kept.Count(r => places.Any(p => r.Cells[p] != r.Original[p]));
        var emptied = Enumerable.Range(0, table.Columns.Count).Except(places).Sum(column => TakeOutRare([.. kept.Select(r => r.Cells)], column));
        IReadOnlyList<IReadOnlyList<string>> ordered = [.. kept.Select(r => r.Cells).OrderBy(r => string.Join('\u001f', r), StringComparer.Ordinal)];
        return new ProtectedRows(table with { Rows = ordered }, coarser, rows.Count - kept.Count, emptied);

        IEnumerable<IGrouping<string, (string[] Cells, IReadOnlyList<string> Original)>> Groups() =>
            rows.GroupBy(r => string.Join('\u001f', places.Select(p => r.Cells[p])), StringComparer.Ordinal);
    }

    private static int TakeOutRare(IReadOnlyList<string[]> rows, int column)
    {
        var counts = rows.SelectMany(r => Parts(r[column])).CountBy(v => v, StringComparer.Ordinal).ToDictionary();
        var changed = 0;
        foreach (var row in rows.Where(r => Parts(r[column]).Any(v => counts[v] < K)))
        {
            row[column] = string.Join(ExportValues.Between, Parts(row[column]).Where(v => counts[v] >= K));
            changed++;
        }

        return changed;
    }

    private static string[] Parts(string cell) => cell.Split(ExportValues.Between, StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>How a value becomes coarser.</summary>
/// <param name="Column">Of which column.</param>
/// <param name="Coarser">The coarser value; empty is the coarsest.</param>
public sealed record CoarserStep(string Column, Func<string, string> Coarser)
{
    /// <summary>A step that leaves nothing of the column.</summary>
    public static CoarserStep Empty(string column) => new(column, _ => "");

    /// <summary>A step from the province to the country.</summary>
    public static CoarserStep ToCountry(string column) => new(column, v => v.Split('-')[0]);
}

/// <summary>Rows that may leave, and what it cost.</summary>
/// <param name="Table">The rows.</param>
/// <param name="Coarser">How many of them were made coarser.</param>
/// <param name="LeftOut">How many are not among them.</param>
/// <param name="Emptied">How many values beside were taken out.</param>
public sealed record ProtectedRows(ExportTable Table, int Coarser, int LeftOut, int Emptied);
