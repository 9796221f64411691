using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>
/// Every state with every verb, for somebody in every role on every side: what the page offers, and what a forged post does. What is
/// expected comes from the lifecycle and the permissions alone. (By SQL: ReferralStepTests of the data.)
/// </summary>
public sealed class MatrixTests(Everybody all) : IClassFixture<Everybody>
{
    private const string TooEarly = "The time agreed for the arrival has not come yet.";

    private static readonly ReferralVerb[] Verbs = Enum.GetValues<ReferralVerb>();

    public static TheoryData<ReferralStatus> Statuses => [.. Enum.GetValues<ReferralStatus>()];

    [Fact]
    public void Somebody_stands_in_every_role() =>
        Assert.Equal(Enum.GetValues<Role>(), all.Readers.Select(r => r.User.Role).Distinct().Order());

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task The_page_offers_exactly_what_its_reader_may_do(ReferralStatus status)
    {
        var referral = await all.ReferralAsync(status);
        foreach (var reader in all.Readers)
        {
            await OffersAsync(reader, referral, status, v => v switch
            {
                // What stands in the facts is decided with the facts in view.
                ReferralVerb.Decline when status == ReferralStatus.Sent => false,
                ReferralVerb.ReportNoShow => false,
                _ => reader.May(status, v)
            });
        }

        if (status != ReferralStatus.Accepted)
            return;
        await all.World.LetTheArrivalPassAsync(referral);
        foreach (var reader in all.Readers)
            await OffersAsync(reader, referral, status, v => reader.May(status, v));
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_forged_post_does_what_its_sender_may_do_and_changes_nothing_else(ReferralStatus status)
    {
        var refused = await all.ReferralAsync(status);
        var url = await SendingAgainAsync(refused);
        var before = await all.FingerprintAsync();
        await Parallel.ForEachAsync(all.Readers, TestContext.Current.CancellationToken, async (reader, _) =>
        {
            foreach (var verb in Verbs.Where(v => !reader.May(status, v)))
                await RefusedAsync(reader, refused, status, verb, url);
            if (reader.May(status, ReferralVerb.ReportNoShow))
                await AnswersAsync(await PostAsync(reader, refused, ReferralVerb.ReportNoShow, url), HttpStatusCode.Conflict, TooEarly, $"{reader}: too early");
        });
        Assert.Equal(before, await all.FingerprintAsync());

        foreach (var reader in all.Readers)
        {
            foreach (var verb in Verbs.Where(v => reader.May(status, v)))
                await DoneAsync(reader, status, verb);
        }
    }

    private static async Task OffersAsync(Reader reader, Referral referral, ReferralStatus status, Func<ReferralVerb, bool> expected)
    {
        var url = $"/referrals/{referral.Number}";
        using var answer = await reader.Browser.GetAsync(url);
        var code = !reader.User.Role.Allows(Permission.ReadReferrals) ? HttpStatusCode.Forbidden
            : reader.Side is null ? HttpStatusCode.NotFound : HttpStatusCode.OK;
        Assert.True(code == answer.StatusCode, $"{reader}, {status}: {(int)answer.StatusCode}");
        if (code != HttpStatusCode.OK)
            return;
        var page = await answer.HtmlAsync(url);
        foreach (var verb in Verbs)
            Assert.True(expected(verb) == Offers(page, url, verb), $"{reader}, {status}: {verb} is {(expected(verb) ? "not " : "")}offered");
    }

    // Opening is a form, choosing another provider leads to the person; everything else is a page of its own.
    private static bool Offers(IHtmlDocument page, string url, ReferralVerb verb) => page.QuerySelector(verb switch
    {
        ReferralVerb.Open => $"main form[action='{url}/open']",
        ReferralVerb.Reroute => "main a.btn[href*='/refer?need=']",
        _ => $"main a[href='{url}/{ActOf(verb)}']"
    }) is not null;

    private static async Task RefusedAsync(Reader reader, Referral referral, ReferralStatus status, ReferralVerb verb, string sendingAgain)
    {
        var what = $"{reader}, {status}: {verb}";
        // Where no referral has the need in hand, sending again is no step of this one but a new beginning.
        if (verb == ReferralVerb.Reroute && status is ReferralStatus.Closed or ReferralStatus.Withdrawn or ReferralStatus.Voided && reader.Side == Side.Sender)
            return;
        var answer = await PostAsync(reader, referral, verb, sendingAgain);
        if (!reader.User.Role.Allows(ReferralLifecycle.PermissionFor(verb)))
            await AnswersAsync(answer, HttpStatusCode.Forbidden, null, what);
        else if (reader.Side != ReferralLifecycle.ActorOf(verb))
            await AnswersAsync(answer, HttpStatusCode.NotFound, null, what);
        else if (verb == ReferralVerb.Open && status == ReferralStatus.Seen)
            // A colleague has opened it already: who wanted that, has it.
            await AnswersAsync(answer, HttpStatusCode.Redirect, null, what);
        else
            await AnswersAsync(answer, HttpStatusCode.Conflict, verb == ReferralVerb.Reroute ? InHand(status) : ReferralLifecycle.Refusal(status), what);
    }

    /// <summary>The sentence that refuses to send a need that others have in hand.</summary>
    private static string InHand(ReferralStatus status) => status.IsPlaced()
        ? "Another provider has already accepted this need."
        : "This need already has an open referral. Withdraw it before you send another.";

    private async Task DoneAsync(Reader reader, ReferralStatus status, ReferralVerb verb)
    {
        var fresh = await all.ReferralAsync(status);
        if (verb == ReferralVerb.ReportNoShow)
            await all.World.LetTheArrivalPassAsync(fresh);

        await AnswersAsync(await PostAsync(reader, fresh, verb, await SendingAgainAsync(fresh)), HttpStatusCode.Redirect, null, $"{reader}, {status}: {verb}");

        Assert.Equal(ReferralLifecycle.After(status, verb), await all.StatusOfAsync(fresh));
    }

    private static Task<HttpResponseMessage> PostAsync(Reader reader, Referral referral, ReferralVerb verb, string sendingAgain) => reader.PostAsync(
        verb == ReferralVerb.Reroute ? sendingAgain : $"/referrals/{referral.Number}/{ActOf(verb)}",
        verb switch
        {
            ReferralVerb.Open => [],
            ReferralVerb.RequestInformation or ReferralVerb.GiveInformation => [("Input.Text", "Does she walk?")],
            ReferralVerb.Accept => ReceivingPortal.Acceptance,
            ReferralVerb.Decline => [("Input.Reason", nameof(DeclineReason.NoPlace))],
            ReferralVerb.ConfirmDecline or ReferralVerb.ReturnToProvider => [("Input.Verdict", verb.ToString()), ("Input.Note", "A bed is free.")],
            ReferralVerb.Reroute => [("Input.IsSafe", "true")],
            ReferralVerb.Withdraw => [("Input.Reason", nameof(WithdrawReason.NoLongerNeeded))],
            ReferralVerb.ConfirmArrival => [("Input.Code", ArrivalTests.CodeOf(referral))],
            ReferralVerb.ReportNoShow => [("Input.Confirmed", "true")],
            ReferralVerb.Close => [("Input.Outcome", nameof(ReferralOutcome.SupportCompleted)), ("Input.Confirmed", "true")],
            ReferralVerb.Void => [("Input.Reason", "Entered twice.")]
        });

    private static string ActOf(ReferralVerb verb) => verb switch
    {
        ReferralVerb.Open => "open",
        ReferralVerb.RequestInformation => "ask",
        ReferralVerb.GiveInformation => "inform",
        ReferralVerb.Accept => "accept",
        ReferralVerb.Decline => "decline",
        ReferralVerb.ConfirmDecline or ReferralVerb.ReturnToProvider => "review",
        ReferralVerb.Withdraw => "withdraw",
        ReferralVerb.ConfirmArrival => "arrival",
        ReferralVerb.ReportNoShow => "no-show",
        ReferralVerb.Close => "close",
        ReferralVerb.Void => "void",
        ReferralVerb.Reroute => throw new ArgumentOutOfRangeException(nameof(verb), verb, "Done by sending.")
    };

    /// <summary>Where the need of a referral is sent to another provider.</summary>
    private async Task<string> SendingAgainAsync(Referral referral)
    {
        var number = await all.World.AsAsync(all.Police.Officer, (_, db) => db.Cases.Where(c => c.Id == referral.CaseId).Select(c => c.Number).SingleAsync());
        return $"/cases/{number}/people/1/send?need={referral.NeedId}&to={all.Next.Service.Id}";
    }

    private static async Task AnswersAsync(HttpResponseMessage answer, HttpStatusCode code, string? sentence, string what)
    {
        Assert.True(code == answer.StatusCode, $"{what}: {(int)answer.StatusCode}");
        if (sentence is not null)
            Assert.Equal([sentence], (await answer.HtmlAsync()).QuerySelectorAll(".error-summary li").Select(l => l.TextContent.Trim()));
    }
}
