using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TipSom.Web.Tables;

/// <summary>
/// Tables as a workbook of Excel, a sheet each: numbers are numbers, words are never formulas, and a sheet in Urdu runs from the right.
/// Nobody's name is in its properties.
/// </summary>
public static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Creator = "TipSom";
    private const int LongestName = 31;
    private const int NarrowestColumn = 10;
    private const int WidestColumn = 60;

    // Places in the list of formats of a cell, below.
    private const uint Plain = 0, Bold = 1, Whole = 2, Broken = 3, Wrapped = 4;

    public static byte[] Of(IReadOnlyList<FigureTable> tables, bool rightToLeft)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            (document.PackageProperties.Creator, document.PackageProperties.LastModifiedBy) = (Creator, Creator);
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheets = new Sheets();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (i, table) in tables.Index())
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Sheet(table, rightToLeft, first: i == 0);
                sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)i + 1, Name = NameOf(table.Title, i, names) });
            }

            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new BookViews(new WorkbookView()), sheets);
        }

        return memory.ToArray();
    }

    private static Worksheet Sheet(FigureTable table, bool rightToLeft, bool first)
    {
        var rows = new SheetData();
        if (!table.IsPlain)
        {
            rows.Append(new Row(Words(table.Title, Bold)));
            rows.Append(new Row());
        }

        rows.Append(new Row(table.Columns.Select(c => Words(c, Bold))));
        foreach (var row in table.Rows)
            rows.Append(new Row(row.Select(CellOf)));
        if (!table.IsPlain && table.Notes.Count > 0)
        {
            rows.Append(new Row());
            foreach (var note in table.Notes)
                rows.Append(new Row(Words(note, Plain)));
        }

        return new Worksheet(
            new SheetViews(new SheetView { WorkbookViewId = 0, RightToLeft = rightToLeft, TabSelected = first }),
            new Columns(table.Columns.Select((_, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = WidthOf(table, i), CustomWidth = true })),
            rows);
    }

    private static Cell CellOf(TableCell cell) => cell switch
    {
        { Number: { } number } => new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture)))
        {
            DataType = CellValues.Number,
            StyleIndex = number == decimal.Truncate(number) && !cell.IsPercent ? Whole : Broken
        },
        { Text: { } text } => Words(text, Wrapped),
        _ => new Cell()
    };

    private static Cell Words(string text, uint style) =>
        new(new InlineString(new Text(FigureText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = style
        };

    private static double WidthOf(FigureTable table, int column) =>
        Math.Clamp(
            table.Rows.Where(r => column < r.Count).Select(r => r[column].Shown?.Length ?? 0).Append(table.Columns[column].Length).Max() + 2,
            NarrowestColumn, WidestColumn);

    // What Excel takes for the name of a sheet: short, without some characters, and no two the same.
    private static string NameOf(string title, int place, HashSet<string> taken)
    {
        var clean = string.Concat(FigureText.Clean(title).Select(c => @"[]:*?/\".Contains(c) || char.IsControl(c) ? ' ' : c)).Trim(' ', '\'');
        var number = (place + 1).ToString(CultureInfo.InvariantCulture);
        var name = clean.Length == 0 ? number : clean.Length > LongestName ? clean[..LongestName].Trim(' ', '\'') : clean;
        if (!taken.Add(name))
            taken.Add(name = $"{name[..Math.Min(name.Length, LongestName - number.Length - 1)]} {number}");
        return name;
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            // 3 and 4 are 1,234 and 1,234.00 in every Excel.
            new CellFormat { NumberFormatId = 3, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
