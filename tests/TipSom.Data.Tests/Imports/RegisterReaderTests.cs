using System.Text;
using TipSom.Data.Imports;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Imports;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Imports;

/// <summary>Lines of registers as stations write them, in both languages, and what is said of those that cannot be read.</summary>
public sealed class RegisterReaderTests
{
    private static readonly District[] Districts =
    [
        new("PB-LAHORE", "PB", "Lahore", "لاہور", DistrictStatus.Pbs2023),
        new("SD-KARACHI-SOUTH", "SD", "Karachi South", "کراچی جنوبی", DistrictStatus.Pbs2023, aliases: ["Saddar Karachi"])
    ];

    [Fact]
    public void A_line_is_read_in_either_language()
    {
        var (line, leftOut) = Read("R-1", "9/3/2025", "انسانی سمگلنگ", "لاہور", "نہیں", "۱۲۳/۲۰۲۵", "لڑکی", "تقریباً ۱۶", "زرمینہ", "گلفراز", "۹۰۰۰۰-۱۲۳۴۵۶۷-۱", "۰۳۰۰-۱۲۳۴۵۶۷", "بھٹے پر ملی");

        Assert.Null(leftOut);
        Assert.Equal("R-1", line!.CaseKey);
        Assert.Equal(new CaseFacts(CaseKind.Trafficking, "PB-LAHORE", BorderCrossing.InsidePakistan, "123/2025", new DateOnly(2025, 3, 9)), line.Facts);
        Assert.Equal((Sex.Female, new Age(16, true), Safety.Unknown), (line.Person.Sex, line.Person.Age, line.Person.Safety));
        Assert.Equal(new IdentityDetails("زرمینہ", "گلفراز", "9000012345671", "0300-1234567"), line.Identity);
        Assert.Equal("بھٹے پر ملی", line.Happened);
    }

    [Fact]
    public void Little_is_enough()
    {
        var (line, _) = Read("", "", "", "saddar  KARACHI", "", "", "Not known", "unknown", "", "", "", "", "");

        Assert.Equal(new CaseFacts(CaseKind.Trafficking, "SD-KARACHI-SOUTH", BorderCrossing.Unknown, null), line!.Facts);
        Assert.Equal((Sex.Unknown, Age.Unknown), (line.Person.Sex, line.Person.Age));
        Assert.True(line.Identity.IsEmpty);
    }

    [Theory]
    [InlineData(RegisterField.District, "Atlantis", "There is no district of this name. Write it as on the district list.")]
    [InlineData(RegisterField.Sex, "maybe", "Write F, M, X or unknown.")]
    [InlineData(RegisterField.Sex, "", "Write F, M, X or unknown.")]
    [InlineData(RegisterField.Age, "121", "Write the age in years from 0 to 120, or unknown.")]
    [InlineData(RegisterField.Age, "-4", "Write the age in years from 0 to 120, or unknown.")]
    [InlineData(RegisterField.Kind, "theft", "Write TIP or SOM.")]
    [InlineData(RegisterField.Border, "perhaps", "Write yes, no or unknown.")]
    [InlineData(RegisterField.FoundOn, "31-2-2025", "Write the day as 2026-03-09 or 9-3-2026, not in the future.")]
    [InlineData(RegisterField.FoundOn, "1-1-2099", "Write the day as 2026-03-09 or 9-3-2026, not in the future.")]
    [InlineData(RegisterField.Reference, "FIR 12", "Write the number and the year, for example 123/2026.")]
    [InlineData(RegisterField.IdNumber, "35202-123456-1", "Write 13 digits, for example 35202-1234567-1, or leave it empty.")]
    public void What_cannot_be_read_is_said_by_field(RegisterField field, string written, string sentence)
    {
        string[] cells = ["", "", "", "Lahore", "", "", "F", "20", "Somebody", "", "", "", ""];
        cells[(int)field] = written;

        var (line, leftOut) = Read(cells);

        Assert.Null(line);
        Assert.Equal((7, new RowProblem(field, sentence)), (leftOut!.Row, Assert.Single(leftOut.Problems)));
    }

