using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Referrals;

/// <summary>
/// A victim's need passed to a care provider's unit, never to a person, under an agreement. Holds no identity: what the provider
/// reads are its <see cref="Disclosure"/>s.
/// </summary>
public sealed class Referral
{
    /// <summary>Longest note with a reason, in characters.</summary>
    public const int NoteMaxLength = 500;

    /// <summary>After this many wrong arrival codes the slip is void and the sender prints a new one.</summary>
    public const int MaxWrongArrivalCodes = 10;

    private readonly List<ReferralEvent> events = [];
    private readonly List<Disclosure> disclosures = [];

    private Referral() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number people use, <c>TR-2026-7K3Q9X</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The victim.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The need it answers.</summary>
    public Guid NeedId { get; private set; }

    /// <summary>The service asked for.</summary>
    public ServiceType Service { get; private set; }

    /// <summary>How soon.</summary>
    public Urgency Urgency { get; private set; }

    /// <summary>Sex, as the board and the inbox show it.</summary>
    public Sex Sex { get; private set; }

    /// <summary>Age band, as the board and the inbox show it.</summary>
    public AgeBand AgeBand { get; private set; }

    /// <summary>Whether the person counts as a child; the clocks then run one step shorter.</summary>
    public bool IsChild { get; private set; }

    /// <summary>District where the person was found.</summary>
    public string DistrictCode { get; private set; } = "";

    /// <summary>The unit that sent it.</summary>
    public Guid FromUnitId { get; private set; }

    /// <summary>The agency of that unit.</summary>
    public Guid FromAgencyId { get; private set; }

    /// <summary>The service of the provider it is addressed to.</summary>
    public Guid ProviderServiceId { get; private set; }

    /// <summary>The unit it is addressed to.</summary>
    public Guid ToUnitId { get; private set; }

    /// <summary>The provider.</summary>
    public Guid ToAgencyId { get; private set; }

    /// <summary>The agreement it rests on.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>The consent it rests on.</summary>
    public Guid ConsentId { get; private set; }

    /// <summary>Where it stands.</summary>
    public ReferralStatus Status { get; private set; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset StatusSince { get; private set; }

    /// <summary>Until when whose turn it is must act; null where nothing is owed.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset SentAt { get; private set; }

    /// <summary>When the provider opened it.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>When the provider accepted or declined.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the person is to arrive.</summary>
    public DateTimeOffset? ArrivalExpectedAt { get; private set; }

    /// <summary>When the person arrived.</summary>
    public DateTimeOffset? ArrivedAt { get; private set; }

    /// <summary>When it reached a final state.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Wrong arrival codes entered so far for the slip in use.</summary>
    public int WrongArrivalCodes { get; private set; }

    /// <summary>Which slip is valid, from 1; printing a new one makes the old code useless.</summary>
    public int ArrivalSlip { get; private set; } = 1;

    /// <summary>Why the provider declined.</summary>
    public DeclineReason? DeclineReason { get; private set; }

    /// <summary>Why the sender withdrew; the provider is not shown it.</summary>
    public WithdrawReason? WithdrawReason { get; private set; }

    /// <summary>How care ended.</summary>
    public ReferralOutcome? Outcome { get; private set; }

    /// <summary>Note with the decline reason; names nobody.</summary>
    public string? Note { get; private set; }

    /// <summary>Every step, as both sides read it.</summary>
    public IReadOnlyList<ReferralEvent> Events => events;

    /// <summary>What was disclosed, or is ready to be.</summary>
    public IReadOnlyList<Disclosure> Disclosures => disclosures;

    /// <summary>Whose turn it is.</summary>
    public Side? TurnOf => ReferralLifecycle.TurnIn(Status);

    /// <summary>Whether what is owed is late at this moment.</summary>
    public bool IsOverdue(DateTimeOffset now) => DueAt < now;

    /// <summary>
    /// Sends a referral, under a number nobody else has. Refuses a closed case, a consent that is not in force or not this victim's, and a provider that does not fit,
    /// with the first reason why.
    /// </summary>
    public static Referral Send(
        string number, Case @case, Victim victim, Need need, ProviderFit fit, Consent consent, ReferralClocks clocks, Actor by, DateTimeOffset now)
    {
        if (!@case.IsOpen)
            throw new RuleBrokenException("This case is closed. Reopen it to refer a person.");
        if (victim.CaseId != @case.Id || need.VictimId != victim.Id || consent.VictimId != victim.Id)
            throw new RuleBrokenException("The need and the consent belong to another person.");
        if (!consent.IsInForce(now))
            throw new RuleBrokenException("There is no consent in force. Record consent before you refer.");
        if (fit.Agreement is null || !fit.Fits)
            throw new RuleBrokenException(ProviderFit.Sentence(fit.Fits ? FitProblem.NoAgreement : fit.Problems[0]));
        // The provider may have been judged for another question than this one.
        if (fit.Service.Service != need.Service)
            throw new RuleBrokenException(ProviderFit.Sentence(FitProblem.OtherService));
        if (!consent.Names(fit.Service.AgencyId))
            throw new RuleBrokenException(ProviderFit.Sentence(FitProblem.NotNamedByConsent));
        var referral = new Referral
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            CaseId = @case.Id,
            VictimId = victim.Id,
            NeedId = need.Id,
            Service = need.Service,
            Urgency = need.Urgency,
            Sex = victim.Sex,
            AgeBand = victim.Age.Band,
            IsChild = victim.CountsAsChild,
            DistrictCode = @case.DistrictCode,
            FromUnitId = @case.HoldingUnitId,
            FromAgencyId = @case.HoldingAgencyId,
            ProviderServiceId = fit.Service.Id,
            ToUnitId = fit.Service.UnitId,
            ToAgencyId = fit.Service.AgencyId,
            AgreementId = fit.Agreement.Id,
            ConsentId = consent.Id,
            Status = ReferralStatus.Sent,
            StatusSince = now,
            SentAt = now
        };
        referral.DueAt = now + clocks.Allowed(need.Urgency, ClockStep.Seen, referral.IsChild);
        referral.events.Add(new ReferralEvent(referral.Id, null, ReferralStatus.Sent, by, now));
        @case.Record(CaseEventKind.ReferralSent, by, now, victim.Position, referral.Number);
        return referral;
    }

