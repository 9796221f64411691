using System.Net;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Care;

/// <summary>Who may not come near the pages on care.</summary>
public sealed class CareGuardTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Theory]
    [InlineData("care/new", ReferralStatus.InCare)]
    [InlineData("plan", ReferralStatus.InCare)]
    [InlineData("follow-up/30", ReferralStatus.Closed)]
    public async Task What_the_provider_keeps_is_for_the_provider_alone(string act, ReferralStatus status)
    {
        var url = $"/referrals/{(await at.ReferralAsync(status)).Number}/{act}";

        Assert.Equal(HttpStatusCode.Redirect, (await at.Portal.Browser().GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Officer.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await at.Stranger.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await at.Colleague.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await ReceivingPortal.PostBlindAsync(at.Officer, url));
        Assert.Equal(HttpStatusCode.NotFound, await ReceivingPortal.PostBlindAsync(at.Stranger, url));
    }

    [Theory]
    [InlineData("care", ReferralStatus.InCare)]
    [InlineData("card", ReferralStatus.InCare)]
    public async Task What_both_sides_read_is_for_nobody_else(string act, ReferralStatus status)
    {
        var desk = await at.World.CoordinatorAsync();
        var referral = await at.ReferralAsync(status);
        var url = $"/referrals/{referral.Number}/{act}";

        Assert.Equal(HttpStatusCode.Redirect, (await at.Portal.Browser().GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await at.Stranger.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await at.Portal.BrowserOfAsync((await at.World.PoliceAsync()).Officer)).GetAsync(url)).StatusCode);
        Assert.Contains((await (await at.Portal.BrowserOfAsync(desk)).GetAsync(url)).StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await at.Portal.BrowserOfAsync(await at.World.UserAsync(at.Police.Headquarters, Role.Analyst))).GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await at.Officer.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await at.Caseworker.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task Taking_up_is_for_the_sender_alone()
    {
        var url = $"/referrals/{(await at.ReferralAsync(ReferralStatus.Closed)).Number}/help/30";

        Assert.Equal(HttpStatusCode.Redirect, (await at.Portal.Browser().GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Caseworker.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await at.Portal.BrowserOfAsync((await at.World.PoliceAsync()).Officer)).GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await at.Officer.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task The_list_is_for_providers()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await at.Portal.Browser().GetAsync("/care")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Officer.GetAsync("/care")).StatusCode);
    }

    [Fact]
    public async Task A_part_of_another_persons_plan_and_a_question_nobody_asks_are_not_here()
    {
        var (one, other) = (await at.ReferralAsync(ReferralStatus.InCare), await at.ReferralAsync(ReferralStatus.InCare));
        var item = await at.World.PlanAsync(at.Shelter.Caseworker, one);
        var url = $"/referrals/{one.Number}/plan/{item.Id}";

        Assert.Equal(HttpStatusCode.OK, (await at.Caseworker.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await at.Caseworker.GetAsync($"/referrals/{other.Number}/plan/{item.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await at.Caseworker.GetAsync($"/referrals/{one.Number}/follow-up/30")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Officer.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await at.Stranger.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await at.Portal.Browser().GetAsync(url)).StatusCode);
    }
}
