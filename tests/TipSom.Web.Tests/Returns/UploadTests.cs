using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Returns;

/// <summary>Figures that come in from a file: all of it as drafts, or nothing.</summary>
public sealed class UploadTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Theory]
    [InlineData("/returns/upload")]
    [InlineData("/returns/upload/template")]
    public async Task Who_writes_returns_opens_it(string url)
    {
        var force = await world.PoliceAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.BrowserOfAsync(await world.UserAsync(force.Headquarters, Role.Analyst))).GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await portal.BrowserOfAsync(force.Supervisor)).GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task The_file_to_fill_in_comes_back_as_a_draft()
    {
        var force = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(force.Supervisor);
        var template = await (await browser.GetAsync("/returns/upload/template")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], template[..3]);
        var filled = Encoding.UTF8.GetString(template).Replace("Identified/Women,,", "Identified/Women,۱۲,", StringComparison.Ordinal);

        var answer = await UploadAsync(browser, filled);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var kept = Assert.Single(await KeptAsync(force));
        Assert.Equal((ReturnStatus.Draft, 12, 1), (kept.Status, kept.Figures.Group(NationalIndicator.Identified, PersonGroup.Women), kept.Figures.Values.Count));
    }

    [Fact]
    public async Task Nothing_comes_in_where_one_cell_is_wrong_or_one_period_taken()
    {
        var force = await world.PoliceAsync();
        await world.SignedReturnAsync(force.Supervisor, ReportPeriod.Parse("2025-Q1")!.Value, World.Identified(1, 1, 1, 1));
        var browser = await portal.BrowserOfAsync(force.Supervisor);

        var wrong = (await (await UploadAsync(browser, "period,Identified/Women\n2024-01,5\n2024-02,many")).HtmlAsync()).MainText();
        Assert.Contains("Nothing was brought in: 1 cells of the file are wrong.", wrong);
        Assert.Contains(FigureSet.Negative, wrong);
        Assert.Contains(Return.IsCovered, (await (await UploadAsync(browser, "period,Identified/Women\n2024-01,5\n2025-02,5")).HtmlAsync()).MainText());
        Assert.Contains("Choose the file with the figures.", (await (await UploadAsync(browser, "")).HtmlAsync()).MainText());

        Assert.Single(await KeptAsync(force));
        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(browser, "period,Identified/Women\n2024-01,5\n2024-02,6")).StatusCode);
        Assert.Equal(3, (await KeptAsync(force)).Count);
    }

    [Fact]
    public async Task A_station_brings_in_nothing_for_its_force()
    {
        var force = await world.PoliceAsync();

        var answer = await UploadAsync(await portal.BrowserOfAsync(force.Officer), "period,Identified/Women\n2024-01,5");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(Return.NotHere, (await answer.HtmlAsync()).MainText());
    }

    private static async Task<HttpResponseMessage> UploadAsync(PortalBrowser browser, string text)
    {
        using var body = new MultipartFormDataContent();
        foreach (var hidden in (await browser.OpenAsync("/returns/upload")).QuerySelectorAll("main form input[type=hidden]").OfType<IHtmlInputElement>())
            body.Add(new StringContent(hidden.Value), hidden.Name!);
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        body.Add(file, "List", "figures.csv");
        return await browser.Client.PostAsync("/returns/upload", body, TestContext.Current.CancellationToken);
    }

    private Task<List<Return>> KeptAsync(Force force) => world.AsAsync(force.Supervisor, (_, db) =>
        db.Returns.AsNoTracking().Include(r => r.Cells).Where(r => r.UnitId == force.Headquarters.Id).ToListAsync());
}
