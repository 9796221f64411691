using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace TipSom.Web.Tables;

/// <summary>Tables as CSV: UTF-8 with its mark, so that Excel reads Urdu, and no text that it would run as a formula.</summary>
public static class CsvTable
{
    public const string ContentType = "text/csv; charset=utf-8";

    // What begins a formula for Excel, LibreOffice or Google, and the wide letters that some of them take for the same.
    private const string BeginsFormula = "=+-@\t\r\n＝＋－＠";

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.None, NewLine = "\r\n" };

    /// <summary>The tables one below the other, an empty line between them.</summary>
    public static byte[] Of(params IReadOnlyList<FigureTable> tables)
    {
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, Format))
            foreach (var (i, table) in tables.Index())
            {
                if (i > 0)
                    csv.NextRecord();
                Write(csv, table);
            }

        return memory.ToArray();
    }

    private static void Write(CsvWriter csv, FigureTable table)
    {
        foreach (var column in table.Columns)
            csv.WriteField(Guarded(column));
        csv.NextRecord();
        foreach (var row in table.Rows)
        {
            foreach (var cell in row)
                csv.WriteField(Written(cell));
            csv.NextRecord();
        }

        if (table.IsPlain)
            return;
        csv.NextRecord();
        foreach (var line in table.Notes.Prepend(table.Title))
        {
            csv.WriteField(Guarded(line));
            csv.NextRecord();
        }
    }

    private static string? Written(TableCell cell) => cell.Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : Guarded(cell.Text);

    // Only what is known to be a number goes unguarded: a telephone number in words begins with a plus as a formula does.
    private static string? Guarded(string? text) => text is { Length: > 0 } && BeginsFormula.Contains(text[0]) ? "'" + text : text;
}
