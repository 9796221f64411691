using System.Net;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Agreements;

/// <summary>Suspending, resuming and ending an agreement.</summary>
public sealed class StandingTests(AgreementSite site) : IClassFixture<AgreementSite>
{
    [Theory]
    [InlineData("suspend")]
    [InlineData("resume")]
    [InlineData("end")]
    public async Task Strangers_are_refused(string act)
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);

        await site.RefusesStrangersAsync($"/agreements/{agreement.Id}/{act}", pair.Police.Officer, pair.Coordinator, pair.Shelter.Manager);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.As(pair.Administrator)).GetAsync($"/agreements/{Guid.NewGuid()}/{act}")).StatusCode);
    }

    [Fact]
    public async Task An_agreement_is_suspended_resumed_and_ended_and_its_page_says_who_and_why()
    {
        var pair = await site.PairAsync();
        var url = $"/agreements/{(await site.World.AgreementAsync(pair.Police, pair.Shelter)).Id}";

        var suspended = await site.SubmitAsync(pair.Administrator, $"{url}/suspend", ("Input.Reason", "Fire safety is reviewed"));
        Assert.Equal("suspended", suspended.QuerySelector(".head .tag")!.TextContent);
        Assert.Contains("Fire safety is reviewed", suspended.MainText());
        Assert.Contains(pair.Administrator.DisplayName, suspended.MainText());

        var resumed = await site.SubmitAsync(pair.Administrator, $"{url}/resume", ("Input.Reason", "Review passed"));
        Assert.Equal("in force", resumed.QuerySelector(".head .tag")!.TextContent);

        var ended = await site.SubmitAsync(pair.Administrator, $"{url}/end", ("Input.Reason", "The house closes"));
        Assert.Equal("ended", ended.QuerySelector(".head .tag")!.TextContent);
        Assert.Contains("People already in care stay in care.", ended.MainText());
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("end")]
    public async Task Without_a_reason_nothing_happens(string act)
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);
        var browser = await site.As(pair.Administrator);

        var answer = await browser.SubmitAsync(await browser.OpenAsync($"/agreements/{agreement.Id}/{act}"), null, ("Input.Reason", " "));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Write the reason in a few words.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Theory]
    [InlineData("suspend", "Only a signed agreement can be suspended.")]
    [InlineData("end", "This agreement has already ended.")]
    public async Task One_that_ended_in_the_meantime_is_refused(string act, string sentence)
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);
        var browser = await site.As(pair.Administrator);
        var form = await browser.OpenAsync($"/agreements/{agreement.Id}/{act}");
        await site.SubmitAsync(pair.Administrator, $"/agreements/{agreement.Id}/end", ("Input.Reason", "The house closes"));

        var answer = await browser.SubmitAsync(form, null, ("Input.Reason", "Too late"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(sentence, (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task Referrals_that_rest_on_it_say_so_to_both_sides_and_care_goes_on()
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);
        var sent = await site.World.SentReferralAsync(pair.Police, pair.Shelter);
        var accepted = await site.World.AcceptAsync(pair.Shelter.Caseworker, await site.World.OpenAsync(
            pair.Shelter.Caseworker, await site.World.SentReferralAsync(pair.Police, pair.Shelter)));
        var before = await (await site.As(pair.Police.Officer)).OpenAsync($"/referrals/{sent.Number}");
        await site.World.SuspendAsync(pair.Administrator, agreement);

        const string title = "The agreement it rests on is no longer in force";
        Assert.DoesNotContain(title, before.MainText());
        foreach (var user in new[] { pair.Police.Officer, pair.Shelter.Caseworker })
        {
            var browser = await site.As(user);
            Assert.Contains("It can no longer be accepted, and no new referral can be sent under it.", (await browser.OpenAsync($"/referrals/{sent.Number}")).MainText());
            Assert.Contains("The acceptance stands and the person can arrive", (await browser.OpenAsync($"/referrals/{accepted.Number}")).MainText());
            var page = await browser.OpenAsync($"/agreements/{agreement.Id}");
            Assert.Equal(["1", "1"], page.QuerySelectorAll(".card").First(c => c.TextContent.Contains("Referrals under way")).QuerySelectorAll("dd").Select(d => d.TextContent.Trim()));
            Assert.Contains("Those accepted and in care go on as they are.", page.MainText());
        }

        var inCare = await site.World.ArriveAsync(pair.Shelter.Caseworker, accepted);
        Assert.Contains("Care goes on", (await (await site.As(pair.Shelter.Caseworker)).OpenAsync($"/referrals/{inCare.Number}")).MainText());
        Assert.Contains(
            "No referral that you may see rests on it at the moment.",
            (await (await site.As(pair.Administrator)).OpenAsync($"/agreements/{agreement.Id}")).MainText());
    }
}
