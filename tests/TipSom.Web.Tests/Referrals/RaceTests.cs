using System.Net;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>Two people answer one referral at once, and one person presses a button several times.</summary>
public sealed class RaceTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    private const int Rounds = 10;
    private const string TypedByMe = "Typedbyme Canary";
    private const string TypedByHer = "Typedbyher Canary";

    [Fact]
    public async Task Two_acceptances_at_once_have_one_winner()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var referral = await at.ReferralAsync(ReferralStatus.Seen);
            var mine = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/accept");
            var hers = await at.Colleague.OpenAsync($"/referrals/{referral.Number}/accept");
            await using var gate = await Gate.BeforeAsync(at.Database, referral);

            var answers = await gate.ReleaseAsync(
                at.Caseworker.SubmitAsync(mine, null, AcceptedBy(TypedByMe)), at.Colleague.SubmitAsync(hers, null, AcceptedBy(TypedByHer)));

            var loser = await OneWonAsync(answers, referral);
            Assert.Contains(answers[0].StatusCode == HttpStatusCode.Conflict ? TypedByMe : TypedByHer, loser, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Accepting_and_declining_at_once_have_one_winner()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var referral = await at.ReferralAsync(ReferralStatus.Seen);
            var mine = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/accept");
            var hers = await at.Colleague.OpenAsync($"/referrals/{referral.Number}/decline");
            await using var gate = await Gate.BeforeAsync(at.Database, referral);

            var accept = at.Caseworker.SubmitAsync(mine, null, AcceptedBy(TypedByMe));
            var decline = at.Colleague.SubmitAsync(hers, null, ("Input.Reason", "NoPlace"), ("Input.Note", TypedByHer));
            var answers = await gate.ReleaseAsync(accept, decline);

            var loser = await OneWonAsync(answers, referral);
            Assert.Contains(answers[0].StatusCode == HttpStatusCode.Conflict ? TypedByMe : TypedByHer, loser, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Accepting_and_withdrawing_at_once_have_one_winner()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var referral = await at.ReferralAsync(ReferralStatus.Seen);
            var mine = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/accept");
            var theirs = await at.Officer.OpenAsync($"/referrals/{referral.Number}/withdraw");
            await using var gate = await Gate.BeforeAsync(at.Database, referral);

            var answers = await gate.ReleaseAsync(
                at.Caseworker.SubmitAsync(mine, null, AcceptedBy(TypedByMe)),
                at.Officer.SubmitAsync(theirs, null, ("Input.Reason", nameof(WithdrawReason.PlacedElsewhere))));

            var loser = await OneWonAsync(answers, referral);
            if (answers[0].StatusCode == HttpStatusCode.Conflict)
                Assert.Contains(TypedByMe, loser, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string, ReferralStatus, ReferralVerb> Acts => new()
    {
        { "open", ReferralStatus.Sent, ReferralVerb.Open }, { "accept", ReferralStatus.Seen, ReferralVerb.Accept },
        { "decline", ReferralStatus.Seen, ReferralVerb.Decline }, { "arrival", ReferralStatus.Accepted, ReferralVerb.ConfirmArrival },
        { "close", ReferralStatus.InCare, ReferralVerb.Close }
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task A_form_posted_five_times_at_once_does_it_once_and_always_leads_to_the_same_place(string act, ReferralStatus from, ReferralVerb verb)
    {
        var referral = await at.ReferralAsync(from);
        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/{act}");
        (string, string)[] fields = verb switch
        {
            ReferralVerb.Accept => ReceivingPortal.Acceptance,
            ReferralVerb.Decline => [("Input.Reason", "Safety")],
            ReferralVerb.ConfirmArrival => [("Input.Code", ArrivalTests.CodeOf(referral))],
            ReferralVerb.Close => [("Input.Outcome", "LivesIndependently"), ("Input.Confirmed", "true")],
            _ => []
        };

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => at.Caseworker.SubmitAsync(page, null, fields)));
        var late = await at.Caseworker.SubmitAsync(page, null, fields);

        Assert.All([.. answers, late], a => Assert.Equal($"/referrals/{referral.Number}", ReceivingPortal.Place(a)));
        Assert.Single((await at.NowAsync(referral)).Events, e => e.Verb == verb);
    }

    private static (string, string)[] AcceptedBy(string name) =>
        [.. ReceivingPortal.Acceptance.Where(f => f.Name != "Input.MeetsWho"), ("Input.MeetsWho", name)];

    /// <summary>One went through, the other is told so; the other's page.</summary>
    private async Task<string> OneWonAsync(HttpResponseMessage[] answers, Referral referral)
    {
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        var lost = Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Conflict);
        var page = await lost.HtmlAsync();
        Assert.Matches("Somebody else changed this|already accepted|already declined|already withdrawn", page.QuerySelector(".error-summary")!.TextContent);
        // It shows where the referral stands now, not where the loser thought it stood.
        var now = await at.NowAsync(referral);
        Assert.Equal(now.Status.ToString(), page.QuerySelector("main .tag")!.TextContent);
        Assert.Single(now.Events, e => e.Verb is ReferralVerb.Accept or ReferralVerb.Decline or ReferralVerb.Withdraw);
        return page.Source.Text;
    }
}
