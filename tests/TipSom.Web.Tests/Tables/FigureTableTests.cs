using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsvHelper;
using ExcelDataReader;
using TipSom.Web.Tables;

namespace TipSom.Web.Tests.Tables;

/// <summary>Tables as files, read back by other programs than those that wrote them.</summary>
public sealed class FigureTableTests
{
    private static readonly FigureTable Sample = new(
        "Referred: 2020/2021",
        ["ضلع", "Persons", "Share", "Since"],
        [
            ["لاہور", 11_803, TableCell.Percent(36.86m), new DateOnly(2020, 1, 9)],
            ["=1+1", 0, null as decimal?, null as string],
            ["+923001234567", -5, 1.5m, "@SUM(A1)"],
            ["-2", null as int?, TableCell.Missing, "\tx"],
            ["＝1", 1, 2m, "a,\"b\"\nc"]
        ])
    { Notes = ["Who was referred; =a note"] };

    static FigureTableTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Csv_holds_figures_as_numbers_words_unharmed_and_nothing_that_runs()
    {
        var bytes = CsvTable.Of(Sample);
        var lines = Read(bytes);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(["ضلع", "Persons", "Share", "Since"], lines[0]);
        Assert.Equal(["لاہور", "11803", "36.86", "2020-01-09"], lines[1]);
        Assert.Equal(["'=1+1", "0", "", ""], lines[2]);
        Assert.Equal(["'+923001234567", "-5", "1.5", "'@SUM(A1)"], lines[3]);
        Assert.Equal(["'-2", "", "", "'\tx"], lines[4]);
        Assert.Equal(["'＝1", "1", "2", "a,\"b\"\nc"], lines[5]);
        Assert.Equal([["Referred: 2020/2021"], ["Who was referred; =a note"]], lines[6..]);
    }

    [Fact]
    public void The_numbers_of_a_file_do_not_depend_on_the_language()
    {
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");

        Assert.Equal("36.86", Read(CsvTable.Of(Sample))[1][2]);
    }

    [Fact]
    public void A_plain_table_is_only_headings_and_rows() => Assert.Equal(6, Read(CsvTable.Of(Sample with { IsPlain = true })).Count);

    [Fact]
    public void A_workbook_has_a_sheet_for_each_table_with_real_numbers()
    {
        using var stream = new MemoryStream(Workbook.Of([Sample, Sample, Sample with { Title = "" }], rightToLeft: false));
        using var reader = ExcelReaderFactory.CreateReader(stream);

        Assert.Equal(("Referred  2020 2021", 3), (reader.Name, reader.ResultsCount));
        var rows = Rows(reader);
        Assert.Equal("Referred: 2020/2021", rows[0][0]);
        Assert.Equal(["ضلع", "Persons", "Share", "Since"], rows[2]);
        Assert.Equal(["لاہور", 11803.0, 36.86, "2020-01-09"], rows[3]);
        Assert.Equal(["=1+1", 0.0, null, null], rows[4]);
        Assert.Equal(["+923001234567", -5.0, 1.5, "@SUM(A1)"], rows[5]);
        Assert.Equal("Who was referred; =a note", rows[^1][0]);
        Assert.True(reader.NextResult());
        Assert.Equal("Referred  2020 2021 2", reader.Name);
        Assert.True(reader.NextResult());
        Assert.Equal("3", reader.Name);
    }

    [Fact]
    public void A_workbook_names_nobody_runs_nothing_and_is_read_from_the_right_in_urdu()
    {
        var parts = Parts(Workbook.Of([Sample], rightToLeft: true));

        Assert.DoesNotContain(parts.Values, xml => xml.Contains("<x:f>", StringComparison.Ordinal) || xml.Contains("<x:f ", StringComparison.Ordinal) || xml.Contains("<f>", StringComparison.Ordinal));
        Assert.Contains("rightToLeft=\"1\"", parts.Single(p => p.Key.Contains("worksheets/", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
        var properties = parts.Single(p => p.Value.Contains("creator", StringComparison.Ordinal) && p.Value.Contains("coreProperties", StringComparison.Ordinal)).Value;
        Assert.Equal(["TipSom", "TipSom"], XDocument.Parse(properties).Root!.Elements().Select(e => e.Value));
        Assert.DoesNotContain("rightToLeft=\"1\"", string.Concat(Parts(Workbook.Of([Sample], rightToLeft: false)).Values), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_that_no_file_may_hold_and_names_that_no_sheet_may_have_do_no_harm()
    {
        var odd = new FigureTable(new string('ا', 40) + "[]:*?/\\", ["A\u0001"], [["x\u0000\u001F"]]);

        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(Workbook.Of([odd, odd], rightToLeft: true)));

        Assert.Equal(new string('ا', 31), reader.Name);
        Assert.Equal("x", Rows(reader)[3][0]);
        Assert.True(reader.NextResult());
        Assert.Equal(31, reader.Name.Length);
    }

    private static List<string[]> Read(byte[] csv)
    {
        using var reader = new CsvReader(new StreamReader(new MemoryStream(csv)), CultureInfo.InvariantCulture);
        var lines = new List<string[]>();
        while (reader.Parser.Read())
            lines.Add(reader.Parser.Record!);
        return lines;
    }

    private static List<object?[]> Rows(IExcelDataReader reader)
    {
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return rows;
    }

    private static Dictionary<string, string> Parts(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return archive.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open()).ReadToEnd());
    }
}
