using System.Net;
using TipSom.Domain.Agreements;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Agreements;

public sealed class ApproveTests(AgreementSite site) : IClassFixture<AgreementSite>
{
    [Fact]
    public async Task Strangers_and_the_manager_of_another_provider_are_refused()
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.ProposeAsync(pair.Administrator, pair.Police, pair.Shelter);
        var other = await site.World.ProviderAsync();
        var url = $"/agreements/{agreement.Id}/approve";

        await site.RefusesStrangersAsync(url, pair.Police.Officer, pair.Shelter.Caseworker, pair.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.As(other.Manager)).GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task Both_sides_approve_and_it_binds()
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.ProposeAsync(pair.Administrator, pair.Police, pair.Shelter);
        var url = $"/agreements/{agreement.Id}/approve";

        var one = await site.SubmitAsync(pair.Shelter.Manager, url, ("Input.Answer", "Approve"));
        Assert.Equal("proposed", one.QuerySelector(".head .tag")!.TextContent);
        Assert.Contains("The provider has approved.", one.MainText());
        Assert.Contains("Nothing waits for the approval of your side.", (await (await site.As(pair.Shelter.Manager)).OpenAsync(url)).MainText());

        var both = await site.SubmitAsync(pair.Coordinator, url, ("Input.Answer", "Approve"));
        Assert.Equal("in force", both.QuerySelector(".head .tag")!.TextContent);
        Assert.Contains("Approved by both sides", both.MainText());
        Assert.NotNull(await site.World.SentReferralAsync(pair.Police, pair.Shelter));
    }

    [Fact]
    public async Task A_side_that_refuses_says_why_and_the_terms_in_force_stay()
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);
        await site.World.ProposeChangeAsync(pair.Administrator, agreement, t => t with { Places = 99 });
        var browser = await site.As(pair.Coordinator);
        var form = await browser.OpenAsync($"/agreements/{agreement.Id}/approve");
        Assert.Contains("Proposed terms, version 2", form.MainText());
        Assert.Contains("Terms in force, version 1", form.MainText());

        var silent = await browser.SubmitAsync(form, null, ("Input.Answer", "Refuse"));
        Assert.Contains("Write the reason in a few words.", (await silent.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
        var page = await browser.FollowAsync(await browser.SubmitAsync(form, null, ("Input.Answer", "Refuse"), ("Input.Reason", "The house holds ten")));

        Assert.Equal("in force", page.QuerySelector(".head .tag")!.TextContent);
        Assert.Contains("The house holds ten", page.MainText());
        Assert.Contains("Refused by one side", page.MainText());
        Assert.Contains("Terms of version 2", page.MainText());
    }

    [Fact]
    public async Task A_form_approves_the_version_it_showed_and_no_other()
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);
        await site.World.ProposeChangeAsync(pair.Administrator, agreement, t => t with { Places = 11 });
        var browser = await site.As(pair.Coordinator);
        var form = await browser.OpenAsync($"/agreements/{agreement.Id}/approve");
        await site.World.RefuseAsync(pair.Shelter.Manager, agreement, AgreementSide.Provider, "No");
        await site.World.ProposeChangeAsync(pair.Administrator, agreement, t => t with { Places = 999 });

        var answer = await browser.SubmitAsync(form, null, ("Input.Answer", "Approve"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(AgreementVersion.Decided, (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task Days_taken_in_the_meantime_are_refused_with_a_sentence()
    {
        var pair = await site.PairAsync();
        var first = await site.World.AgreementAsync(pair.Police, pair.Shelter, t => t with { InForceTo = AgreementSite.Today.AddDays(5) });
        await site.World.ProposeChangeAsync(pair.Administrator, first, t => t with { InForceTo = AgreementSite.Today.AddDays(50) });
        await site.World.ApproveAsync(pair.Shelter.Manager, first, AgreementSide.Provider);
        await site.World.AgreementAsync(pair.Police, pair.Shelter, t => t with { InForceFrom = AgreementSite.Today.AddDays(6) });
        var browser = await site.As(pair.Coordinator);

        var answer = await browser.SubmitAsync(await browser.OpenAsync($"/agreements/{first.Id}/approve"), null, ("Input.Answer", "Approve"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(Agreement.DaysTaken, (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }
}
