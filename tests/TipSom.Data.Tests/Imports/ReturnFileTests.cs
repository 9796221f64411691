using System.Text;
using TipSom.Data.Imports;
using TipSom.Domain;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Imports;

/// <summary>Files of figures: both ways to write them, and what is wrong with a cell.</summary>
public sealed class ReturnFileTests
{
    [Fact]
    public void One_figure_on_a_line_makes_a_return_of_each_period()
    {
        var read = Read("figure,value,period,In words", "Identified/Women,12,2026-01,Women", "Identified/Men,,2026-01,Men", "ForcedLabour/Total,0,2026-01,", "Accused/Total,۷,2026-q2,");

        Assert.Empty(read.Problems);
        Assert.Equal(["2026-01", "2026-Q2"], read.Returns.Select(r => r.Period.Name));
        // An empty cell was not reported; a nought was.
        Assert.Equal(
            [("Identified/Women", 12), ("ForcedLabour/Total", 0)],
            read.Returns[0].Figures.Values.Select(v => (v.Key.Code, v.Value)));
        Assert.Equal(7, read.Returns[1].Figures.Total(NationalIndicator.Accused));
    }

    [Fact]
    public void One_period_on_a_line_has_a_column_for_each_figure()
    {
        var read = Read("Period;Identified/Total;Convictions/Ptpa-Sex;note", "2020;32022;3;As reported", "٢٠١٩;;1;", "2018;;;");

        Assert.Empty(read.Problems);
        Assert.Equal([("2020", 2, "As reported"), ("2019", 1, "")], read.Returns.Select(r => (r.Period.Name, r.Figures.Values.Count, r.Note)));
    }

    [Fact]
    public void What_is_wrong_is_said_with_its_line_and_column_and_nothing_is_read()
    {
        var read = Read(
            "period,figure,value", "2026-01,Identified/Women,12", "2026-13,Identified/Men,5", "2026-01,Identified/Boys,5", "2026-01,Identified/Men,-5",
            "2026-01,Identified/Men,1.5", "2026-01,Identified/Men,=2+2", "2026-01,Identified/Men,100000000", "2026-01,Identified/Women,13");

        Assert.Empty(read.Returns);
        Assert.Equal(
            [
                (3, "period", "Write the period as 2026-10, 2026-Q4 or 2026."), (4, "figure", "There is no figure of this code."),
                (5, "value", FigureSet.Negative), (6, "value", FigureSet.Negative), (7, "value", FigureSet.Negative), (8, "value", FigureSet.Negative),
                (9, "figure", "This figure stands in the file twice for the same period.")
            ],
            read.Problems.Select(p => (p.Line, p.Column, p.Sentence)));
        Assert.Equal(
            [(1, "Identified/Girls", "There is no figure of this code."), (3, "period", "This period stands in the file twice."), (3, "Accused/Total", FigureSet.Negative)],
            Read("period,Accused/Total,Identified/Girls", "2026,1,", "2026,x,").Problems.Select(p => (p.Line, p.Column, p.Sentence)).OrderBy(p => p.Line).ThenByDescending(p => p.Column));
        Assert.Equal("Two columns have this figure.", Assert.Single(Read("period,Accused/Total,Accused/Total", "2026,1,1").Problems).Sentence);
    }

    [Fact]
    public void A_workbook_is_read_with_what_its_formulas_came_to()
    {
        static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";
        var file = Workbook.Of(
            $"<row>{Text("period")}{Text("figure")}{Text("value")}</row>"
            + $"<row>{Text("2026-10")}{Text("Identified/Women")}<c><f>SUM(A1:A9)</f><v>42</v></c></row>"
            + $"<row><c><v>2020</v></c>{Text("Identified/Men")}<c><v>7</v></c></row>");

        var read = ReturnFile.Read(file);

        Assert.Empty(read.Problems);
        Assert.Equal([("2026-10", 42), ("2020", 7)], read.Returns.Select(r => (r.Period.Name, r.Figures.Values.Values.Single())));
    }

    [Fact]
    public void A_file_that_is_none_is_refused()
    {
        const string names = "The first line names the columns. Download the file to fill in, and use its first line.";
        Assert.Equal(names, Refused(() => Read("figure,number", "Accused/Total,1")));
        Assert.Equal(names, Refused(() => Read("one,two", "1,2")));
        Assert.Equal("There is no figure in this file.", Refused(() => Read("period,figure,value", "2026,Accused/Total,")));
        Assert.Equal(ReturnFile.TooLarge, Refused(() => ReturnFile.Read(new byte[ReturnFile.FileMaxLength + 1])));
        Assert.Equal(ReturnFile.TooLarge, Refused(() => Read(["period,Accused/Total", .. Enumerable.Range(1950, ReturnFile.MostPeriods + 1).Select(y => $"{y},1")])));
    }

    private static ReadReturns Read(params string[] lines) => ReturnFile.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Sentence;
}
