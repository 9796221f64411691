using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.PublishedFigures;

/// <summary>Published figures: who reads, enters and withdraws them.</summary>
public sealed class PublishedFigurePagesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Each_page_opens_to_who_may()
    {
        var force = await world.PoliceAsync();
        var id = await world.AsAsync(force.Officer, (_, db) => db.PublishedFigures.Select(f => f.Id).FirstAsync());
        foreach (var (url, permission) in new[]
                 {
                     ("/statistics/published", Permission.ReadStatistics), ("/statistics/published/new", Permission.KeepPublishedFigures),
                     ($"/statistics/published/{id}/withdraw", Permission.KeepPublishedFigures)
                 })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
            foreach (var role in Enum.GetValues<Role>())
                Assert.Equal(
                    role.Allows(permission) ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                    (await (await portal.BrowserOfAsync(await world.UserAsync(force.Headquarters, role))).GetAsync(url)).StatusCode);
        }

        var administrator = await portal.BrowserOfAsync(await world.AdministratorAsync(force));
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/statistics/published/{Guid.NewGuid()}/withdraw")).StatusCode);
    }

    [Fact]
    public async Task The_figures_that_come_with_the_portal_are_shown_with_their_source()
    {
        var page = (await (await portal.BrowserOfAsync(await world.CoordinatorAsync())).OpenAsync("/statistics/published")).MainText();

        foreach (var text in new[] { "32,022", "15,255", "9,581", "6,937", "249", "760", "11,803", "3,744", "Conference of UNODC, FIA and the IRCC", "not given", "Period as reported, most likely 2020." })
            Assert.Contains(text, page);
    }

    [Fact]
    public async Task A_figure_is_entered_once_and_withdrawn_with_a_reason()
    {
        var force = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await world.AdministratorAsync(force));
        var year = Random.Shared.Next(1950, 2010);
        (string, string)[] figure =
        [
            ("Input.YearKind", "AprilToMarch"), ("Input.Begins", $"{year}"), ("Input.Authority", "Fia"), ("Input.Figure", "Convictions/Ptpa-Sex"), ("Input.Value", "۱۲۳۴"),
            ("Input.Source", "An annual report"), ("Input.Page", "12"), ("Input.PublishedOn", $"{year + 2}-05-01")
        ];

        var list = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync("/statistics/published/new"), null, figure));
        Assert.Contains("The figure is entered.", list.MainText());
        Assert.Contains("1,234", list.MainText());
        var twice = await browser.SubmitAsync(await browser.OpenAsync("/statistics/published/new"), null, figure);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains(PublishedFigure.StandsAlready, (await twice.HtmlAsync()).MainText());

        var id = await world.AsAsync(force.Officer, (_, db) => db.PublishedFigures.Where(f => f.Begins == year && f.WithdrawnAt == null).Select(f => f.Id).SingleAsync());
        var nothing = await browser.SubmitAsync(await browser.OpenAsync($"/statistics/published/{id}/withdraw"));
        Assert.Contains("Say why the figure is withdrawn.", (await nothing.HtmlAsync()).MainText());
        list = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync($"/statistics/published/{id}/withdraw"), null, ("Input.Reason", "Printed wrong.")));
        Assert.Contains("Printed wrong.", list.MainText());
        var again = await browser.SubmitAsync(await browser.OpenAsync($"/statistics/published/{id}/withdraw"), null, ("Input.Reason", "Again."));
        Assert.Contains("This figure was withdrawn already.", (await again.HtmlAsync()).MainText());
        await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync("/statistics/published/new"), null, figure));
    }
}
