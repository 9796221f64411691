using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using TipSom.Web.Localisation;
using TipSom.Web.Plots;
using TipSom.Web.Tables;

namespace TipSom.Web.Tests.Plots;

/// <summary>What every plot owes to who reads it: words, numbers, a table that says the same, and Urdu from the right.</summary>
public sealed class PlotTests
{
    private const string Long = "A unit whose name is much longer than any picture is wide, with Averyveryverylongwordthatnobodywouldbreakbyhandbutthatmustnotrunout";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly IStringLocalizer<Ui> Texts = new StringLocalizer<Ui>(new UiLocalizerFactory());

    public static TheoryData<string> Names => [.. Samples.Keys];

    private static Dictionary<string, Plot> Samples => new()
    {
        ["bars"] = new BarPlot("Bars", "Place", ["Women", "Men"], [new("Lahore", 12_345, 2), new(Long, 0, null), new("<5 & \"x\"", 1, 1.5m)]),
        ["one bar"] = new BarPlot("Bars", "Place", ["Persons"], [new("Lahore", 7)]),
        ["no bars"] = new BarPlot("Bars", "Place", ["Persons"], []),
        ["zero bars"] = new BarPlot("Bars", "Place", ["Persons"], [new("Lahore", 0), new("Multan", 0)]),
        ["shares"] = new BarPlot("Bars", "Place", ["Share"], [new("Lahore", 36.86m)]) { InPercent = true },
        ["series"] = new SeriesPlot("Series", "Year", ["2017", "2018", "2019", "2020"], [new("A", [1, null, 760, 30]), new("B", [null, null, null, null]), new("C", [5, 6, 7, 8])]),
        ["months"] = new SeriesPlot("Series", "Month", [.. Enumerable.Range(0, 60).Select(i => $"{2020 + (i / 12)}-{(i % 12) + 1:D2}")], [new("A", [.. Enumerable.Range(0, 60).Select(i => (decimal?)i)])]),
        ["one period"] = new SeriesPlot("Series", "Year", ["2020"], [new("A", [0])]),
        ["partition"] = new PartitionPlot("Partition", "Group", "Persons", [new("Women", 15_255), new("Men", 9_581), new("Children", 6_937), new(Long, 249)]),
        ["a part is missing"] = new PartitionPlot("Partition", "Group", "Persons", [new("Women", 5), new("Men", null)]),
        ["nobody"] = new PartitionPlot("Partition", "Group", "Persons", [new("Women", 0), new("Men", 0)]),
        ["many parts"] = new PartitionPlot("Partition", "Group", "Persons", [.. Enumerable.Range(1, 8).Select(i => new PlotPart($"Part {i}", i))]),
        ["funnel"] = new FunnelPlot("Funnel", "Persons", [new("Identified", 32_022), new("Referred", 11_803), new("Accepted", null), new("In care", 0), new("With an outcome", 0)]),
        ["steps"] = new StepsPlot("Steps", "Hours", "Referrals", [new("<2", 3), new("2–4", 0), new("4–24", null)]),
        ["no steps"] = new StepsPlot("Steps", "Hours", "Referrals", [new("<2", 0)])
    };

