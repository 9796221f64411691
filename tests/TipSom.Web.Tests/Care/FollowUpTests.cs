using System.Net;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Care;

public sealed class FollowUpTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Fact]
    public async Task Help_needed_reaches_the_sender_who_takes_it_up()
    {
        var referral = await DueAsync();
        Assert.Contains(referral.Number, (await at.Caseworker.OpenAsync("/care")).MainText());
        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/follow-up/30");

        await at.Caseworker.FollowAsync(await at.Caseworker.SubmitAsync(page, null, ("Input.Answer", "NeedsHelp"), ("Input.Note", "Has lost the room.")));

        Assert.Contains("Help needed after care", (await at.Officer.OpenAsync("/")).MainText());
        var help = await at.Officer.OpenAsync($"/referrals/{referral.Number}/help/30");
        Assert.Contains("Has lost the room.", help.MainText());
        var taken = await at.Officer.FollowAsync(await at.Officer.SubmitAsync(help));
        Assert.Contains("Taken up by the sender", taken.MainText());
        Assert.DoesNotContain($"/referrals/{referral.Number}/help", (await at.Officer.OpenAsync("/")).DocumentElement.OuterHtml);
        var again = await at.Officer.SubmitAsync(help, null, ("__once", Guid.CreateVersion7().ToString()));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Somebody has already taken this up.", (await again.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task Before_its_day_nobody_answers()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Closed);

        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/follow-up/30");

        Assert.Contains("It is too early to ask.", page.MainText());
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.DoesNotContain(referral.Number, (await at.Caseworker.OpenAsync("/care")).MainText());
    }

    [Fact]
    public async Task An_answer_is_asked_for()
    {
        var referral = await DueAsync();

        var answer = await at.Caseworker.SubmitAsync(await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/follow-up/30"));

        Assert.Contains("Choose what you found.", (await answer.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task What_a_colleague_answered_meanwhile_is_refused_and_the_note_kept()
    {
        var referral = await DueAsync();
        var url = $"/referrals/{referral.Number}/follow-up/30";
        var (mine, hers) = (await at.Caseworker.OpenAsync(url), await at.Colleague.OpenAsync(url));
        await at.Colleague.SubmitAsync(hers, null, ("Input.Answer", "SafeAndWell"));

        var answer = await at.Caseworker.SubmitAsync(mine, null, ("Input.Answer", "NotReached"), ("Input.Note", "Rang twice."));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var shown = await answer.HtmlAsync();
        Assert.Contains("This question was already answered.", shown.MainText());
        Assert.Equal("Rang twice.", shown.QuerySelector("textarea")!.TextContent.Trim());
    }

    private async Task<Referral> DueAsync()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Closed);
        await at.World.LetDaysPassAsync(referral);
        return referral;
    }
}
