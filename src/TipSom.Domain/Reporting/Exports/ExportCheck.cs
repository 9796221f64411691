namespace TipSom.Domain.Reporting.Exports;

/// <summary>What must hold of every export before it becomes a file.</summary>
public static class ExportCheck
{
    /// <summary>What is said where a file does not fit its standard.</summary>
    public const string DoesNotFit = "The file was not made: a row does not fit the standard. Tell the national desk.";

    /// <summary>Digits that follow each other, with nothing but spaces, dots and hyphens between, in a telephone or an identity number.</summary>
    private const int DigitsOfANumber = 9;

    private static readonly string[] Prefixes =
    [
        RecordNumber.CasePrefix, RecordNumber.ReferralPrefix, RecordNumber.ConnectPrefix, RecordNumber.EmergencyPrefix, RecordNumber.ReturnPrefix, RecordNumber.DownloadPrefix
    ];

    /// <summary>Refuses a table with a problem.</summary>
    public static ExportTable Checked(ExportTable table, IReadOnlyList<string>? headings = null) =>
        Problems(table, headings ?? [.. table.Columns.Select(c => c.Name)]).Count == 0 ? table : throw new RuleBrokenException(DoesNotFit);

    /// <summary>Every cell that does not fit, and every heading out of its place.</summary>
    /// <param name="table">The table.</param>
    /// <param name="headings">The headings of the standard in their order.</param>
    public static IReadOnlyList<ExportProblem> Problems(ExportTable table, IReadOnlyList<string> headings)
    {
        var problems = new List<ExportProblem>();
        if (!table.Columns.Select(c => c.Name).SequenceEqual(headings))
            problems.Add(new(0, "", ExportFault.Columns));
        foreach (var (i, row) in table.Rows.Index())
        {
            if (row.Count != table.Columns.Count)
            {
                problems.Add(new(i + 1, "", ExportFault.Columns));
                continue;
            }

            foreach (var (column, cell) in table.Columns.Zip(row))
            {
                if (!column.Values.Take(cell))
                    problems.Add(new(i + 1, column.Name, ExportFault.Value));
                else if (IsForbidden(cell))
                    problems.Add(new(i + 1, column.Name, ExportFault.Forbidden));
            }
        }

        return problems;
    }

    /// <summary>Whether a text could be an identity number, a telephone, a mail address or the number of a record.</summary>
    public static bool IsForbidden(string text) =>
        text.Contains('@') || HasLongNumber(text) || Prefixes.Any(p => Enumerable.Range(0, Math.Max(0, text.Length - RecordNumber.Length + 1))
            .Any(i => RecordNumber.TryParse(text.Substring(i, RecordNumber.Length), p, out _)));

    private static bool HasLongNumber(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsDigit(c) ? digits + 1 : c is ' ' or '-' or '.' or '(' or ')' ? digits : 0;
            if (digits >= DigitsOfANumber)
                return true;
        }

        return false;
    }
}

/// <summary>What is wrong with a cell. Its content is not told.</summary>
/// <param name="Row">Its row, from 1; 0 for the headings.</param>
/// <param name="Column">Its column.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record ExportProblem(int Row, string Column, ExportFault Fault);

/// <summary>What may be wrong.</summary>
public enum ExportFault
{
    /// <summary>The columns are not those of the standard, or not in its order.</summary>
    Columns,

    /// <summary>The value is none of the column's.</summary>
    Value,

    /// <summary>It looks like a number or an address of somebody.</summary>
    Forbidden
}