    /// <summary>Attaches the sealed copy for a stage. Stage one is readable as soon as the provider opens, stage two from acceptance.</summary>
    public void Attach(Guid disclosureId, DisclosureStage stage, Consent consent, byte[] sealedContent, DateTimeOffset now) =>
        disclosures.Add(new Disclosure(disclosureId, this, consent, stage, sealedContent, now));

    /// <summary>The provider opens it.</summary>
    public void Open(ReferralClocks clocks, Actor by, DateTimeOffset now)
    {
        Become(ReferralVerb.Open, by, now);
        (SeenAt, DueAt) = (now, SentAt + clocks.Allowed(Urgency, ClockStep.Answered, IsChild));
    }

    /// <summary>
    /// The provider accepts. Refuses when the agreement no longer covers it that day (Asia/Karachi), and an arrival that lies in the past.
    /// The deadline is the arrival agreed, or the arrival clock where that is sooner.
    /// </summary>
    public void Accept(ProviderFit fitToday, DateTimeOffset arrival, ReferralClocks clocks, Actor by, DateTimeOffset now)
    {
        RefuseUnless(ReferralVerb.Accept);
        // Places and offers are the provider's own knowledge at this moment: it may take one more than it last confirmed.
        var blocking = fitToday.Problems.Where(p => p is not (FitProblem.NoPlaces or FitProblem.NoLongerOffered or FitProblem.NotNamedByConsent)).ToList();
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
        Become(ReferralVerb.Decline, by, now);
        (DeclineReason, Note, AnsweredAt, EndedAt) = (reason, note, now, now);
        // The sender has as long to choose again as the provider had to look.
        DueAt = now + clocks.Allowed(Urgency, ClockStep.Seen, IsChild);
    }

    /// <summary>The sender takes it back.</summary>
    public void Withdraw(WithdrawReason reason, Actor by, DateTimeOffset now)
    {
        Become(ReferralVerb.Withdraw, by, now);
        (WithdrawReason, EndedAt, DueAt) = (reason, now, null);
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

    /// <summary>The sender makes a new slip: the old code no longer works and counting starts again. Only while the arrival is awaited.</summary>
    public void RenewArrivalSlip()
    {
        RefuseUnless(ReferralVerb.ConfirmArrival);
        (ArrivalSlip, WrongArrivalCodes) = (ArrivalSlip + 1, 0);
    }

    /// <summary>The provider closes it with an outcome.</summary>
    public void Close(ReferralOutcome outcome, Actor by, DateTimeOffset now)
    {
        Become(ReferralVerb.Close, by, now);
        (Outcome, EndedAt, DueAt) = (outcome, now, null);
    }

    private void Become(ReferralVerb verb, Actor by, DateTimeOffset now)
    {
        var next = RefuseUnless(verb);
        (Status, StatusSince) = (next, now);
        events.Add(new ReferralEvent(Id, verb, next, by, now));
    }

    private ReferralStatus RefuseUnless(ReferralVerb verb) =>
        ReferralLifecycle.After(Status, verb) ?? throw new RuleBrokenException(ReferralLifecycle.Refusal(Status));
}