    [Fact]
    public void A_case_comes_whole_or_not_at_all()
    {
        var plan = Plan(
            "case,district,sex,age",
            "raid,Lahore,F,20", "alone,Lahore,M,30", "raid,Lahore,unreadable,21", "raid,Lahore,F,22", ",Lahore,M,9", ",Lahore,M,9",
            "split,Lahore,F,3", "split,Karachi South,F,3");

        Assert.Equal([3, 6, 7], plan.Cases.Select(c => Assert.Single(c).Row));
        Assert.Equal([2, 4, 5, 8, 9], plan.LeftOut.Select(l => l.Row));
        Assert.Equal("Another line of this case cannot be read. A case comes whole or not at all.", Assert.Single(plan.LeftOut[0].Problems).Sentence);
        Assert.Equal("The lines of this case name different districts or kinds.", Assert.Single(plan.LeftOut[^1].Problems).Sentence);
    }

    [Theory]
    [InlineData("case;district;sex;age\nK;Lahore;F;20\n")]
    [InlineData("\uFEFFcase\tdistrict\tsex\tage\r\nK\tLahore\tF\t20\r\n")]
    [InlineData("case,district,sex,age\n\n ,,,\nK,Lahore,F,20")]
    public void Files_of_text_are_read_whatever_parts_the_cells(string text) =>
        Assert.Equal(["K", "Lahore", "F", "20"], RegisterFile.Read(RegisterFormat.Csv, Encoding.UTF8.GetBytes(text))[^1]);

    [Fact]
    public void A_workbook_is_read_and_a_number_stays_a_number()
    {
        var file = Workbook.Of("<row r=\"1\"><c t=\"inlineStr\"><is><t>cnic</t></is></c><c t=\"inlineStr\"><is><t>'=name</t></is></c></row><row r=\"2\"><c><v>9000012345671</v></c><c t=\"inlineStr\"><is><t>زرمینہ</t></is></c></row>");

        Assert.Equal(RegisterFormat.Xlsx, RegisterFile.FormatOf(file));
        var lines = RegisterFile.Read(RegisterFormat.Xlsx, file);

        Assert.Equal(["cnic", "=name"], lines[0]);
        Assert.Equal(["9000012345671", "زرمینہ"], lines[1]);
    }

    [Fact]
    public void A_workbook_that_unpacks_to_too_much_is_refused()
    {
        var file = Workbook.Of("", fill: 301);

        Assert.InRange(file.Length, 0, RegisterImport.FileMaxLength);
        var error = Assert.Throws<RuleBrokenException>(() => RegisterFile.Read(RegisterFormat.Xlsx, file));
        Assert.Equal("This workbook is too large when unpacked. Save the sheet as \"CSV UTF-8\".", error.Sentence);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00 })]
    [InlineData(new byte[] { 0x63, 0xE9, 0x2C })]
    [InlineData(new byte[0])]
    public void What_is_neither_is_refused(byte[] file) => Assert.Equal(
        "This file cannot be read. Save it from Excel as \"CSV UTF-8\" or as an Excel workbook (.xlsx).",
        Assert.Throws<RuleBrokenException>(() => RegisterFile.FormatOf(file)).Sentence);

    [Fact]
    public void A_damaged_workbook_is_refused_with_a_sentence() => Assert.Throws<RuleBrokenException>(
        () => RegisterFile.Read(RegisterFormat.Xlsx, [.. "PK\u0003\u0004"u8, .. new byte[200]]));

    [Fact]
    public void Headings_in_both_languages_are_recognised()
    {
        Assert.Equal(
            [-1, -1, -1, 2, -1, -1, 0, 1, 3, 4, -1, -1, -1], RegisterWords.Guess(["جنس", "Age", " ضلع ", "NAME", "Father's Name", "something else"]));
        Assert.Equal(Enumerable.Range(0, 13), RegisterWords.Guess(Register.Heading.Split(',')));
    }

    private static (RegisterLine? Line, LeftOutLine? LeftOut) Read(params string[] cells) =>
        new RegisterReader([.. Enumerable.Range(0, 13)], Districts, new DateOnly(2026, 11, 22)).Read(7, cells);

    private static RegisterPlan Plan(params string[] lines)
    {
        var read = RegisterFile.Read(RegisterFormat.Csv, Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return RegisterPlan.Of(read, new RegisterReader(RegisterWords.Guess(read[0]), Districts, new DateOnly(2026, 11, 22)));
    }
}
