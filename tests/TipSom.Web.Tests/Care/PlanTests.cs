using System.Globalization;
using System.Net;
using TipSom.Data;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Care;

public sealed class PlanTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Fact]
    public async Task A_part_is_planned_and_reached()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);

        var plan = await at.Caseworker.FollowAsync(await AddAsync(referral, DayIn(5)));
        Assert.Contains("A lawyer for the hearing", plan.MainText());
        Assert.Contains("Legal aid", (await at.Caseworker.OpenAsync("/care")).MainText());
        var part = await at.Caseworker.OpenAsync(plan.QuerySelector("tbody a")!.GetAttribute("href")!);
        var after = await at.Caseworker.FollowAsync(await at.Caseworker.SubmitAsync(part, null, ("Input.Ending", "Reached")));

        Assert.Contains("Reached", after.QuerySelector("tbody")!.TextContent);
        Assert.Null(after.QuerySelector("tbody a"));
    }

    [Fact]
    public async Task Giving_up_asks_why()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);
        var item = await at.World.PlanAsync(at.Shelter.Caseworker, referral);
        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/plan/{item.Id}");

        Assert.Contains("Choose what became of it.", (await (await at.Caseworker.SubmitAsync(page)).HtmlAsync()).MainText());
        var without = await at.Caseworker.SubmitAsync(page, null, ("Input.Ending", "GivenUp"));
        Assert.Contains("Choose why it is given up.", (await without.HtmlAsync()).MainText());
        var after = await at.Caseworker.FollowAsync(await at.Caseworker.SubmitAsync(page, null, ("Input.Ending", "GivenUp"), ("Input.Reason", "NotPossible")));
        Assert.Contains("Given up It cannot be had", after.MainText());
    }

    [Fact]
    public async Task A_part_closed_by_a_colleague_meanwhile_is_refused()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);
        var item = await at.World.PlanAsync(at.Shelter.Caseworker, referral);
        var (mine, hers) = (await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/plan/{item.Id}"), await at.Colleague.OpenAsync($"/referrals/{referral.Number}/plan/{item.Id}"));
        await at.Colleague.SubmitAsync(hers, null, ("Input.Ending", "Reached"));

        var answer = await at.Caseworker.SubmitAsync(mine, null, ("Input.Ending", "Reached"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This part of the plan is already closed.", (await answer.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task A_day_that_has_passed_is_refused_and_the_goal_kept()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);

        var answer = await AddAsync(referral, DayIn(-1));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var shown = await answer.HtmlAsync();
        Assert.Contains("This day has passed. Choose a day to come.", shown.MainText());
        Assert.Equal("A lawyer for the hearing", shown.QuerySelector("[name='Input.Goal']")!.GetAttribute("value"));
    }

    private static string DayIn(int days) =>
        PakistanTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(days).ToString("O", CultureInfo.InvariantCulture);

    private async Task<HttpResponseMessage> AddAsync(Referral referral, string day) => await at.Caseworker.SubmitAsync(
        await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/plan"), null,
        ("Input.Service", "LegalAid"), ("Input.DueOn", day), ("Input.Goal", "A lawyer for the hearing"));
}
