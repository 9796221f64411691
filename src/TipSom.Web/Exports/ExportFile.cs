using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Localization;
using TipSom.Data.Reporting;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Domain.Reporting.Exports;
using TipSom.Web.Downloads;
using TipSom.Web.Tables;

namespace TipSom.Web.Exports;

/// <summary>Tables of exports as files: headings and rows as other programs read them, and what they mean in a file beside them.</summary>
public static class ExportFile
{
    /// <summary>The calendar year that was asked for. Refuses who may not ask.</summary>
    public static ReportYear YearOf(DownloadRequest request) => request.Role.Allows(Permission.ExportFigures)
        ? new ReportYear(YearKind.Calendar, int.Parse(request.Period, System.Globalization.CultureInfo.InvariantCulture))
        : throw new RuleBrokenException(PersonExport.NotAllowed);

    /// <summary>Some tables and their notes in one file.</summary>
    public static MadeFile Zip(string name, IReadOnlyList<ExportTable> tables, IEnumerable<string> notes)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var table in tables)
                Add(zip, $"{table.Name}.csv", CsvTable.Of(Plain(table)));
            Add(zip, "notes.txt", Encoding.UTF8.GetBytes(string.Join("\r\n", notes) + "\r\n"));
        }

        return new MadeFile(memory.ToArray(), $"{name}.zip", tables.Sum(t => t.Rows.Count));
    }

    /// <summary>One table as CSV.</summary>
    public static MadeFile Csv(string name, ExportTable table) => new(CsvTable.Of(Plain(table)), $"{name}.csv", table.Rows.Count);

    /// <summary>What was done to protect the people of a table.</summary>
    public static IEnumerable<string> Protection(ProtectedRows rows, IStringLocalizer<Ui> texts) =>
    [
        texts["{0}: {1} rows; {2} of them were made coarser, {3} were left out, {4} single values were taken out.",
            rows.Table.Name, rows.Table.Rows.Count, rows.Coarser, rows.LeftOut, rows.Emptied]
    ];

    /// <summary>What k means, once for each file.</summary>
    public static string Guarantee(IStringLocalizer<Ui> texts) =>
        texts["Every combination of the columns by which somebody could be recognised stands in at least {0} rows, and so does every combination of fewer of them. Every other value stands in at least {0} rows too; combinations with them are not protected.", KAnonymity.K];

    private static FigureTable Plain(ExportTable table) =>
        new(table.Name, [.. table.Columns.Select(c => c.Name)], [.. table.Rows.Select(r => r.Select(c => TableCell.Of(c)).ToArray())]) { IsPlain = true };

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
