using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Account;

public sealed class SignInTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_signs_in_by_both_steps_sees_the_own_work_and_signs_out_for_good()
    {
        var browser = portal.Browser();
        await browser.SignInAsync((await world.PoliceAsync()).Officer.UserName!, World.Password);
        var work = await browser.OpenAsync("/");
        await browser.SubmitAsync(work, "form[action='/account/sign-out']");

        Assert.Contains("My work", work.Title);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task The_password_alone_opens_the_second_step_and_nothing_else()
    {
        var police = await world.PoliceAsync();
        var browser = portal.Browser();

        var answer = await browser.GivePasswordAsync(police.Officer.UserName!, World.Password);

        Assert.Equal("/account/second-step?returnUrl=%2F", answer.Headers.Location!.OriginalString);
        foreach (var url in (string[])["/", "/account", "/cases", "/account/sessions", "/account/confirm", "/account/app", "/account/card", "/account/set-up"])
            Assert.Contains("/account/sign-in", (await browser.GetAsync(url)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Nobody_without_a_password_just_given_comes_to_the_second_step() =>
        Assert.Equal("/account/sign-in", (await portal.Browser().GetAsync("/account/second-step")).Headers.Location!.OriginalString);

    [Fact]
    public async Task Every_step_has_a_key_of_its_own()
    {
        var police = await world.PoliceAsync();
        // Keys that a stranger planted before.
        var cookies = new CookieContainer();
        cookies.Add(new Uri("http://localhost"), new Cookie("tipsom", "planted"));
        cookies.Add(new Uri("http://localhost"), new Cookie("tipsom-half", "planted"));
        var browser = portal.Browser(cookies);

        var half = await browser.GivePasswordAsync(police.Officer.UserName!, World.Password);
        var full = await browser.GiveCardCodeAsync(await browser.FollowAsync(half));
        var halfKey = KeyOf(half, "tipsom-half");
        var key = KeyOf(full, "tipsom");
        Assert.NotEqual(halfKey, key);
        foreach (var cookie in (string[])[$"tipsom={halfKey}", $"tipsom-half={halfKey}", $"tipsom-half={key}", "tipsom=planted"])
        {
            var copy = portal.CreateDefaultClient(new Uri("http://localhost"));
            copy.DefaultRequestHeaders.Add("Cookie", cookie);
            foreach (var url in (string[])["/", "/account/second-step"])
                Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync(url, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task A_demo_account_signs_in_without_a_second_step_in_Development()
    {
        var police = await world.PoliceAsync();
        var demo = await world.UserAsync(police.Station, Role.Officer, isDemo: true);
        var browser = portal.Browser();

        Assert.Equal("/", (await browser.GivePasswordAsync(demo.UserName!, World.Password)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Signed_out_disabled_or_a_changed_stamp_ends_every_copy_of_the_cookie_at_the_next_request()
    {
        const int rounds = 100;
        var police = await world.PoliceAsync();
        await using var second = new Portal(database);
        for (var round = 0; round < rounds; round++)
        {
            var user = round % 4 == 3 ? await world.UserAsync(police.Station, Role.Officer) : police.Officer;
            var browser = await portal.BrowserOfAsync(user);
            var copy = second.CreateDefaultClient(new Uri("http://localhost"));
            copy.DefaultRequestHeaders.Add("Cookie", browser.Cookies);
            Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/account", TestContext.Current.CancellationToken)).StatusCode);
            switch (round % 4)
            {
                case 0: await browser.SubmitAsync(await browser.OpenAsync("/account"), "main form[action='/account/sign-out']"); break;
                case 1: await world.AsOwnerAsync(db => db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.SecurityStamp, Guid.NewGuid().ToString("N")))); break;
                case 2: await world.AsOwnerAsync(db => db.Sessions.Where(s => s.UserId == user.Id).ExecuteDeleteAsync()); break;
                default: await world.AsOwnerAsync(db => db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.DisabledAt, DateTimeOffset.UtcNow))); break;
            }

            Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/account", TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
        }
    }

    [Theory]
    [InlineData("/cases?Q=TS", "/cases?Q=TS")]
    [InlineData("//evil.example", "/")]
    [InlineData("/¿'\"(", "/")]
    [InlineData("/cases\r\nSet-Cookie: a=b", "/")]
    public async Task Whoever_is_signed_in_goes_on_to_a_page_of_the_portal_or_to_the_first(string wanted, string url)
    {
        var browser = await portal.BrowserOfAsync((await world.PoliceAsync()).Officer);

        var answer = await browser.GetAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(wanted)}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(url, answer.Headers.Location!.OriginalString);
    }

    private static string KeyOf(HttpResponseMessage answer, string cookie) => answer.Headers.GetValues("Set-Cookie")
        .Select(c => c.Split(';')[0].Split('=', 2)).Single(c => c[0] == cookie && c[1].Length > 0)[1];
}
