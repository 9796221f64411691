using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Seeding;

/// <summary>What happened in one demo case, told before it is played by the domain's verbs.</summary>
internal sealed record DemoStory(
    string Logger, DateTimeOffset At, CaseFacts Facts, PersonFacts Person, IdentityDetails Identity, string? Narrative)
{
    /// <summary>What was answered when consent was asked; null when nobody asked yet.</summary>
    public DemoConsent? Consent { get; init; }

    /// <summary>Referrals in the order they were sent.</summary>
    public IReadOnlyList<DemoReferral> Referrals { get; init; } = [];

    /// <summary>Somebody found with the person.</summary>
    public (PersonFacts Facts, IdentityDetails Identity)? Companion { get; init; }

    /// <summary>When the supervisor looked at who the person is; null for never.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>Whether the person may have told what was done to them.</summary>
    public bool WasAsked { get; init; }

    /// <summary>When work on the whole case file began; null where nothing but the first page was written.</summary>
    public DateTimeOffset? FileFrom { get; init; }

    /// <summary>Why the case was closed, and when; null while it is open.</summary>
    public (CloseReason Reason, DateTimeOffset At)? Closed { get; init; }

    /// <summary>Never prints what it holds, invented though it is: the habit is what counts.</summary>
    public override string ToString() => nameof(DemoStory);
}

/// <summary>An answer and its moment.</summary>
internal sealed record DemoConsent(DateTimeOffset At, ConsentAnswer Answer);

/// <summary>A referral and what was done with it.</summary>
internal sealed record DemoReferral(
    (string Unit, ServiceType Service) Offer, DateTimeOffset At, string? Message, IReadOnlyList<DemoStep> Steps);

/// <summary>One step of a referral; the last four say more about one verb each.</summary>
internal sealed record DemoStep(ReferralVerb Verb, DateTimeOffset At)
{
    public DateTimeOffset? Arrival { get; init; }
    public DeclineReason? Declined { get; init; }
    public WithdrawReason? Withdrawn { get; init; }
    public ReferralOutcome? Outcome { get; init; }
}
