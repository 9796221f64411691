using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ExcelDataReader;
using TipSom.Domain;
using TipSom.Domain.Imports;

namespace TipSom.Data.Imports;

/// <summary>The lines of a register's file as text, the heading first. Reads the same file the same way every time.</summary>
public static class RegisterFile
{
    /// <summary>Columns beyond these are left out.</summary>
    public const int MostColumns = 60;

    /// <summary>Longest text of a cell, in characters; longer ones are cut by who reads them, not here.</summary>
    public const int CellMaxLength = 8000;

    // A workbook is a zip archive: small outside, and inside as large as somebody wished.
    private const long MostUnpacked = 300L * 1024 * 1024;

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
        BadDataFound = null,
        MaxFieldSize = CellMaxLength,
        TrimOptions = TrimOptions.Trim
    };

    // The reader of workbooks asks for this code page before it looks at the file, and .NET has it only when told.
    static RegisterFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Which format the bytes are; refuses what is neither, by what is in the file and not by its name.</summary>
    public static RegisterFormat FormatOf(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\u0003\u0004"u8))
            return RegisterFormat.Xlsx;
        if (file.IsEmpty || file.Contains((byte)0) || !System.Text.Unicode.Utf8.IsValid(file))
            throw new RuleBrokenException("This file cannot be read. Save it from Excel as \"CSV UTF-8\" or as an Excel workbook (.xlsx).");
        return RegisterFormat.Csv;
    }

    /// <summary>The lines that hold anything, the heading first; one more than <see cref="RegisterImport.MostRows"/> and the heading at most.</summary>
    public static IReadOnlyList<string[]> Read(RegisterFormat format, byte[] file)
    {
        try
        {
            var lines = (format == RegisterFormat.Csv ? Csv(file) : Workbook(file))
                .Where(cells => cells.Any(c => c.Length > 0)).Take(RegisterImport.MostRows + 2).ToList();
            return lines.Count > 0 ? lines : throw new RuleBrokenException("This file is empty.");
        }
        catch (Exception broken) when (broken is not RuleBrokenException and not OutOfMemoryException)
        {
            // What a damaged file makes a reader throw is not to be foreseen; nothing of it is logged, as it may quote the file.
            throw new RuleBrokenException("This file cannot be read. Save it from Excel as \"CSV UTF-8\" or as an Excel workbook (.xlsx).");
        }
    }

    private static IEnumerable<string[]> Csv(byte[] file)
    {
        using var csv = new CsvParser(new StreamReader(new MemoryStream(file), Encoding.UTF8), Format);
        while (csv.Read())
            yield return [.. csv.Record!.Take(MostColumns).Select(Clean)];
    }

    private static IEnumerable<string[]> Workbook(byte[] file)
    {
        using (var archive = new ZipArchive(new MemoryStream(file)))
        {
            if (archive.Entries.Sum(e => e.Length) > MostUnpacked)
                throw new RuleBrokenException("This workbook is too large when unpacked. Save the sheet as \"CSV UTF-8\".");
        }

        using var workbook = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        while (workbook.Read())
        {
            var cells = new string[Math.Min(workbook.FieldCount, MostColumns)];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = Clean(Written(workbook.GetValue(i)));
            yield return cells;
        }
    }

    // Whole numbers lose the tail a workbook gives them: a CNIC kept as a number must not become 3.52E+12.
    private static string Written(object? value) => value switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number when number == Math.Truncate(number) && Math.Abs(number) < 1e15 => number.ToString("F0", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? ""
    };

    // A cell that some program guarded against being taken for a formula.
    private static string Clean(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == '\'' && (text[1] is '=' or '+' or '-' or '@') ? text[1..] : text;
    }
}
