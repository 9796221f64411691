using System.Globalization;
using CsvHelper;
using TipSom.Domain.Assessment;

namespace TipSom.Data.Seeding;

/// <summary>The row a reference file is being read at. An empty cell is null; a value that is not understood stops the load.</summary>
public readonly record struct ReferenceRow(IReaderRow Csv, int Position)
{
    public string? Optional(string column) => Csv.GetField(column) is { Length: > 0 } text ? text : null;

    public string Text(string column) => Optional(column) ?? throw NotUnderstood(column);

    public int Whole(string column) => (int)(Number(column) ?? throw NotUnderstood(column));

    public decimal? Number(string column) =>
        Optional(column) is { } text ? decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;

    public bool? YesNo(string column) => Optional(column) switch
    {
        null => null,
        "Y" => true,
        "N" => false,
        _ => throw NotUnderstood(column),
    };

    /// <summary>S, M or W; a dash where an indicator is not on the list.</summary>
    public IndicatorWeight? Weight(string column) => Text(column) switch
    {
        "S" => IndicatorWeight.Strong,
        "M" => IndicatorWeight.Medium,
        "W" => IndicatorWeight.Weak,
        "-" => null,
        _ => throw NotUnderstood(column),
    };

    /// <summary>Files write enum names as <c>TIP_PPC</c> or <c>post2023</c>; only letters and digits are compared.</summary>
    public TEnum Enum<TEnum>(string column)
        where TEnum : struct, Enum =>
        System.Enum.TryParse<TEnum>(Text(column).Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            && System.Enum.IsDefined(value)
            ? value
            : throw NotUnderstood(column);

    public IReadOnlyList<string> List(string column) =>
        Optional(column)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>
    /// A day, month or year as the period it can mean. As a beginning it is the first day of that period;
    /// as an end, the first day on which it is certainly over (a full day is itself that day).
    /// </summary>
    public (DateOnly Earliest, DateOnly Latest)? Period(string column)
    {
        if (Optional(column) is not { } text)
            return null;

        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day))
            return (day, day);
        if (DateOnly.TryParseExact(text, "yyyy-MM", culture, DateTimeStyles.None, out var month))
            return (month, month.AddMonths(1));
        if (DateOnly.TryParseExact(text, "yyyy", culture, DateTimeStyles.None, out var year))
            return (year, year.AddYears(1));
        throw NotUnderstood(column);
    }

    private FormatException NotUnderstood(string column) =>
        new($"Row {Position}, column {column}: \"{Csv.GetField(column)}\" is not understood.");
}