    [Theory, MemberData(nameof(Names))]
    public void A_picture_is_well_formed_and_says_in_words_what_it_shows(string name)
    {
        var plot = Samples[name];
        var picture = Draw(plot);

        Assert.Equal("img", picture.Attribute("role")?.Value);
        Assert.Equal("plot-9-title plot-9-desc", picture.Attribute("aria-labelledby")?.Value);
        Assert.Equal(plot.Title, picture.Element(Svg + "title")?.Value);
        Assert.Equal(plot.Describe(Texts), picture.Element(Svg + "desc")?.Value);
        Assert.DoesNotContain(picture.DescendantsAndSelf(), e => e.Attribute("style") is not null || e.Name.LocalName is "style" or "script" or "foreignObject");
        Assert.All(picture.Descendants().Attributes("id"), id => Assert.StartsWith("plot-9-", id.Value, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_mark_has_its_number_in_the_table_and_every_number_its_mark(string name)
    {
        var plot = Samples[name];
        var marks = Marks(plot).Select(m => m.Attribute("data-value")!.Value);

        // Shares and totals are counted from the figures.
        var counted = plot is BarPlot or SeriesPlot ? int.MaxValue : 2;
        var rows = plot.ToTable(Texts).Rows.Take(plot is PartitionPlot p ? p.Parts.Count : int.MaxValue);
        var figures = rows.SelectMany(r => r.Take(counted)).Where(c => c.Number is not null).Select(c => c.Number!.Value.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(figures.Order(), marks.Order());
    }

    [Theory, MemberData(nameof(Names))]
    public void Nothing_is_drawn_or_written_outside_of_the_picture(string name)
    {
        var picture = Draw(Samples[name]);
        var height = double.Parse(picture.Attribute("viewBox")!.Value.Split(' ')[3], CultureInfo.InvariantCulture);

        foreach (var bar in picture.Descendants(Svg + "rect").Where(r => r.Parent == picture))
        {
            Assert.InRange(At(bar, "x"), -0.01, Drawing.Width + 0.01);
            Assert.InRange(At(bar, "x") + At(bar, "width"), -0.01, Drawing.Width + 0.01);
            Assert.InRange(At(bar, "y") + At(bar, "height"), 0, height);
        }

        foreach (var text in picture.Descendants(Svg + "text"))
        {
            Assert.InRange(At(text, "y"), 0, height);
            Assert.InRange(Drawing.WidthOf(text.Value, At(text, "font-size")), 0, Drawing.Width + 0.01);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Urdu_is_mirrored(string name)
    {
        var plot = Samples[name];
        var english = Marks(plot);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Urdu;
        var picture = Draw(plot);
        var urdu = Marks(plot);

        Assert.Equal(("ur-PK", "rtl"), (picture.Attribute("lang")!.Value, picture.Attribute("direction")!.Value));
        foreach (var (one, other) in english.Zip(urdu).Where(m => m.First.Attribute("x") is not null))
            Assert.Equal(Drawing.Width - At(one, "x") - At(one, "width"), At(other, "x"), 0.02);
    }

    [Fact]
    public void Bars_begin_at_the_side_where_reading_begins_and_are_as_long_as_their_figures()
    {
        var bars = Marks(new BarPlot("Bars", "Place", ["Persons"], [new("Lahore", 100), new("Multan", 25)]));

        Assert.All(bars, b => Assert.Equal(0, At(b, "x")));
        Assert.Equal(At(bars[0], "width") / 4, At(bars[1], "width"), 0.02);
    }

    [Fact]
    public void A_figure_that_is_missing_is_said_to_be_and_a_zero_is_a_zero()
    {
        var texts = Draw(Samples["bars"]).Descendants(Svg + "text").Select(t => t.Value).ToList();

        Assert.Contains("Not available", texts);
        Assert.Contains("0", texts);
        Assert.Contains("12,345", texts);
    }

    [Fact]
    public void A_line_stops_where_figures_are_missing()
    {
        var paths = Draw(Samples["series"]).Elements(Svg + "path").Where(p => p.Attribute("class")!.Value.StartsWith("plot-path", StringComparison.Ordinal))
            .Select(p => p.Attribute("d")!.Value).ToList();

        // Three pieces of the legend, 2019 to 2020 of the first, all of the third.
        Assert.Equal(5, paths.Count);
        Assert.Equal([2, 2, 2, 2, 4], paths.Select(d => d.Count(c => c is 'M' or 'L')).Order());
    }

    [Fact]
    public void A_long_name_is_broken_and_nothing_of_it_is_cut_off()
    {
        var words = string.Concat(Draw(Samples["bars"]).Descendants(Svg + "text").Where(t => t.Attribute("direction") is null).Select(t => t.Value));

        Assert.Contains(Long.Replace(" ", "", StringComparison.Ordinal), words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_are_those_of_the_published_page()
    {
        var partition = (PartitionPlot)Samples["partition"];
        var funnel = (FunnelPlot)Samples["funnel"];

        Assert.Equal([47.64m, 29.92m, 21.66m, 0.78m], partition.Parts.Select(p => partition.ShareOf(p)!.Value));
        Assert.Equal([null, 36.86m, null, null, null], Enumerable.Range(0, 5).Select(funnel.ShareOf));
        Assert.Null(((PartitionPlot)Samples["a part is missing"]).Total);
        Assert.Contains("Not available", Samples["a part is missing"].Describe(Texts), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_series_has_a_pattern_or_a_broken_line_of_its_own()
    {
        Assert.Equal(Ink.Count, Ink.Cuts.Distinct().Count());
        Assert.Equal(Ink.Count, Ink.Dashes.Distinct().Count());
        Assert.Equal(Ink.Count, Ink.Colours.Distinct().Count());
        var used = Draw(Samples["many parts"]).Descendants(Svg + "pattern").Select(p => p.Attribute("id")!.Value);
        Assert.Equal(Ink.Count, used.Count());
    }

    [Fact]
    public void A_file_of_its_own_brings_its_colours_and_its_size()
    {
        var file = XDocument.Parse(Encoding.UTF8.GetString(PlotSvg.Alone(Samples["partition"], Texts)));
        var picture = file.Root!;

        Assert.Contains("forced-colors", picture.Element(Svg + "style")!.Value, StringComparison.Ordinal);
        Assert.Equal("plot-paper", picture.Elements(Svg + "rect").First().Attribute("class")!.Value);
        Assert.True(At(picture, "width") > 0 && At(picture, "height") > 0);
        Assert.Contains(picture.Elements(Svg + "text"), t => t.Value == "Partition");
        // Without any style the colours are there all the same: a browser that opens the file by itself may refuse styles.
        Assert.All(picture.Descendants(Svg + "text"), t => Assert.NotNull(t.Attribute("fill")));
    }

    [Fact]
    public void Letters_that_no_picture_may_hold_are_left_out()
    {
        var picture = Draw(new BarPlot("Bars\u0001 😀", "Place", ["Persons"], [new("Lahore\u0000\uD800", 1)]));

        Assert.Equal("Bars 😀", picture.Element(Svg + "title")!.Value);
        Assert.Contains(picture.Descendants(Svg + "text"), t => t.Value == "Lahore");
    }

    [Theory]
    [InlineData("2 سے 4 گھنٹے", "")]
    [InlineData("2–4 گھنٹے", "2–4")]
    [InlineData("عمر 12-17 سال", "12-17")]
    [InlineData("<5", "<5")]
    [InlineData("پچھلے مرحلے کا 69.47%", "69.47%")]
    [InlineData("تبدیلی -96.05%", "-96.05%")]
    [InlineData("حصہ 10–20%", "10–20%")]
    public void Ranges_keep_their_order_in_urdu(string text, string held)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Urdu;
        Assert.Equal(held, string.Concat(Bidi.Pieces(text).Where(p => p.IsLeftToRight).Select(p => p.Text)));
        Assert.Equal(text, string.Concat(Bidi.Pieces(text).Select(p => p.Text)));
        Assert.Equal(text, Bidi.Isolated(text).Replace("\u2066", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(760, 800, 200)]
    [InlineData(32_022, 40_000, 10_000)]
    [InlineData(100, 100, 25)]
    public void Scales_end_at_round_figures(int most, int top, int step) => Assert.Equal(new Scale(top, step), Scale.For(most));

    [Fact]
    public void A_plot_is_given_out_as_a_picture_and_as_figures()
    {
        var picture = Samples["bars"].ToFile(PlotFormat.Svg, "bars", Texts);
        var figures = Samples["bars"].ToFile(PlotFormat.Csv, "bars", Texts);

        Assert.Equal((PlotSvg.ContentType, "bars.svg"), (picture.ContentType, picture.FileDownloadName));
        Assert.Equal((CsvTable.ContentType, "bars.csv"), (figures.ContentType, figures.FileDownloadName));
    }

    private static XElement Draw(Plot plot) => XDocument.Parse(PlotSvg.InPage(plot, "plot-9", Texts)).Root!;

    private static List<XElement> Marks(Plot plot) =>
        [.. Draw(plot).Elements().Where(e => e.Attribute("class")?.Value.StartsWith("plot-mark ", StringComparison.Ordinal) == true)];

    private static double At(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
