using TipSom.Domain.Identity;
using TipSom.Domain.Services;

namespace TipSom.Domain.Referrals;

// What may be done with a referral once it was sent: one method for each verb of the lifecycle.
public sealed partial class Referral
{
    /// <summary>The provider opens it.</summary>
    public void Open(ReferralClocks clocks, Actor by, DateTimeOffset now)
    {
        Become(ReferralVerb.Open, by, now);
        SeenAt = now;
        AnswerDueAt = DueAt = SentAt + clocks.Allowed(Urgency, ClockStep.Answered, IsChild);
    }

    /// <summary>The provider needs to know something before it can answer. Its clock stands still; the sender has as long to tell as the provider had to look.</summary>
    public void RequestInformation(ReferralClocks clocks, Actor by, DateTimeOffset now)
    {
        Become(ReferralVerb.RequestInformation, by, now);
        (PausedSince, DueAt) = (now, now + clocks.Allowed(Urgency, ClockStep.Seen, IsChild));
    }

    /// <summary>The sender gives the information asked for; the provider has the time it had left.</summary>
    public void GiveInformation(Actor by, DateTimeOffset now)
    {
        var pause = now - PausedSince;
        Become(ReferralVerb.GiveInformation, by, now);
        AnswerDueAt = DueAt = AnswerDueAt + pause;
        EndPause(now);
    }

    /// <summary>
    /// The provider accepts. Refuses when the agreement no longer covers it that day (Asia/Karachi), and an arrival that lies in the past.
    /// The deadline is the arrival agreed, or the arrival clock where that is sooner.
    /// </summary>
    public void Accept(ProviderFit fitToday, DateTimeOffset arrival, ReferralClocks clocks, Actor by, DateTimeOffset now)
    {
        RefuseUnless(ReferralVerb.Accept);
        // Places and offers are the provider's own knowledge at this moment: it may take one more than it last confirmed.
        var blocking = fitToday.Problems
            .Where(p => p is not (FitProblem.NoPlaces or FitProblem.NoLongerOffered or FitProblem.NotNamedByConsent) && !(OverrideReason is not null && p.IsOfAgreement()))
            .ToList();
        if (blocking.Count > 0)
            throw new RuleBrokenException(ProviderFit.Sentence(blocking[0]));
        if (arrival < now - TimeSpan.FromMinutes(5))
            throw new RuleBrokenException("The arrival lies in the past. Choose a time to come.");
        Become(ReferralVerb.Accept, by, now);
        var latest = now + clocks.Allowed(Urgency, ClockStep.Arrived, IsChild);
        (AnsweredAt, ArrivalExpectedAt, DueAt) = (now, arrival, arrival < latest ? arrival : latest);
    }

    /// <summary>The provider says no. A reason "other" needs a note.</summary>
    public void Decline(DeclineReason reason, string? note, ReferralClocks clocks, Actor by, DateTimeOffset now)
    {
        RefuseUnless(ReferralVerb.Decline);
        if (reason == Referrals.DeclineReason.Other && string.IsNullOrWhiteSpace(note))
            throw new RuleBrokenException("Write the reason in a few words.");
        Become(ReferralVerb.Decline, by, now, reason);
        (DeclineReason, Note, AnsweredAt, EndedAt) = (reason, note, now, now);
        // The sender has as long to choose again as the provider had to look.
        DueAt = now + clocks.Allowed(Urgency, ClockStep.Seen, IsChild);
        EndPause(now);
    }

    /// <summary>The national desk finds the decline right and takes the search for a place upon itself.</summary>
    public void ConfirmDecline(string? note, ReferralClocks clocks, Actor by, DateTimeOffset now)
    {
        Become(ReferralVerb.ConfirmDecline, by, now);
        (ReviewNote, DueAt) = (note, now + clocks.Allowed(Urgency, ClockStep.Answered, IsChild));
    }

    /// <summary>The national desk finds the decline wrong and gives the referral back: an answer is owed again. Refuses to do so without a reason.</summary>
    public void ReturnToProvider(string? reason, ReferralClocks clocks, Actor by, DateTimeOffset now)
    {
        RefuseUnless(ReferralVerb.ReturnToProvider);
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleBrokenException("Write why the provider shall look at it again.");
        Become(ReferralVerb.ReturnToProvider, by, now);
        (DeclineReason, Note, AnsweredAt, EndedAt, ReviewNote) = (null, null, null, null, reason);
        SeenAt ??= now;
        AnswerDueAt = DueAt = now + clocks.Allowed(Urgency, ClockStep.Answered, IsChild);
    }

