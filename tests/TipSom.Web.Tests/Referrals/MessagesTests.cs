using System.Net;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class MessagesTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_and_the_national_desk_are_refused()
    {
        var desk = await pages.World.CoordinatorAsync();
        var (_, shelter, referral) = await OpenedAsync();

        foreach (var url in new[] { UrlOf(referral), $"{UrlOf(referral)}/read" })
        {
            await pages.RefusesStrangersAsync(url, desk, (await pages.World.PoliceAsync()).Officer);
            Assert.Equal(HttpStatusCode.NotFound, (await (await pages.As((await pages.World.ProviderAsync()).Caseworker)).GetAsync(url)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await (await pages.As(shelter.Manager)).GetAsync(url)).StatusCode);
        }
    }

    [Fact]
    public async Task One_side_writes_and_the_other_reads_it_counts_it_and_marks_it_as_read()
    {
        var (police, shelter, referral) = await OpenedAsync();
        var (officer, caseworker) = (await pages.As(police.Officer), await pages.As(shelter.Caseworker));

        var written = await officer.FollowAsync(await SubmitAsync(officer, referral, "She asks for a doctor.\nToday, please."));
        Assert.Contains("She asks for a doctor.", written.MainText());
        Assert.Contains("Messages (1) 1 not read", (await caseworker.OpenAsync($"/referrals/{referral.Number}")).MainText());
        Assert.Contains("(1) 1 not read", (await caseworker.OpenAsync("/inbox")).MainText());
        var page = await caseworker.OpenAsync(UrlOf(referral));
        Assert.Contains("From the sender", page.MainText());
        var read = await caseworker.FollowAsync(await caseworker.SubmitAsync(page, $"main form[action='{UrlOf(referral)}/read']"));

        Assert.DoesNotContain("New", read.QuerySelectorAll("main .tag").Select(t => t.TextContent));
        Assert.DoesNotContain("not read", (await caseworker.OpenAsync("/inbox")).MainText());
        Assert.Contains("Messages (1)", (await officer.OpenAsync($"/referrals/{referral.Number}")).MainText());
        Assert.Contains("(1)", (await officer.OpenAsync("/referrals")).MainText());
    }

    [Fact]
    public async Task An_empty_message_and_one_too_long_are_asked_for_again()
    {
        var (police, _, referral) = await OpenedAsync();
        var officer = await pages.As(police.Officer);

        Assert.Contains("Write the message.", (await (await SubmitAsync(officer, referral, "")).HtmlAsync()).MainText());
        var long1 = await (await SubmitAsync(officer, referral, new string('x', 1001))).HtmlAsync();
        Assert.Contains("Write at most 1000 characters.", long1.MainText());
        Assert.Contains("Nothing has been written yet.", long1.MainText());
    }

    [Fact]
    public async Task A_referral_that_ended_meanwhile_refuses_the_message_and_keeps_the_words()
    {
        var (police, shelter, referral) = await OpenedAsync();
        var caseworker = await pages.As(shelter.Caseworker);
        var page = await caseworker.OpenAsync(UrlOf(referral));
        await pages.World.WithdrawAsync(police.Officer, referral);

        var answer = await caseworker.SubmitAsync(page, null, ("Input.Text", "Is she still coming?"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var shown = await answer.HtmlAsync();
        Assert.Contains("This referral was already withdrawn by the sender.", shown.MainText());
        Assert.Equal("Is she still coming?", shown.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_provider_that_declined_reads_no_message_any_more()
    {
        var (police, shelter, referral) = await OpenedAsync();
        await pages.World.WriteAsync(police.Officer, referral, Side.Sender);
        await pages.World.DeclineAsync(shelter.Caseworker, referral);

        Assert.DoesNotContain("Messagecanary", (await (await pages.As(shelter.Caseworker)).OpenAsync(UrlOf(referral))).MainText());
        Assert.Contains("Messagecanary", (await (await pages.As(police.Supervisor)).OpenAsync(UrlOf(referral))).MainText());
    }

    private static string UrlOf(Referral referral) => $"/referrals/{referral.Number}/messages";

    private static async Task<HttpResponseMessage> SubmitAsync(PortalBrowser browser, Referral referral, string text) =>
        await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)), "main form:not([action])", ("Input.Text", text));

    private async Task<(Force Police, Provider Shelter, Referral Referral)> OpenedAsync()
    {
        var (police, shelter) = await pages.BoundAsync();
        return (police, shelter, await pages.World.OpenAsync(shelter.Caseworker, await pages.World.SentReferralAsync(police, shelter)));
    }
}
