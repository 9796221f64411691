using System.Globalization;
using TipSom.Domain;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Imports;

/// <summary>
/// Returns in a file: one figure on a line (period, figure, value), or one period on a line with a column a figure. Figures are named by their
/// codes, periods by their names. An empty cell was not reported. A formula is read as what it last came to.
/// </summary>
public static class ReturnFile
{
    /// <summary>Largest file, in bytes.</summary>
    public const int FileMaxLength = 512 * 1024;

    /// <summary>Most periods of one file.</summary>
    public const int MostPeriods = 60;

    /// <summary>What is refused of a larger file.</summary>
    public const string TooLarge = "This file is too large. Bring in at most 60 periods at once.";

    /// <summary>Heading of the column of periods.</summary>
    public const string PeriodHeading = "period";

    /// <summary>Heading of the column of figures, where one stands on a line.</summary>
    public const string FigureHeading = "figure";

    /// <summary>Heading of the column of values.</summary>
    public const string ValueHeading = "value";

    /// <summary>Heading of the column of notes, where one period stands on a line.</summary>
    public const string NoteHeading = "note";

    private const string NotAPeriod = "Write the period as 2026-10, 2026-Q4 or 2026.";

    /// <summary>Reads a file: the returns, or what is wrong with its lines.</summary>
    public static ReadReturns Read(byte[] file)
    {
        if (file.Length > FileMaxLength)
            throw new RuleBrokenException(TooLarge);
        var lines = RegisterFile.Read(RegisterFile.FormatOf(file), file);
        var headings = lines[0].Select(h => h.Trim()).ToList();
        var problems = new List<ReturnFileProblem>();
        var returns = ColumnOf(headings, FigureHeading) >= 0 ? OneFigureALine(lines, headings, problems) : OnePeriodALine(lines, headings, problems);
        if (returns.Count > MostPeriods)
            throw new RuleBrokenException(TooLarge);
        if (problems.Count == 0 && returns.Count == 0)
            throw new RuleBrokenException("There is no figure in this file.");
        return new ReadReturns(problems.Count > 0 ? [] : returns, problems);
    }

    private static List<ReadReturn> OneFigureALine(IReadOnlyList<string[]> lines, List<string> headings, List<ReturnFileProblem> problems)
    {
        var (period, figure, value) = (ColumnOf(headings, PeriodHeading), ColumnOf(headings, FigureHeading), ColumnOf(headings, ValueHeading));
        if (period < 0 || value < 0)
            throw new RuleBrokenException("The first line names the columns. Download the file to fill in, and use its first line.");
        var read = new Dictionary<ReportPeriod, (int Line, Dictionary<FigureCell, int> Values)>();
        for (var i = 1; i < lines.Count; i++)
        {
            var (line, cells) = (i + 1, lines[i]);
            // A line of the template that nobody filled in.
            if (Text(cells, value).Length == 0)
                continue;
            var days = PeriodOf(Text(cells, period), line, problems);
            var cell = FigureCell.Parse(Text(cells, figure));
            if (cell is null)
                problems.Add(new(line, FigureHeading, "There is no figure of this code."));
            if (ValueOf(Text(cells, value), line, ValueHeading, problems) is not { } number || days is null || cell is null)
                continue;
            if (!read.TryGetValue(days.Value, out var kept))
                read[days.Value] = kept = (line, []);
            if (!kept.Values.TryAdd(cell.Value, number))
                problems.Add(new(line, FigureHeading, "This figure stands in the file twice for the same period."));
        }

        return [.. read.Select(r => new ReadReturn(r.Value.Line, r.Key, new FigureSet(r.Value.Values), null))];
    }

    private static List<ReadReturn> OnePeriodALine(IReadOnlyList<string[]> lines, List<string> headings, List<ReturnFileProblem> problems)
    {
        var (period, note) = (ColumnOf(headings, PeriodHeading), ColumnOf(headings, NoteHeading));
        var columns = headings.Select((heading, i) => (Index: i, Cell: FigureCell.Parse(heading))).Where(c => c.Cell is not null).ToList();
        if (period < 0 || columns.Count == 0)
            throw new RuleBrokenException("The first line names the columns. Download the file to fill in, and use its first line.");
        for (var i = 0; i < headings.Count; i++)
            if (i != period && i != note && headings[i].Length > 0 && FigureCell.Parse(headings[i]) is null)
                problems.Add(new(1, headings[i], "There is no figure of this code."));
        if (columns.GroupBy(c => c.Cell).FirstOrDefault(g => g.Count() > 1) is { } twice)
            problems.Add(new(1, twice.Key!.Value.Code, "Two columns have this figure."));
        var read = new Dictionary<ReportPeriod, ReadReturn>();
        for (var i = 1; i < lines.Count; i++)
        {
            var (line, cells) = (i + 1, lines[i]);
            var days = PeriodOf(Text(cells, period), line, problems);
            var values = new Dictionary<FigureCell, int>();
            foreach (var (index, cell) in columns)
                if (ValueOf(Text(cells, index), line, cell!.Value.Code, problems) is { } number)
                    values[cell.Value] = number;
            if (Text(cells, note).Length > Return.WordsMaxLength)
                problems.Add(new(line, NoteHeading, "This is too long."));
            if (days is { } known && !read.TryAdd(known, new ReadReturn(line, known, new FigureSet(values), Text(cells, note))))
                problems.Add(new(line, PeriodHeading, "This period stands in the file twice."));
        }

        return [.. read.Values.Where(r => r.Figures.Values.Count > 0)];
    }

    private static ReportPeriod? PeriodOf(string text, int line, List<ReturnFileProblem> problems)
    {
        // Excel makes a day of 2026-10.
        var month = DateOnly.TryParseExact(Digits.Fold(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Day == 1
            ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : text;
        if (ReportPeriod.Parse(month) is { } period)
            return period;
        problems.Add(new(line, PeriodHeading, NotAPeriod));
        return null;
    }

    private static int? ValueOf(string text, int line, string column, List<ReturnFileProblem> problems)
    {
        if (text.Length == 0)
            return null;
        if (int.TryParse(Digits.Fold(text), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= FigureSet.Highest)
            return value;
        problems.Add(new(line, column, FigureSet.Negative));
        return null;
    }

    private static int ColumnOf(List<string> headings, string heading) => headings.FindIndex(h => h.Equals(heading, StringComparison.OrdinalIgnoreCase));

    private static string Text(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column].Trim() : "";
}

/// <summary>What a file of returns held.</summary>
/// <param name="Returns">The returns; none where anything is wrong.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record ReadReturns(IReadOnlyList<ReadReturn> Returns, IReadOnlyList<ReturnFileProblem> Problems);

/// <summary>A return in a file.</summary>
/// <param name="Line">The line where it begins, as Excel counts.</param>
/// <param name="Period">The days.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Note">The note.</param>
public sealed record ReadReturn(int Line, ReportPeriod Period, FigureSet Figures, string? Note);

/// <summary>What is wrong with a cell of a file.</summary>
/// <param name="Line">The line, as Excel counts.</param>
/// <param name="Column">The heading of the column.</param>
/// <param name="Sentence">What is wrong.</param>
public sealed record ReturnFileProblem(int Line, string Column, string Sentence);
