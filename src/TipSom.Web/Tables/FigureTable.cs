using System.Globalization;

namespace TipSom.Web.Tables;

/// <summary>A table that leaves the portal as a file: figures under headings, and the lines that say what they mean.</summary>
/// <param name="Title">What it shows; the name of its sheet.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">As many cells a row as there are headings.</param>
public sealed record FigureTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows)
{
    /// <summary>Definitions, source and day of the figures; below the rows.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Only headings and rows, as other programs read them: no title and no notes.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether a figure is missing.</summary>
    public bool HasGaps => Rows.Any(row => row.Any(cell => cell.IsMissing));
}

/// <summary>A cell: words, a number, a day, or nothing because the figure is not available, which is not zero.</summary>
public readonly record struct TableCell
{
    /// <summary>Words; null where it is something else.</summary>
    public string? Text { get; private init; }

    /// <summary>A number; null where it is something else.</summary>
    public decimal? Number { get; private init; }

    /// <summary>Whether the number is a share, written with its sign.</summary>
    public bool IsPercent { get; private init; }

    public bool IsMissing => Text is null && Number is null;

    public static TableCell Missing => default;

    /// <summary>A share in percent.</summary>
    public static TableCell Percent(decimal? percent) => new() { Number = percent, IsPercent = true };

    public static TableCell Of(string? text) => new() { Text = text };

    public static TableCell Of(decimal? number) => new() { Number = number };

    /// <summary>A day, as 2026-03-09.</summary>
    public static TableCell Of(DateOnly? day) => new() { Text = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    public static implicit operator TableCell(string? text) => Of(text);

    public static implicit operator TableCell(int number) => Of((decimal)number);

    public static implicit operator TableCell(int? number) => Of((decimal?)number);

    public static implicit operator TableCell(decimal? number) => Of(number);

    public static implicit operator TableCell(DateOnly? day) => Of(day);

    /// <summary>As a page shows it; null where it is missing.</summary>
    public string? Shown => Number is not { } number ? Text : IsPercent ? FigureText.Percent(number) : FigureText.Of(number);
}
