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
public sealed partial class Referral
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

    /// <summary>The agency that sent it, and whose agreement it rests on: it stays so when another agency takes the lead of the case.</summary>
    public Guid SentByAgencyId { get; private set; }

    /// <summary>The service of the provider it is addressed to.</summary>
    public Guid ProviderServiceId { get; private set; }

    /// <summary>The unit it is addressed to.</summary>
    public Guid ToUnitId { get; private set; }

    /// <summary>The provider.</summary>
    public Guid ToAgencyId { get; private set; }

    /// <summary>The agreement it rests on; null where a supervisor overrode the lack of one.</summary>
    public Guid? AgreementId { get; private set; }

    /// <summary>Why it was sent without an agreement that covers it; null where one does.</summary>
    public string? OverrideReason { get; private set; }

    /// <summary>Which supervisor overrode.</summary>
    public Guid? OverriddenById { get; private set; }

    /// <summary>The consent it rests on.</summary>
    public Guid ConsentId { get; private set; }

    /// <summary>The providers asked together for one need share it; a single one has its own.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The declined referral this one follows; the chain of them tells everything tried for the need.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Where it stands.</summary>
    public ReferralStatus Status { get; private set; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset StatusSince { get; private set; }

    /// <summary>Until when whose turn it is must act; null where nothing is owed, or nothing by a set time.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Steps taken since it was sent.</summary>
    public int Steps { get; private set; }

    /// <summary>Until when the provider must answer, pauses included; null until it was seen.</summary>
    public DateTimeOffset? AnswerDueAt { get; private set; }

    /// <summary>Since when the clock of the answer stands still; null while it runs.</summary>
    public DateTimeOffset? PausedSince { get; private set; }

    /// <summary>How long the clock of the answer stood still in all.</summary>
    public TimeSpan PausedFor { get; private set; }

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

    /// <summary>What the national desk wrote when it reviewed the decline; names nobody.</summary>
    public string? ReviewNote { get; private set; }

    /// <summary>Why it was void; names nobody.</summary>
    public string? VoidReason { get; private set; }

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
    /// Sends a referral, under a number nobody else has. Refuses a closed case, a consent that is not in force or not this victim's, and a
    /// provider that does not fit, with the first reason why. An <paramref name="exception"/> lets it pass what it was made for: a supervisor's
    /// override the lack of an agreement, the national desk's proposal the lack of a known free place.
    /// </summary>
    public static Referral Send(
        string number, Case @case, Victim victim, Need need, ProviderFit fit, Consent consent, ReferralClocks clocks, Actor by, DateTimeOffset now,
        Guid? roundId = null, SendingException? exception = null)
    {
        if (!@case.IsOpen)
            throw new RuleBrokenException("This case is closed. Reopen it to refer a person.");
        if (victim.CaseId != @case.Id || need.VictimId != victim.Id || consent.VictimId != victim.Id)
            throw new RuleBrokenException("The need and the consent belong to another person.");
        if (!need.IsOpen)
            throw new RuleBrokenException(Need.NotOpen);
        if (!consent.IsInForce(now))
            throw new RuleBrokenException("There is no consent in force. Record consent before you refer.");
        var blocking = fit.Problems.Where(p => exception?.Waives(p) != true).ToList();
        if (blocking.Count > 0 || (fit.Agreement is null && exception?.OverrideReason is null))
            throw new RuleBrokenException(ProviderFit.Sentence(blocking.Count == 0 ? FitProblem.NoAgreement : blocking[0]));
        if (exception?.OverrideReason is { } reason)
        {
            if (need.Urgency != Urgency.Emergency)
                throw new RuleBrokenException("Only danger to life lets a referral go without an agreement.");
            if (reason.Trim().Length < SendingException.ReasonMinLength)
                throw new RuleBrokenException("Write in a few words why life is in danger.");
        }

        // The provider may have been judged for another question than this one.
        if (fit.Service.Service != need.Service)
            throw new RuleBrokenException(ProviderFit.Sentence(FitProblem.OtherService));
        if (!consent.Names(fit.Service.AgencyId))
            throw new RuleBrokenException(ProviderFit.Sentence(FitProblem.NotNamedByConsent));
        var id = Guid.CreateVersion7();
        var referral = new Referral
        {
            Id = id,
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
            SentByAgencyId = @case.HoldingAgencyId,
            ProviderServiceId = fit.Service.Id,
            ToUnitId = fit.Service.UnitId,
            ToAgencyId = fit.Service.AgencyId,
            AgreementId = exception?.OverrideReason is null ? fit.Agreement!.Id : null,
            OverrideReason = exception?.OverrideReason,
            OverriddenById = exception?.OverrideReason is null ? null : by.UserId,
            ConsentId = consent.Id,
            RoundId = roundId ?? id,
            Status = ReferralStatus.Sent,
            StatusSince = now,
            SentAt = now
        };
        referral.DueAt = now + clocks.Allowed(need.Urgency, ClockStep.Seen, referral.IsChild);
        referral.events.Add(new ReferralEvent(referral.Id, 0, null, ReferralStatus.Sent, by, now));
        @case.Record(CaseEventKind.ReferralSent, by, now, victim.Position, referral.Number);
        return referral;
    }

    /// <summary>Attaches the sealed copy for a stage. Stage one is readable as soon as the provider opens, stage two from acceptance.</summary>
    public void Attach(Guid disclosureId, DisclosureStage stage, Consent consent, byte[] sealedContent, DateTimeOffset now) =>
        disclosures.Add(new Disclosure(disclosureId, this, consent, stage, sealedContent, now));
}
