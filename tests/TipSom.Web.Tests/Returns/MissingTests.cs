using System.Net;
using TipSom.Data;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Returns;

/// <summary>Who has not reported, and who owes what.</summary>
public sealed class MissingTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);
    private readonly ReportPeriod last = ReportPeriod.Of(PeriodKind.Month, PakistanTime.DayOf(TimeProvider.System.GetUtcNow())).Before;

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Theory]
    [InlineData("/returns/missing")]
    [InlineData("/returns/duties")]
    public async Task Who_follows_returns_opens_it(string url)
    {
        var force = await world.PoliceAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.BrowserOfAsync(force.Supervisor)).GetAsync(url)).StatusCode);
        foreach (var user in new[] { await world.CoordinatorAsync(), await world.AdministratorAsync(force) })
            Assert.Equal(HttpStatusCode.OK, (await (await portal.BrowserOfAsync(user)).GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task What_an_agency_owes_is_set_and_set_anew()
    {
        var (force, coordinator) = (await world.PoliceAsync(), await world.CoordinatorAsync());
        var browser = await portal.BrowserOfAsync(coordinator);

        Task<HttpResponseMessage> SetAsync(AngleSharp.Html.Dom.IHtmlDocument page, string often, int month) => browser.SubmitAsync(
            page, null, ("Input.AgencyId", $"{force.Agency.Id}"), ("Input.HowOften", often), ("Input.Month", $"{month}"), ("Input.Year", $"{last.From.Year}"));

        await browser.FollowAsync(await SetAsync(await browser.OpenAsync("/returns/duties"), "Month", last.From.Month));
        Assert.Contains($"value=\"{force.Headquarters.Id}\"", (await browser.OpenAsync("/returns/missing")).Body!.InnerHtml);
        Assert.Equal(HttpStatusCode.Conflict, (await SetAsync(await browser.OpenAsync("/returns/duties"), "Quarter", 2)).StatusCode);
        await browser.FollowAsync(await SetAsync(await browser.OpenAsync("/returns/duties"), "Nothing", last.From.Month));
        Assert.DoesNotContain($"value=\"{force.Headquarters.Id}\"", (await browser.OpenAsync("/returns/missing")).Body!.InnerHtml);
    }

    [Fact]
    public async Task A_unit_is_reminded_once_a_day()
    {
        var (force, coordinator) = (await world.PoliceAsync(), await world.CoordinatorAsync());
        await world.OweAsync(coordinator, force.Agency, last);
        var browser = await portal.BrowserOfAsync(coordinator);
        var page = await browser.OpenAsync("/returns/missing");
        (string, string)[] fields = [("UnitId", $"{force.Headquarters.Id}"), ("Period", last.Name)];
        var form = $"main form:has([value='{force.Headquarters.Id}'])";

        Assert.Contains("They were told.", (await browser.FollowAsync(await browser.SubmitAsync(page, form, fields))).MainText());
        Assert.Contains("The figures of a period are not signed yet", (await (await portal.BrowserOfAsync(force.Supervisor)).OpenAsync("/notifications")).MainText());
        Assert.Null((await browser.OpenAsync("/returns/missing")).QuerySelector(form));
        // The page was open twice, and another form of it has another key.
        var other = await world.PoliceAsync();
        await world.OweAsync(coordinator, other.Agency, last);
        var twice = await browser.SubmitAsync(await browser.OpenAsync("/returns/missing"), $"main form:has([value='{other.Headquarters.Id}'])", fields);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("They were reminded of this return today already.", (await twice.HtmlAsync()).MainText());
    }
}
