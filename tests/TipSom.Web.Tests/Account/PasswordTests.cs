using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using TipSom.Domain.Telling;
using TipSom.TestSupport;
using TipSom.Web.Security;

namespace TipSom.Web.Tests.Account;

public sealed class PasswordTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Url = "/account/password";
    private const string Good = "kettle orbit mango brass fern";

    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Signed_out_there_is_nothing_to_change() => Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(Url)).StatusCode);

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_the_person_is_told()
    {
        var officer = (await world.PoliceAsync()).Officer;
        var here = await portal.BrowserOfAsync(officer);
        var there = await portal.BrowserOfAsync(officer);
        var old = here.Cookies;

        var changed = await SubmitAsync(here, World.Password, Good, Good);

        Assert.Equal("/account?done=changed", changed.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).StatusCode);
        var copy = portal.CreateDefaultClient(new Uri("http://localhost"));
        copy.DefaultRequestHeaders.Add("Cookie", old);
        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/account", TestContext.Current.CancellationToken)).StatusCode);
        Assert.True(await world.AsAsync(officer, (_, db) => db.Notifications.AnyAsync(n => n.Kind == NotificationKind.SignInChanged)));
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().GivePasswordAsync(officer.UserName!, World.Password)).StatusCode);
        await portal.Browser().SignInAsync(officer.UserName!, Good);
    }

    [Fact]
    public async Task A_password_of_256_signs_is_taken_and_signs_in()
    {
        var officer = (await world.PoliceAsync()).Officer;
        var longest = string.Concat(Enumerable.Repeat("kettle orbit mango brass, ", 10))[..256];

        var changed = await SubmitAsync(await portal.BrowserOfAsync(officer), World.Password, longest, longest);

        Assert.Equal("/account?done=changed", changed.Headers.Location!.OriginalString);
        await portal.Browser().SignInAsync(officer.UserName!, longest);
    }

    [Theory]
    [InlineData("wrong wrong wrong", Good, Good, "The password is wrong.")]
    [InlineData(World.Password, "short words", "short words", "Use at least 14 characters.")]
    [InlineData(World.Password, Good, "kettle orbit mango brass", "The two are not the same.")]
    [InlineData(World.Password, "Lahore-Police-2026!", "Lahore-Police-2026!", "This password is easy to guess")]
    public async Task What_is_wrong_is_said_and_nothing_changes(string old, string password, string again, string sentence)
    {
        var officer = (await world.PoliceAsync()).Officer;
        var browser = await portal.BrowserOfAsync(officer);

        var answer = await SubmitAsync(browser, old, password, again);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.HtmlAsync();
        Assert.Contains(sentence, page.MainText());
        Assert.All(page.QuerySelectorAll("input[type=password]"), i => Assert.Null(i.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GivePasswordAsync(officer.UserName!, World.Password)).StatusCode);
    }

    [Theory]
    [InlineData("password123456789", true)]
    [InlineData("Pa$$w0rd-Pa$$w0rd!", true)]
    [InlineData("TipSom-Karachi-2026", true)]
    [InlineData("aaaaaaaaaaaaaaaaaa", true)]
    [InlineData("12345678901234567890", true)]
    [InlineData("rahim.gul-2026-2026", true)]
    [InlineData("Faisalabad-Rawalpindi", true)]
    [InlineData("kettle orbit mango brass fern", false)]
    [InlineData("my bicycle sleeps under snow", false)]
    [InlineData("xK9-vQ2_mT7.pL4wZrB", false)]
    public void Passwords_made_of_known_words_are_known(string password, bool isKnown) =>
        Assert.Equal(isKnown, new CommonPasswords(new ConfigurationBuilder().Build()).IsKnown(password, "rahim.gul@lahore-police.example SI Rahim Gul"));

    [Fact]
    public void A_file_of_breached_passwords_is_searched()
    {
        var breached = Enumerable.Range(0, 1000).Select(i => $"breached words number {i} of many").ToList();
        var path = Path.Combine(Path.GetTempPath(), $"breached-{Guid.NewGuid():N}.txt");
#pragma warning disable CA5350 // The form in which such a file comes.
        File.WriteAllLines(path, breached.Select((p, i) => $"{Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(p)))}:{i * 37}").Order(StringComparer.Ordinal));
#pragma warning restore CA5350
        try
        {
            var common = new CommonPasswords(new ConfigurationBuilder().AddInMemoryCollection([new(CommonPasswords.FileSetting, path)]).Build());

            Assert.All(breached, p => Assert.True(common.IsKnown(p, "")));
            Assert.All(Enumerable.Range(1000, 200), i => Assert.False(common.IsKnown($"breached words number {i} of many", "")));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<HttpResponseMessage> SubmitAsync(PortalBrowser browser, string old, string password, string again) => await browser.SubmitAsync(
        await browser.OpenAsync(Url), null, ("Input.Password", old), ("New.Password", password), ("New.AgainPassword", again));
}
