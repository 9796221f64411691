using System.Net;
using System.Text.Json;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Domain.Drafts;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Drafts;

/// <summary>What the script asks: to save, for the key, and what "Begin anew" and "Discard" post.</summary>
public sealed class SaveTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Theory]
    [InlineData("/drafts")]
    [InlineData("/drafts/key")]
    [InlineData("/drafts/end")]
    public async Task Nobody_is_sent_to_sign_in_and_a_token_is_demanded(string address)
    {
        var stranger = site.Portal.Browser();
        var (browser, _) = await OfficerAsync();

        var signedOut = await stranger.SendAsync(await stranger.OpenAsync("/account/sign-in"), address);
        var withoutToken = await browser.Client.PostAsync(address, new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Contains("/account/sign-in", signedOut.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, withoutToken.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task What_is_typed_is_kept_again_and_again_and_fills_the_form()
    {
        var (browser, _) = await OfficerAsync();
        var page = await browser.OpenAsync("/cases/new");

        var first = await JsonAsync(await browser.SaveAsync(page, ("Input.Happened", "Kept"), ("Input.Nowhere", "x"), ("Input.Password", "secret")));
        var second = await JsonAsync(await browser.SaveAsync(page, ("Input.Happened", "Kept at"), ("Input.Nowhere", "x")));

        Assert.True(second.GetProperty("saved").GetInt64() > first.GetProperty("saved").GetInt64());
        Assert.Matches("^[0-2][0-9]:[0-5][0-9]$", second.GetProperty("at").GetString());
        Assert.Equal(1200, second.GetProperty("idle").GetInt32());
        // What the form does not ask is left out.
        var filled = await browser.OpenAsync("/cases/new");
        Assert.Equal("Kept at", filled.ValueOf("Input.Happened"));
        Assert.Equal(second.GetProperty("saved").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture), filled.Version());
    }

    [Fact]
    public async Task A_newer_one_from_elsewhere_is_not_overwritten()
    {
        var (browser, _) = await OfficerAsync();
        var (here, there) = (await browser.OpenAsync("/cases/new"), await browser.OpenAsync("/cases/new"));
        var first = await JsonAsync(await browser.SaveAsync(here, ("Input.Happened", "here")));

        var refused = await browser.SaveAsync(there, ("Input.Happened", "there"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(first.GetProperty("saved").GetInt64(), (await JsonAsync(refused)).GetProperty("saved").GetInt64());
        Assert.Equal("here", (await browser.OpenAsync("/cases/new")).ValueOf("Input.Happened"));
        Assert.Equal(HttpStatusCode.OK, (await browser.SaveAsync(await browser.OpenAsync("/cases/new"), ("Input.Happened", "there"))).StatusCode);
    }

    [Fact]
    public async Task A_form_that_was_carried_out_or_left_comes_back_to_life_by_no_late_save()
    {
        var (browser, _) = await OfficerAsync();
        var page = await browser.OpenAsync("/cases/new");
        await browser.FollowAsync(await browser.SubmitAsync(
            page, null, ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Male"), ("Input.Person.Years", "30"), ("Step", "Save")));

        Assert.Equal(HttpStatusCode.Gone, (await browser.SaveAsync(page, ("Input.Happened", "late"))).StatusCode);

        Assert.DoesNotContain("Your drafts", (await browser.OpenAsync("/")).MainText());
    }

    [Fact]
    public async Task Too_much_is_not_kept_and_nonsense_is_refused()
    {
        var (browser, _) = await OfficerAsync();
        var page = await browser.OpenAsync("/cases/new");
        (string, string)[] right = [("Input.Page", "/cases/new"), ("Input.Title", "Log a case"), ("Input.Form", page.Once()), ("Input.BasedOn", "0"), ("Input.Fields", "[]")];

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.SaveAsync(page, ("Input.Happened", new string('x', Draft.MaxBytes)))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(page, "/drafts", right)).StatusCode);
        foreach (var (name, value) in new[]
                 {
                     ("Input.Page", "https://evil.example/"), ("Input.Page", "//evil.example"), ("Input.Page", ""), ("Input.Title", "Zarmeena Canarybird"),
                     ("Input.Fields", "{}"), ("Input.Fields", "[[\"a\"]]"), ("Input.Fields", "[[\"a\",null]]"), ("Input.Form", "x"), ("Input.UserId", "x")
                 })
        {
            var answer = await browser.SendAsync(page, "/drafts", [.. right.Where(r => r.Item1 != name), (name, value)]);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{name}={value} answered {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Each_person_is_given_the_own_key_whatever_the_session()
    {
        var (browser, officer) = await OfficerAsync();

        var first = (await JsonAsync(await browser.SendAsync(await browser.OpenAsync("/"), "/drafts/key"))).GetProperty("key").GetString();
        var again = await site.Portal.BrowserOfAsync(officer);
        var second = (await JsonAsync(await again.SendAsync(await again.OpenAsync("/"), "/drafts/key"))).GetProperty("key").GetString();
        var (other, _) = await OfficerAsync();

        Assert.Equal(Convert.ToBase64String(new DraftKeys(TestKeys.Purposes).KeyOf(officer.Id)), first);
        Assert.Equal(first, second);
        Assert.NotEqual(first, (await JsonAsync(await other.SendAsync(await other.OpenAsync("/"), "/drafts/key"))).GetProperty("key").GetString());
        var page = await browser.OpenAsync("/cases/new");
        Assert.DoesNotContain(first!, page.Source.Text, StringComparison.Ordinal);
        Assert.NotEqual(page.Body!.GetAttribute("data-user"), (await other.OpenAsync("/")).Body!.GetAttribute("data-user"));
    }

    [Fact]
    public async Task Beginning_anew_empties_the_form_and_discarding_the_list_and_nobody_s_but_the_own()
    {
        var (browser, _) = await OfficerAsync();
        var (other, _) = await OfficerAsync();
        await browser.LeaveAsync(await browser.OpenAsync("/cases/new"), ("Input.Happened", "mine"));
        await other.SubmitAsync(await LeftAsync(other), "main form[action='/drafts/end']");
        Assert.Equal("mine", (await browser.OpenAsync("/cases/new")).ValueOf("Input.Happened"));

        var anew = await browser.SubmitAsync(await browser.OpenAsync("/cases/new"), "main form[action='/drafts/end']");
        Assert.Equal("/cases/new", anew.Headers.Location!.OriginalString);
        Assert.Equal("", (await browser.FollowAsync(anew)).ValueOf("Input.Happened") ?? "");

        var work = await LeftAsync(browser);
        var discarded = await browser.SubmitAsync(work, "main form[action='/drafts/end']");
        var after = await browser.FollowAsync(discarded);
        Assert.Contains("The draft was discarded.", after.MainText());
        Assert.DoesNotContain("Your drafts", after.MainText());
        Assert.Equal(discarded.Headers.Location, (await browser.SubmitAsync(work, "main form[action='/drafts/end']")).Headers.Location);

        static async Task<AngleSharp.Html.Dom.IHtmlDocument> LeftAsync(PortalBrowser browser)
        {
            await browser.LeaveAsync(await browser.OpenAsync("/cases/new"), ("Input.Happened", "again"));
            return await browser.OpenAsync("/");
        }
    }

    [Fact]
    public async Task Signing_out_empties_the_browser_unless_a_copy_is_kept()
    {
        var (browser, officer) = await OfficerAsync();
        var wiped = await browser.SubmitAsync(await browser.OpenAsync("/account/sign-out"));
        var again = await site.Portal.BrowserOfAsync(officer);
        var kept = await again.SubmitAsync(await again.OpenAsync("/account/sign-out"), null, ("Keep", "true"));

        Assert.Equal("\"cache\", \"storage\"", Assert.Single(wiped.Headers.GetValues("Clear-Site-Data")));
        Assert.Equal("\"cache\"", Assert.Single(kept.Headers.GetValues("Clear-Site-Data")));
    }

    [Fact]
    public async Task After_the_session_one_is_led_back_to_the_form_with_its_draft()
    {
        var (browser, officer) = await OfficerAsync();
        var page = await browser.OpenAsync("/cases/new");
        await browser.SaveAsync(page, ("Input.Happened", "Kept at a kiln"));
        await browser.SubmitAsync(await browser.OpenAsync("/account/sign-out"));

        var refused = await browser.SubmitAsync(page, "form[data-draft]", ("Input.Happened", "Kept at a kiln"));
        var signIn = await browser.OpenAsync(refused.Headers.Location!.PathAndQuery);
        var half = await browser.SubmitAsync(signIn, "form[action='/account/sign-in']", ("Input.UserName", officer.UserName!), ("Input.Password", World.Password));
        var back = await browser.GiveCardCodeAsync(await browser.FollowAsync(half));

        Assert.Equal("/cases/new", back.Headers.Location!.OriginalString);
        Assert.Equal("Kept at a kiln", (await browser.FollowAsync(back)).ValueOf("Input.Happened"));
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    private async Task<(PortalBrowser Browser, User Officer)> OfficerAsync()
    {
        var officer = await site.World.UserAsync(site.Police.Station, Domain.Identity.Role.Officer);
        return (await site.Portal.BrowserOfAsync(officer), officer);
    }
}
