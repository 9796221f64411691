using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Identity;
using TipSom.Domain.Telling;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Account;

public sealed class SecondStepTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
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
    public async Task Who_has_no_factor_sets_up_an_app_first_and_is_signed_in_by_its_code()
    {
        var officer = await NewcomerAsync();
        var browser = Site.Browser();
        var answer = await browser.GivePasswordAsync(officer.UserName!, World.Password);
        Assert.StartsWith("/account/set-up", answer.Headers.Location!.OriginalString);
        Assert.Equal(2, (await browser.FollowAsync(answer)).QuerySelectorAll("main a.btn").Length);
        // Nothing else is open.
        foreach (var url in (string[])["/", "/account", "/cases", "/account/remove", "/account/password", "/account/second-step"])
            Assert.Contains("/account/sign-in", (await browser.GetAsync(url)).Headers.Location!.OriginalString);

        var page = await browser.OpenAsync("/account/app");
        Assert.NotNull(page.QuerySelector("main svg.qr"));
        var secret = SecretOn(page);
        Assert.Equal(20, secret.Length);
        var wrong = await browser.SubmitAsync(page, null, ("Input.Code", "000000"));
        var again = await wrong.HtmlAsync("/account/app");
        Assert.Contains("The app shows another code.", again.MainText());
        Assert.Equal(secret, SecretOn(again));
        var right = await browser.SubmitAsync(again, null, ("Input.Code", Totp.CodeOf(secret, Totp.StepOf(clock.GetUtcNow()))));

        Assert.Equal("/", right.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
        Assert.True(await WasToldAsync(officer, NotificationKind.SignInChanged));
    }

    [Fact]
    public async Task A_card_is_shown_once_and_its_codes_are_good_once_in_their_order()
    {
        var officer = await NewcomerAsync();
        var browser = Site.Browser();
        await browser.GivePasswordAsync(officer.UserName!, World.Password);
        var card = await (await browser.SubmitAsync(await browser.OpenAsync("/account/card"))).HtmlAsync("/account/card");
        var codes = card.QuerySelectorAll("ol.codes li").Select(l => l.TextContent.Trim()).ToList();
        Assert.Equal(Factors.CodesOnACard, codes.Distinct().Count());
        Assert.Empty((await browser.OpenAsync("/account/card")).QuerySelectorAll("ol.codes li"));

        var step = await browser.OpenAsync("/account/second-step");
        Assert.Equal(1, PortalBrowser.NextCodeOf(step));
        // Another number of the card is not the one that was asked for.
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(step, null, ("Second.With", "Card"), ("Second.Code", codes[1]))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(step, null, ("Second.With", "Card"), ("Second.Code", codes[0]))).StatusCode);

        var other = Site.Browser();
        var next = await other.FollowAsync(await other.GivePasswordAsync(officer.UserName!, World.Password));
        Assert.Equal(2, PortalBrowser.NextCodeOf(next));
        Assert.Equal(HttpStatusCode.OK, (await other.SubmitAsync(next, null, ("Second.With", "Card"), ("Second.Code", codes[0]))).StatusCode);
        // A new card makes the old one worthless.
        var again = await (await browser.SubmitAsync(await browser.OpenAsync("/account/card"))).HtmlAsync("/account/card");
        Assert.Equal(HttpStatusCode.OK, (await other.SubmitAsync(next, null, ("Second.With", "Card"), ("Second.Code", codes[1]))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.SubmitAsync(
            next, null, ("Second.With", "Card"), ("Second.Code", again.QuerySelector("ol.codes li")!.TextContent.Trim()))).StatusCode);
    }

    [Fact]
    public async Task A_code_of_the_app_is_good_once_and_for_a_minute_and_a_half()
    {
        var user = (await world.PoliceAsync()).Officer;
        var factors = Site.Services.GetRequiredService<Factors>();
        var secret = Factors.NewSecret();
        var ct = TestContext.Current.CancellationToken;
        var start = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromSeconds(30 - (start.ToUnixTimeSeconds() % 30)));
        var step = Totp.StepOf(clock.GetUtcNow());
        Assert.True(await factors.UseAppAsync(user.Id, secret, Totp.CodeOf(secret, step), ct));
        // The code that set it up is used too.
        Assert.False(await factors.TakeAppCodeAsync(user.Id, Totp.CodeOf(secret, step), ct));
        clock.Advance(TimeSpan.FromMinutes(5));
        step += 10;

        Assert.False(await factors.TakeAppCodeAsync(user.Id, Totp.CodeOf(secret, step - 2), ct));
        Assert.False(await factors.TakeAppCodeAsync(user.Id, Totp.CodeOf(secret, step + 2), ct));
        Assert.True(await factors.TakeAppCodeAsync(user.Id, Totp.CodeOf(secret, step - 1), ct));
        Assert.True(await factors.TakeAppCodeAsync(user.Id, Totp.CodeOf(secret, step + 1), ct));
        // Whatever lies before the last one taken is over, even inside the window.
        Assert.False(await factors.TakeAppCodeAsync(user.Id, Totp.CodeOf(secret, step), ct));
        Assert.False(await factors.TakeAppCodeAsync(user.Id, Totp.CodeOf(secret, step + 1), ct));
    }

    [Fact]
    public async Task Of_many_posts_of_one_code_one_wins()
    {
        var user = (await world.PoliceAsync()).Officer;
        var factors = Site.Services.GetRequiredService<Factors>();
        var secret = Factors.NewSecret();
        var ct = TestContext.Current.CancellationToken;
        await factors.UseAppAsync(user.Id, secret, Totp.CodeOf(secret, Totp.StepOf(clock.GetUtcNow())), ct);
        for (var round = 1; round <= 20; round++)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            var code = Totp.CodeOf(secret, Totp.StepOf(clock.GetUtcNow()));
            Assert.Single(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => factors.TakeAppCodeAsync(user.Id, code, ct))), taken => taken);
            if (round < Factors.CodesOnACard)
                Assert.Single(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => factors.TakeCardCodeAsync(user.Id, World.CodeOf(round), ct))), taken => taken);
        }
    }

    [Fact]
    public async Task The_second_step_waits_five_minutes_and_no_longer()
    {
        var officer = (await world.PoliceAsync()).Officer;
        var browser = Site.Browser();
        var page = await browser.FollowAsync(await browser.GivePasswordAsync(officer.UserName!, World.Password));
        clock.Advance(TimeSpan.FromSeconds(301));

        var late = await browser.GiveCardCodeAsync(page);

        Assert.Equal("/account/sign-in", late.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task One_factor_always_stays()
    {
        var officer = (await world.PoliceAsync()).Officer;
        var browser = await Site.BrowserOfAsync(officer);
        var refused = await browser.SubmitAsync(await browser.OpenAsync("/account/remove"), null, ("Input.Which", "Card"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("it is the only one you have", (await refused.HtmlAsync()).MainText());

        var page = await browser.OpenAsync("/account/app");
        await browser.SubmitAsync(page, null, ("Input.Code", Totp.CodeOf(SecretOn(page), Totp.StepOf(clock.GetUtcNow()))));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.OpenAsync("/account/remove"), null, ("Input.Which", "Card"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(await browser.OpenAsync("/account/remove"), null, ("Input.Which", "App"))).StatusCode);
        Assert.Contains("Set up", (await browser.OpenAsync("/account")).MainText());
    }

    [Fact]
    public async Task The_database_holds_neither_secret_nor_code()
    {
        var officer = (await world.PoliceAsync()).Officer;
        var secret = Factors.NewSecret();
        await Site.Services.GetRequiredService<Factors>().UseAppAsync(
            officer.Id, secret, Totp.CodeOf(secret, Totp.StepOf(clock.GetUtcNow())), TestContext.Current.CancellationToken);
        await world.AsOwnerAsync(async db =>
        {
            var kept = await db.Authenticators.SingleAsync(a => a.UserId == officer.Id);
            Assert.False(kept.SealedSecret.AsSpan().IndexOf(secret) >= 0);
            var card = await db.CodeCards.SingleAsync(c => c.UserId == officer.Id);
            Assert.DoesNotContain(card.CodeHashes, h => h.AsSpan().SequenceEqual(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"1|{World.CodeOf(1)}"))));
        });
    }

    private async Task<User> NewcomerAsync()
    {
        var officer = (await world.PoliceAsync()).Officer;
        await world.AsOwnerAsync(db => db.CodeCards.Where(c => c.UserId == officer.Id).ExecuteDeleteAsync());
        return officer;
    }

    private Task<bool> WasToldAsync(User user, NotificationKind kind) =>
        world.AsAsync(user, (_, db) => db.Notifications.AnyAsync(n => n.Kind == kind));

    private static byte[] SecretOn(IHtmlDocument page)
    {
        var text = page.QuerySelector("main p bdi.id")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