    /// <summary>Notes that <paramref name="next"/> follows this declined one. Refuses a referral of another need.</summary>
    public void IsFollowedBy(Referral next)
    {
        if (next.NeedId != NeedId)
            throw new RuleBrokenException("A referral follows a declined one of the same need, or none.");
        RefuseUnless(ReferralVerb.Reroute);
        next.ParentId = Id;
    }

    /// <summary>The need was sent to another provider; the database refuses it where no referral follows.</summary>
    public void Reroute(Actor by, DateTimeOffset now)
    {
        Become(ReferralVerb.Reroute, by, now);
        DueAt = null;
    }

    /// <summary>The sender takes it back.</summary>
    public void Withdraw(WithdrawReason reason, Actor by, DateTimeOffset now)
    {
        Become(ReferralVerb.Withdraw, by, now);
        (WithdrawReason, EndedAt, DueAt) = (reason, now, null);
        EndPause(now);
    }

    /// <summary>
    /// The provider enters the code of the slip. True and in care when it is right; false and counted when it is wrong; refused once
    /// <see cref="MaxWrongArrivalCodes"/> wrong ones were entered.
    /// </summary>
    public bool ConfirmArrival(bool codeIsRight, Actor by, DateTimeOffset now)
    {
        RefuseUnless(ReferralVerb.ConfirmArrival);
        if (WrongArrivalCodes >= MaxWrongArrivalCodes)
            throw new RuleBrokenException("Too many wrong codes. Ask the officer to print a new slip.");
        if (!codeIsRight)
        {
            WrongArrivalCodes++;
            return false;
        }

        Become(ReferralVerb.ConfirmArrival, by, now);
        (ArrivedAt, DueAt) = (now, null);
        return true;
    }

    /// <summary>The provider reports that nobody came. Refuses before the time agreed for the arrival.</summary>
    public void ReportNoShow(Actor by, DateTimeOffset now)
    {
        RefuseUnless(ReferralVerb.ReportNoShow);
        if (now < ArrivalExpectedAt)
            throw new RuleBrokenException("The time agreed for the arrival has not come yet.");
        Become(ReferralVerb.ReportNoShow, by, now);
        (Outcome, EndedAt, DueAt) = (ReferralOutcome.DidNotArrive, now, null);
    }

    /// <summary>The sender makes a new slip: the old code no longer works and counting starts again. Only while the arrival is awaited.</summary>
    public void RenewArrivalSlip()
    {
        RefuseUnless(ReferralVerb.ConfirmArrival);
        (ArrivalSlip, WrongArrivalCodes) = (ArrivalSlip + 1, 0);
    }

    /// <summary>The provider closes it with an outcome. That somebody did not arrive is no way for care to end.</summary>
    public void Close(ReferralOutcome outcome, Actor by, DateTimeOffset now)
    {
        RefuseUnless(ReferralVerb.Close);
        if (outcome == ReferralOutcome.DidNotArrive)
            throw new RuleBrokenException("The person has already arrived under this referral.");
        Become(ReferralVerb.Close, by, now);
        (Outcome, EndedAt, DueAt) = (outcome, now, null);
    }

    /// <summary>It was entered in error. Refuses to void without a reason.</summary>
    public void Void(string? reason, Actor by, DateTimeOffset now)
    {
        RefuseUnless(ReferralVerb.Void);
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleBrokenException("Write what was wrong, in a few words.");
        Become(ReferralVerb.Void, by, now);
        (VoidReason, EndedAt, DueAt) = (reason, now, null);
        EndPause(now);
    }

    private void EndPause(DateTimeOffset now)
    {
        if (PausedSince is not { } since)
            return;
        (PausedFor, PausedSince) = (PausedFor + (now - since), null);
    }

    private void Become(ReferralVerb verb, Actor by, DateTimeOffset now, DeclineReason? reason = null)
    {
        var next = RefuseUnless(verb);
        (Status, StatusSince, Steps) = (next, now, Steps + 1);
        events.Add(new ReferralEvent(Id, Steps, verb, next, by, now) { DeclineReason = reason });
    }

    private ReferralStatus RefuseUnless(ReferralVerb verb) =>
        ReferralLifecycle.After(Status, verb) ?? throw new RuleBrokenException(ReferralLifecycle.Refusal(Status));
}
