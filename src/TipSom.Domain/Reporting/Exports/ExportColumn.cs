namespace TipSom.Domain.Reporting.Exports;

/// <summary>What may stand in a column of an export. Empty may always stand there: it says that nothing is known or nothing may be told.</summary>
/// <param name="Meaning">In words; a key of their translation.</param>
/// <param name="Codes">The values, where they are a list.</param>
/// <param name="AreSeveral">Whether several of them may stand together, between semicolons.</param>
public sealed record ExportValues(string Meaning, IReadOnlyList<string> Codes, bool AreSeveral = false)
{
    /// <summary>Between several values of one cell.</summary>
    public const char Between = ';';

    /// <summary>Longest value of a cell, in characters: a text cannot hide in it.</summary>
    public const int Longest = 400;

    /// <summary>What a mark is written as. There is no mark for "no": nobody asked is not "no".</summary>
    public const string Marked = "1";

    private readonly HashSet<string> known = [.. Codes];

    private Func<string, bool>? fits;

    /// <summary>A mark or nothing.</summary>
    public static ExportValues Mark { get; } = new("1, or empty; never 0", [Marked]);

    /// <summary>A year.</summary>
    public static ExportValues Year { get; } = new("A year", []) { fits = v => v.Length == 4 && v.All(char.IsAsciiDigit) && v[0] is '1' or '2' };

    /// <summary>A count.</summary>
    public static ExportValues Count { get; } = new("A whole number", []) { fits = v => v.Length <= 8 && v.All(char.IsAsciiDigit) };

    /// <summary>A day.</summary>
    public static ExportValues Day { get; } = new("A day, as 2026-03-09", []) { fits = v => DateOnly.TryParseExact(v, "yyyy-MM-dd", out _) };

    /// <summary>A period.</summary>
    public static ExportValues Period { get; } = new("A period, as 2026-03, 2026-Q1 or 2026", []) { fits = v => ReportPeriod.Parse(v)?.Name == v };

    /// <summary>The code of an agency.</summary>
    public static ExportValues AgencyCode { get; } = new("Code of an agency", []) { fits = v => v.Length <= 40 && v.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') };

    /// <summary>A country in two letters.</summary>
    public static ExportValues Country { get; } = new("A country, ISO 3166-1, two letters", [.. CountryCodes.OfTwoLetters]);

    /// <summary>A country in three letters.</summary>
    public static ExportValues Country3 { get; } = new("A country, ISO 3166-1, three letters", [.. CountryCodes.OfThreeLetters]);

    /// <summary>A country, or a province of Pakistan, and nothing finer.</summary>
    public static ExportValues Place { get; } = new("A country, ISO 3166-1, or a province of Pakistan, ISO 3166-2", [.. CountryCodes.OfTwoLetters, .. Provinces.All]);

    /// <summary>A name for one row of one export, drawn by chance.</summary>
    public static ExportValues PseudoId { get; } = new("Letters drawn anew for each export", []) { fits = v => v.Length == PseudoIds.Length && v.All(char.IsAsciiLetterUpper) };

    /// <summary>One of a list.</summary>
    public static ExportValues OneOf(params IEnumerable<string> codes) => new("One of a list", [.. codes.Distinct()]);

    /// <summary>Several of a list.</summary>
    public static ExportValues SeveralOf(params IEnumerable<string> codes) => new("Some of a list, between semicolons", [.. codes.Distinct()], AreSeveral: true);

    /// <summary>Whether this may stand in the column.</summary>
    public bool Take(string value) => value.Length == 0 || (value.Length <= Longest && (AreSeveral ? value.Split(Between).All(TakeOne) : TakeOne(value)));

    private bool TakeOne(string value) => fits?.Invoke(value) ?? known.Contains(value);
}

/// <summary>A column of an export, and where it comes from: what the mapping page shows and the check of a file reads.</summary>
public interface IExportColumn
{
    /// <summary>Its heading, as the standard writes it.</summary>
    string Name { get; }

    /// <summary>The field of the records; a key of its translation.</summary>
    string Source { get; }

    /// <summary>The code list that turns codes into values; null where none does.</summary>
    string? CodeList { get; }

    /// <summary>What may stand in it.</summary>
    ExportValues Values { get; }
}

/// <summary>A column whose rows are made elsewhere.</summary>
/// <param name="Name">Its heading, as the standard writes it.</param>
/// <param name="Source">The field of the records; a key of its translation.</param>
/// <param name="CodeList">The code list that turns codes into values; null where none does.</param>
/// <param name="Values">What may stand in it.</param>
public sealed record ExportColumn(string Name, string Source, string? CodeList, ExportValues Values) : IExportColumn;

/// <summary>A column with the function that fills it.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Source">The field of the records.</param>
/// <param name="CodeList">The code list.</param>
/// <param name="Values">What may stand in it.</param>
/// <param name="Of">Its value for one row; empty where nothing is known.</param>
public sealed record ExportColumn<T>(string Name, string Source, string? CodeList, ExportValues Values, Func<T, string> Of)
    : IExportColumn;

/// <summary>A table of an export.</summary>
/// <param name="Name">Its name; of the file too.</param>
/// <param name="Columns">Its columns in their order.</param>
/// <param name="Rows">As many cells a row as there are columns.</param>
public sealed record ExportTable(string Name, IReadOnlyList<IExportColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Fills the columns from facts.</summary>
    public static ExportTable Of<T>(string name, IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> facts) =>
        new(name, columns, [.. facts.Select(f => columns.Select(c => c.Of(f)).ToArray())]);

    /// <summary>Where a column stands.</summary>
    public int IndexOf(string column) => Columns.Select(c => c.Name).ToList().IndexOf(column);
}

/// <summary>The provinces and territories of Pakistan as ISO 3166-2 has them.</summary>
public static class Provinces
{
    private static readonly Dictionary<string, string> Iso = new()
    {
        ["PB"] = "PK-PB",
        ["SD"] = "PK-SD",
        ["KP"] = "PK-KP",
        ["BA"] = "PK-BA",
        ["ICT"] = "PK-IS",
        ["GB"] = "PK-GB",
        ["AJK"] = "PK-JK"
    };

    /// <summary>Every one.</summary>
    public static IReadOnlyCollection<string> All => Iso.Values;

    /// <summary>The code of a province; of Pakistan as a whole where it is not known.</summary>
    public static string Of(string? code) => code is not null && Iso.TryGetValue(code, out var iso) ? iso : "PK";
}

/// <summary>Names for rows, drawn by chance for one export: nothing leads from one to a record, or from one export to the next.</summary>
public static class PseudoIds
{
    /// <summary>Length, in letters.</summary>
    public const int Length = 12;

    // Without vowels: no word comes about by chance.
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    /// <summary>Draws one.</summary>
    public static string Draw() => System.Security.Cryptography.RandomNumberGenerator.GetString(Letters, Length);
}
