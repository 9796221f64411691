using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Identity;
using TipSom.Domain.Telling;
using TipSom.TestSupport;
using TipSom.Web.Security;

namespace TipSom.Web.Tests.Account;

public sealed class SessionsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Url = "/account/sessions";

    private readonly HandClock clock = new(DateTimeOffset.UtcNow.AddHours(-20));
    private readonly World world = new(database);
    private Portal? portal;

    private Portal Site => portal ??= new Portal(database) { Clock = clock };

    public async ValueTask DisposeAsync()
    {
        if (portal is not null)
            await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Signed_out_there_is_nothing_to_see() => Assert.Equal(HttpStatusCode.Redirect, (await Site.Browser().GetAsync(Url)).StatusCode);

    [Fact]
    public async Task Somebody_sees_the_own_sessions_and_ends_the_others()
    {
        var police = await world.PoliceAsync();
        var here = await Site.BrowserOfAsync(police.Officer);
        var (there, elsewhere) = (await Site.BrowserOfAsync(police.Officer), await Site.BrowserOfAsync(police.Officer));
        var supervisor = await Site.BrowserOfAsync(police.Supervisor);

        var page = await here.OpenAsync(Url);
        Assert.Equal(3, page.QuerySelectorAll("tbody tr").Length);
        Assert.Single(page.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("This one", StringComparison.Ordinal));
        Assert.Contains("Firefox, Linux", page.MainText());
        // Somebody else's is not there to be ended.
        var foreign = (await supervisor.OpenAsync(Url)).QuerySelectorAll("tbody tr").Length;
        Assert.Equal(1, foreign);
        var form = page.QuerySelector("tbody form")!;
        form.Id = "one";
        Assert.Equal(HttpStatusCode.Redirect, (await here.SubmitAsync(page, "#one")).StatusCode);
        Assert.Single([await OpensAsync(there), await OpensAsync(elsewhere)], open => open);
        await here.SubmitAsync(await here.OpenAsync(Url), "#all");

        Assert.False(await OpensAsync(there) || await OpensAsync(elsewhere));
        Assert.True(await OpensAsync(here) && await OpensAsync(supervisor));
    }

    [Fact]
    public async Task Whoever_changed_a_factor_is_led_to_the_other_sessions()
    {
        var here = await Site.BrowserOfAsync((await world.PoliceAsync()).Officer);

        var changed = await here.OpenAsync("/account?done=changed");
        var card = await (await here.SubmitAsync(await here.OpenAsync("/account/card"))).HtmlAsync("/account/card");

        Assert.NotNull(changed.QuerySelector($".notice a[href='{Url}']"));
        Assert.NotNull(card.QuerySelector($"main a[href='{Url}']"));
    }

    [Fact]
    public async Task A_session_of_somebody_else_cannot_be_ended()
    {
        var police = await world.PoliceAsync();
        var here = await Site.BrowserOfAsync(police.Officer);
        await Site.BrowserOfAsync(police.Officer);
        var supervisor = await Site.BrowserOfAsync(police.Supervisor);
        Guid others = default;
        await world.AsOwnerAsync(async db => others = await db.Sessions.Where(s => s.UserId == police.Supervisor.Id).Select(s => s.Id).SingleAsync());
        var page = await here.OpenAsync(Url);
        var form = page.QuerySelector("tbody form")!;
        form.Id = "one";

        await here.SubmitAsync(page, "#one", ("SessionId", others.ToString()));

        Assert.True(await OpensAsync(supervisor));
    }

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, 20)]
    public async Task A_session_ends_unused_after_ten_minutes_on_a_shared_computer_and_twenty_elsewhere(bool isShared, int minutes)
    {
        var officer = (await world.PoliceAsync()).Officer;
        var browser = Site.Browser();
        var page = await browser.OpenAsync("/account/sign-in");
        Assert.NotNull(page.QuerySelector("[name='Input.IsShared'][checked]"));
        if (!isShared)
            page.QuerySelector("[name='Input.IsShared']")!.Remove();
        var half = await browser.SubmitAsync(page, "form[action='/account/sign-in']", ("Input.UserName", officer.UserName!), ("Input.Password", World.Password));
        var full = await browser.GiveCardCodeAsync(await browser.FollowAsync(half));
        // Nothing stays on a shared computer.
        Assert.Equal(!isShared, full.Headers.GetValues("Set-Cookie").Any(c => c.StartsWith("tipsom-device=", StringComparison.Ordinal)));

        clock.Advance(TimeSpan.FromMinutes(minutes - 1));
        Assert.True(await OpensAsync(browser));
        clock.Advance(TimeSpan.FromMinutes(minutes - 1));
        Assert.True(await OpensAsync(browser));
        clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.False(await OpensAsync(browser));
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_however_much_it_is_used()
    {
        var browser = await Site.BrowserOfAsync((await world.PoliceAsync()).Officer);
        for (var i = 0; i < 31; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(15));
            Assert.True(await OpensAsync(browser));
        }

        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False(await OpensAsync(browser));
    }

    [Fact]
    public async Task A_session_without_a_second_step_opens_nothing()
    {
        var officer = (await world.PoliceAsync()).Officer;
        var store = Site.Services.GetRequiredService<SessionStore>();
        foreach (var (withFactor, status) in new[] { (true, HttpStatusCode.OK), (false, HttpStatusCode.Redirect) })
        {
            var cookies = new CookieContainer();
            var key = await store.StartAsync(
                new NewSession(officer.Id, SessionStage.Full, IsShared: false, withFactor, "Firefox, Linux", "192.0.2.1"), TestContext.Current.CancellationToken);
            cookies.Add(new Uri("http://localhost"), new Cookie(Site.Services.GetRequiredService<SignInCookies>().Session, key));

            Assert.Equal(status, (await Site.Browser(cookies).GetAsync("/account")).StatusCode);
        }
    }

    [Fact]
    public async Task A_first_sign_in_from_an_unknown_device_is_told_and_a_known_one_is_not()
    {
        var officer = (await world.PoliceAsync()).Officer;
        var first = Site.Browser();
        await SignInOnOwnAsync(first, officer);
        Assert.Equal(0, await ToldAsync(officer));
        await SignInOnOwnAsync(first, officer);
        Assert.Equal(0, await ToldAsync(officer));

        await SignInOnOwnAsync(Site.Browser(), officer);
        Assert.Equal(1, await ToldAsync(officer));
        // A shared computer at a place the person knows, and one at another place.
        await Site.Browser().SignInAsync(officer.UserName!, World.Password);
        Assert.Equal(1, await ToldAsync(officer));
        await Site.Browser().At("203.0.113.77").SignInAsync(officer.UserName!, World.Password);
        Assert.Equal(2, await ToldAsync(officer));
    }

    [Fact]
    public async Task What_is_over_is_taken_away_and_what_is_not_stays()
    {
        await using var now = new Portal(database);
        var officer = (await world.PoliceAsync()).Officer;
        var old = await Site.BrowserOfAsync(officer);
        var browser = await now.BrowserOfAsync(officer);
        await browser.SubmitAsync(await browser.OpenAsync("/account/notifications"));
        await world.AsOwnerAsync(db => db.IdempotencyKeys.Where(k => k.UserId == officer.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.At, DateTimeOffset.UtcNow.AddDays(-8))));
        await browser.SubmitAsync(await browser.OpenAsync("/account/notifications"));

        await ActivatorUtilities.CreateInstance<SignInWorker>(now.Services).WorkAsync(TestContext.Current.CancellationToken);

        Assert.True(await OpensAsync(browser));
        Assert.False(await OpensAsync(old));
        await world.AsOwnerAsync(async db =>
        {
            Assert.Equal(1, await db.Sessions.CountAsync(s => s.UserId == officer.Id));
            Assert.Equal(1, await db.IdempotencyKeys.CountAsync(k => k.UserId == officer.Id));
        });
    }

    private static async Task SignInOnOwnAsync(PortalBrowser browser, User user)
    {
        if (await OpensAsync(browser))
            await browser.SubmitAsync(await browser.OpenAsync("/account"), "main form[action='/account/sign-out']");
        var page = await browser.OpenAsync("/account/sign-in");
        page.QuerySelector("[name='Input.IsShared']")!.Remove();
        var half = await browser.SubmitAsync(page, "form[action='/account/sign-in']", ("Input.UserName", user.UserName!), ("Input.Password", World.Password));
        await browser.GiveCardCodeAsync(await browser.FollowAsync(half));
    }

    private Task<int> ToldAsync(User user) =>
        world.AsAsync(user, (_, db) => db.Notifications.CountAsync(n => n.Kind == NotificationKind.SignedInElsewhere));

    private static async Task<bool> OpensAsync(PortalBrowser browser) => (await browser.GetAsync("/account")).StatusCode == HttpStatusCode.OK;
}
