using System.Net;
using TipSom.Domain.Identity;
using TipSom.TestSupport;
using TipSom.Web.Tests.Telling;

namespace TipSom.Web.Tests.Admin;

public sealed class MailTests(PostgresServer postgres) : IAsyncLifetime
{
    private readonly TestDatabase database = new(postgres);
    private readonly HandClock clock = new(DateTimeOffset.UtcNow.AddHours(-1));
    private World world = null!;
    private Portal portal = null!;
    private Force police = null!;
    private Provider shelter = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        world = new World(database, clock);
        portal = new Portal(database) { Clock = clock };
        police = await world.PoliceAsync();
        shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_national_administrator_sees_how_mails_fare()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync("/admin/mail")).StatusCode);
        foreach (var user in new[] { police.Supervisor, shelter.Manager, await world.CoordinatorAsync(), await world.UserAsync(police.Headquarters, Role.AgencyAdministrator) })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.BrowserOfAsync(user)).GetAsync("/admin/mail")).StatusCode);
    }

    [Fact]
    public async Task The_page_says_what_waits_fails_and_was_sent_and_holds_no_address()
    {
        await using var office = new PostOffice(database, clock);
        var administrator = await portal.BrowserOfAsync(await world.UserAsync(police.Headquarters, Role.NationalAdministrator));
        Assert.Contains("No mail has been written yet.", (await administrator.OpenAsync("/admin/mail")).MainText());
        var referral = await world.SentReferralAsync(police, shelter);

        var waiting = await administrator.OpenAsync("/admin/mail");
        Assert.Equal(["2", "0", "0", "0"], Figures(waiting));
        Assert.Contains("No mail server is set.", waiting.MainText());
        office.Server.Close();
        await office.EmptyAsync();
        var failing = await administrator.OpenAsync("/admin/mail");
        Assert.Equal(["2", "2", "0", "0"], Figures(failing));
        Assert.Contains("The mail server could not be reached", failing.MainText());
        Assert.Contains(referral.Number, failing.MainText());
        Assert.Contains("Test shelter", failing.MainText());

        // The button: no waiting for the end of the pause.
        office.Server.Open();
        Assert.Equal(0, await office.EmptyAsync());
        await administrator.FollowAsync(await administrator.SubmitAsync(failing));
        Assert.Equal(2, await office.EmptyAsync());
        var sent = await administrator.OpenAsync("/admin/mail");
        Assert.Equal(["0", "0", "2", "0"], Figures(sent));
        Assert.All(new[] { waiting, failing, sent }, page => Assert.DoesNotContain("@test.example", page.DocumentElement.OuterHtml, StringComparison.Ordinal));
        Assert.DoesNotContain("@test.example", string.Concat(office.Log.Lines), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Figures(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll(".tiles .figure").Select(f => f.TextContent);
}
