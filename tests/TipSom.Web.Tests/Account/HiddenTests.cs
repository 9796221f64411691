using System.Net;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Account;

public sealed class HiddenTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_hidden_screen_names_nothing_and_opens_nothing_until_the_password_is_given()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var browser = await portal.BrowserOfAsync(police.Officer);
        var page = await browser.OpenAsync($"/cases/{@case.Number}");

        var hidden = await browser.FollowAsync(await browser.SubmitAsync(page, "form[action='/account/hide']"));

        foreach (var word in new[] { @case.Number, police.Officer.DisplayName, police.Agency.NameEn, "Notifications", "My work" })
            Assert.DoesNotContain(word, hidden.Source.Text, StringComparison.Ordinal);
        // In no other tab either, and no post is carried out.
        foreach (var url in new[] { "/", $"/cases/{@case.Number}", "/account", "/account/sessions", "/account/confirm" })
            Assert.Equal("/account/hidden", (await browser.GetAsync(url)).Headers.Location!.OriginalString);
        Assert.Equal("/account/hidden", (await browser.SubmitAsync(page, "form[action='/account/hide']")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(hidden, "main form:has([type=password])", ("Input.Password", "wrong wrong wrong"))).StatusCode);
        Assert.Equal("/account/hidden", (await browser.GetAsync("/")).Headers.Location!.OriginalString);
        var shown = await browser.SubmitAsync(hidden, "main form:has([type=password])", ("Input.Password", World.Password));

        Assert.Equal($"/cases/{@case.Number}", shown.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/cases/{@case.Number}")).StatusCode);
        Assert.Equal("/", (await browser.GetAsync("/account/hidden")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signed_out_there_is_nothing_to_hide()
    {
        Assert.Equal("/", (await portal.Browser().GetAsync("/account/hidden")).Headers.Location!.OriginalString);
        Assert.Contains("/account/sign-in", (await portal.Browser().GetAsync("/account/hide")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_hidden_session_can_sign_out()
    {
        var browser = await portal.BrowserOfAsync((await world.PoliceAsync()).Officer);
        var hidden = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync("/"), "form[action='/account/hide']"));

        await browser.SubmitAsync(hidden, "main form[action='/account/sign-out']");

        Assert.Contains("/account/sign-in", (await browser.GetAsync("/")).Headers.Location!.OriginalString);
    }
}
