using System.Net;
using System.Text;
using TipSom.Web.Tests.Shell;

namespace TipSom.Web.Tests.Plots;

/// <summary>Plots as a page shows them.</summary>
public sealed class PlotTagHelperTests(SharedShell shared) : IClassFixture<SharedShell>
{
    private const string Components = Shell.Pages.Components;

    [Fact]
    public async Task A_plot_has_its_table_its_words_and_its_files()
    {
        var page = await (await shared.Host.Browser("en-PK").Get(Components)).Html();
        var figures = page.QuerySelectorAll("figure.plot-figure");

        Assert.Equal(5, figures.Length);
        Assert.All(figures, figure =>
        {
            Assert.NotEmpty(figure.QuerySelector("figcaption")!.TextContent);
            Assert.NotEmpty(figure.QuerySelector("svg > title")!.TextContent);
            Assert.NotEmpty(figure.QuerySelectorAll("details table tbody th[scope=row]"));
            Assert.Equal(["svg", "svg", "csv"], figure.QuerySelectorAll(".plot-files a").Select(a => a.GetAttribute("href")!.Split("format=")[1]));
        });
        Assert.Single(page.QuerySelectorAll("script[src^='/js/plots.js?v=']"));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task The_bitmap_is_offered_only_to_browsers_that_can_make_it()
    {
        var page = await (await shared.Host.Browser("en-PK").Get(Components)).Html();

        Assert.All(page.QuerySelectorAll("[data-png]"), a => Assert.True(a.HasAttribute("hidden")));
        Assert.Equal(5, page.QuerySelectorAll("[data-png]").Length);
    }

    [Theory]
    [InlineData("svg", "image/svg+xml", "groups.svg", "15,255")]
    [InlineData("csv", "text/csv", "groups.csv", "15255")]
    public async Task The_files_come_as_files(string format, string type, string name, string figure)
    {
        var file = await shared.Host.Browser("en-PK").Get($"{Components}?plot=groups&format={format}");
        var text = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(type, file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", name), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("no-store", file.Header("Cache-Control"));
        Assert.Contains(figure, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_urdu_the_figures_are_the_same_and_ranges_are_held_together()
    {
        var page = await (await shared.Host.Browser().Get(Components + "?culture=ur-PK")).Html();

        Assert.All(page.QuerySelectorAll("svg.plot"), svg => Assert.Equal("rtl", svg.GetAttribute("direction")));
        Assert.Contains(page.QuerySelectorAll("svg.plot [dir=ltr]"), e => e.TextContent == "2–4");
        Assert.Contains(page.QuerySelectorAll(".plot-table bdi[dir=ltr]"), e => e.TextContent == "2–4");
        Assert.Contains(page.QuerySelectorAll("svg.plot text"), e => e.TextContent.Contains("15,255", StringComparison.Ordinal));
    }
}
