using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Domain.Tests.Referrals;

public sealed class ReferralAnswerTests
{
    // What the provider knows better at this moment, and what is not the provider's to know.
    private static readonly FitProblem[] Tolerated = [FitProblem.NoPlaces, FitProblem.NoLongerOffered, FitProblem.NotNamedByConsent];

    public static TheoryData<FitProblem> Blocking => [.. Enum.GetValues<FitProblem>().Except(Tolerated)];

    public static TheoryData<FitProblem> NotBlocking => [.. Tolerated];

    public static TheoryData<DeclineReason> ReasonsThatSayEnough => [.. Enum.GetValues<DeclineReason>().Where(r => r != DeclineReason.Other)];

    [Theory]
    [MemberData(nameof(Blocking))]
    public void Accepting_is_refused_when_the_agreement_or_the_offer_no_longer_fits(FitProblem problem)
    {
        var referral = A.Referral(ReferralStatus.Seen);
        var before = Facts.Of(referral);

        var refusal = Assert.Throws<RuleBrokenException>(
            () => referral.Accept(A.FitWith(problem), A.Later.AddHours(1), A.Clocks, A.Caseworker, A.Later));

        Assert.Equal(ProviderFit.Sentence(problem), refusal.Sentence);
        Assert.Equal(before, Facts.Of(referral));
    }

    [Theory]
    [MemberData(nameof(NotBlocking))]
    public void Accepting_tolerates_what_the_provider_decides_itself(FitProblem problem)
    {
        var referral = A.Referral(ReferralStatus.Seen);

        referral.Accept(A.FitWith(problem), A.Later.AddHours(1), A.Clocks, A.Caseworker, A.Later);

        Assert.Equal(ReferralStatus.Accepted, referral.Status);
    }

    [Fact]
    public void A_tolerated_problem_does_not_hide_a_blocking_one()
    {
        var referral = A.Referral(ReferralStatus.Seen);
        var fit = A.Fit() with { Problems = [FitProblem.NoPlaces, FitProblem.AgreementExpired] };

        var refusal = Assert.Throws<RuleBrokenException>(() => referral.Accept(fit, A.Later, A.Clocks, A.Caseworker, A.Later));

        Assert.Equal("The agreement with this provider has expired.", refusal.Sentence);
    }

    [Fact]
    public void The_state_is_said_before_anything_else()
    {
        var referral = A.Referral(ReferralStatus.Withdrawn);

        var refusal = Assert.Throws<RuleBrokenException>(
            () => referral.Accept(A.FitWith(FitProblem.AgreementExpired), A.Now.AddDays(-1), A.Clocks, A.Caseworker, A.Later));

        Assert.Equal("This referral was already withdrawn by the sender.", refusal.Sentence);
    }

    [Fact]
    public void An_arrival_in_the_past_is_refused()
    {
        var referral = A.Referral(ReferralStatus.Seen);
        var before = Facts.Of(referral);

        var refusal = Assert.Throws<RuleBrokenException>(
            () => referral.Accept(A.Fit(), A.Later.AddMinutes(-5).AddTicks(-1), A.Clocks, A.Caseworker, A.Later));

        Assert.Equal("The arrival lies in the past. Choose a time to come.", refusal.Sentence);
        Assert.Equal(before, Facts.Of(referral));
    }

    [Fact]
    public void An_arrival_a_few_minutes_ago_is_the_time_it_took_to_fill_the_form()
    {
        var referral = A.Referral(ReferralStatus.Seen);

        referral.Accept(A.Fit(), A.Later.AddMinutes(-5), A.Clocks, A.Caseworker, A.Later);

        Assert.Equal(A.Later.AddMinutes(-5), referral.ArrivalExpectedAt);
    }

    [Fact]
    public void The_deadline_is_the_arrival_agreed_where_it_is_sooner_than_the_clock()
    {
        var referral = A.Referral(ReferralStatus.Seen);

        referral.Accept(A.Fit(), A.Later.AddHours(47), A.Clocks, A.Caseworker, A.Later);

        Assert.Equal((A.Later.AddHours(47), A.Later.AddHours(47), A.Later),
            (referral.ArrivalExpectedAt!.Value, referral.DueAt!.Value, referral.AnsweredAt!.Value));
    }

    [Fact]
    public void An_arrival_after_the_clock_is_kept_but_does_not_move_the_deadline()
    {
        var referral = A.Referral(ReferralStatus.Seen);

        referral.Accept(A.Fit(), A.Later.AddHours(49), A.Clocks, A.Caseworker, A.Later);

        Assert.Equal((A.Later.AddHours(49), A.Later.AddHours(48)), (referral.ArrivalExpectedAt!.Value, referral.DueAt!.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void Declining_for_another_reason_needs_a_note(string? note)
    {
        var referral = A.Referral(ReferralStatus.Seen);
        var before = Facts.Of(referral);

        var refusal = Assert.Throws<RuleBrokenException>(
            () => referral.Decline(DeclineReason.Other, note, A.Clocks, A.Caseworker, A.Later));

        Assert.Equal("Write the reason in a few words.", refusal.Sentence);
        Assert.Equal(before, Facts.Of(referral));
    }

    [Theory]
    [MemberData(nameof(ReasonsThatSayEnough))]
    public void Every_other_reason_says_enough_by_itself(DeclineReason reason)
    {
        var referral = A.Referral();

        referral.Decline(reason, note: null, A.Clocks, A.Caseworker, A.Later);

        Assert.Equal((reason, null, A.Later, A.Later), (referral.DeclineReason, referral.Note, referral.AnsweredAt!.Value, referral.EndedAt!.Value));
    }

    [Fact]
    public void Withdrawing_keeps_the_reason_and_ends_it()
    {
        var referral = A.Referral(ReferralStatus.Accepted);

        referral.Withdraw(WithdrawReason.ConsentWithdrawn, A.Officer, A.Later);

        Assert.Equal((WithdrawReason.ConsentWithdrawn, A.Later, null), (referral.WithdrawReason, referral.EndedAt, referral.DueAt));
    }

    [Fact]
    public void Closing_keeps_the_outcome_and_ends_it()
    {
        var referral = A.Referral(ReferralStatus.InCare);

        referral.Close(ReferralOutcome.LivesIndependently, A.Caseworker, A.Later);

        Assert.Equal((ReferralOutcome.LivesIndependently, A.Later, null), (referral.Outcome, referral.EndedAt, referral.DueAt));
    }
}
