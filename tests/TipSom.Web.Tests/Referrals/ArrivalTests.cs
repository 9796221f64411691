using System.Net;
using AngleSharp.Html.Dom;
using TipSom.Data.Encryption;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class ArrivalTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("urdu")]
    public async Task The_code_of_the_slip_proves_the_arrival_however_it_is_typed(string typedWith)
    {
        var referral = await at.ReferralAsync(ReferralStatus.Accepted);
        var code = CodeOf(referral);
        var typed = typedWith == "urdu" ? string.Concat(code.Select(c => (char)('۰' + (c - '0')))) : code[..4] + typedWith + code[4..];

        var answer = await at.Caseworker.SubmitAsync(await PageAsync(referral), null, ("Input.Code", typed));

        Assert.Equal($"/referrals/{referral.Number}", ReceivingPortal.Place(answer));
        Assert.Equal(ReferralStatus.InCare, (await at.NowAsync(referral)).Status);
    }

    [Fact]
    public async Task Wrong_codes_are_counted_and_kept_until_only_a_new_slip_helps()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Accepted);
        var page = await PageAsync(referral);
        var wrong = WrongFor(referral);
        var sentences = new List<string>();

        for (var tried = 1; tried <= Referral.MaxWrongArrivalCodes; tried++)
        {
            var answer = await at.Caseworker.SubmitAsync(page, null, ("Input.Code", wrong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal(tried, (await at.NowAsync(referral)).WrongArrivalCodes);
            page = await answer.HtmlAsync();
            sentences.Add(page.QuerySelector(".error")!.TextContent);
        }
        var refused = await at.Caseworker.SubmitAsync(page, null, ("Input.Code", CodeOf(referral)));

        Assert.Contains("This code is not right. 9 tries are left.", sentences[0]);
        Assert.Contains("This code is not right. 1 try is left.", sentences[8]);
        Assert.Contains("Ask the officer to print a new slip.", sentences[9]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Too many wrong codes. Ask the officer to print a new slip.", (await refused.HtmlAsync()).MainText());
        Assert.Equal(ReferralStatus.Accepted, (await at.NowAsync(referral)).Status);
    }

    [Fact]
    public async Task After_a_slip_of_the_finger_the_same_page_takes_the_right_code()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Accepted);
        var page = await (await at.Caseworker.SubmitAsync(await PageAsync(referral), null, ("Input.Code", WrongFor(referral)))).HtmlAsync();

        var answer = await at.Caseworker.SubmitAsync(page, null, ("Input.Code", CodeOf(referral)));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "Write the code from the slip.")]
    [InlineData("1234567", "The code has 8 digits.")]
    [InlineData("1234567x8", "The code has 8 digits.")]
    public async Task What_is_no_code_is_not_counted(string typed, string sentence)
    {
        var referral = await at.ReferralAsync(ReferralStatus.Accepted);

        var answer = await at.Caseworker.SubmitAsync(await PageAsync(referral), null, ("Input.Code", typed));

        Assert.Contains(sentence, (await answer.HtmlAsync()).MainText());
        Assert.Equal(0, (await at.NowAsync(referral)).WrongArrivalCodes);
    }

    [Fact]
    public async Task Guesses_made_at_once_are_never_more_than_those_counted()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Accepted);
        var mine = await PageAsync(referral);
        var hers = await at.Colleague.OpenAsync($"/referrals/{referral.Number}/arrival");
        await using var gate = await Gate.BeforeAsync(at.Database, referral);

        var answers = await gate.ReleaseAsync(
            at.Caseworker.SubmitAsync(mine, null, ("Input.Code", WrongFor(referral))),
            at.Colleague.SubmitAsync(hers, null, ("Input.Code", CodeOf(referral))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Conflict);
        var now = await at.NowAsync(referral);
        Assert.Equal(now.Status == ReferralStatus.InCare ? 0 : 1, now.WrongArrivalCodes);
    }

    [Fact]
    public async Task Who_was_not_accepted_cannot_arrive()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Accepted);
        var page = await PageAsync(referral);
        await at.World.WithdrawAsync(at.Police.Officer, referral);

        var answer = await at.Caseworker.SubmitAsync(page, null, ("Input.Code", "1234-5678"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var shown = await answer.HtmlAsync();
        Assert.Contains("This referral was already withdrawn by the sender.", shown.MainText());
        Assert.Equal("1234-5678", shown.QuerySelector("#Input_Code")!.GetAttribute("value"));
    }

    private Task<IHtmlDocument> PageAsync(Referral referral) => at.Caseworker.OpenAsync($"/referrals/{referral.Number}/arrival");

    internal static string CodeOf(Referral referral) => new ArrivalCodes(TestKeys.Purposes).For(referral);

    private static string WrongFor(Referral referral) => CodeOf(referral) == "00000000" ? "00000001" : "00000000";
}
