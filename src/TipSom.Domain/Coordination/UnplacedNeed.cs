using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Coordination;

/// <summary>
/// A need that is in no provider's hands: never sent, declined, come back, or without any provider that fits. Says whose turn it is and
/// until when, so that no need is ever nobody's. The database opens and settles it with the referrals of the need; holds no identity.
/// </summary>
public sealed class UnplacedNeed
{
    /// <summary>Longest note of the national desk, in characters.</summary>
    public const int NoteMaxLength = 300;

    private UnplacedNeed() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The need.</summary>
    public Guid NeedId { get; private set; }

    /// <summary>Whose need.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The unit that holds the case.</summary>
    public Guid FromUnitId { get; private set; }

    /// <summary>The agency of that unit.</summary>
    public Guid FromAgencyId { get; private set; }

    /// <summary>The service needed.</summary>
    public ServiceType Service { get; private set; }

    /// <summary>How soon.</summary>
    public Urgency Urgency { get; private set; }

    /// <summary>Sex as stated.</summary>
    public Sex Sex { get; private set; }

    /// <summary>Age in years; null when not known.</summary>
    public int? AgeYears { get; private set; }

    /// <summary>Whether the person counts as a child.</summary>
    public bool IsChild { get; private set; }

    /// <summary>District where the person was found.</summary>
    public string DistrictCode { get; private set; } = "";

    /// <summary>Its province.</summary>
    public string ProvinceCode { get; private set; } = "";

    /// <summary>How it came to be in nobody's hands.</summary>
    public UnplacedCause Cause { get; private set; }

    /// <summary>Whose turn it is: the sender's to choose, or the national desk's to find a place.</summary>
    public Side Turn { get; private set; }

    /// <summary>Since when it is that side's turn.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Until when that side must act.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When the sender asked the national desk; null where it did not.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The service the national desk proposes; null until it does.</summary>
    public Guid? ProposedServiceId { get; private set; }

    /// <summary>What the desk wrote with its proposal; names nobody.</summary>
    public string? Note { get; private set; }

    /// <summary>When a provider got it in hand, or it was no longer needed; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Whether it is late.</summary>
    public bool IsOverdue(DateTimeOffset now) => SettledAt is null && DueAt < now;

    /// <summary>The sender finds no provider and asks the national desk. Refuses where it was already asked.</summary>
    public void AskDesk(UnplacedCause cause, ReferralClocks clocks, DateTimeOffset now)
    {
        RefuseSettled();
        if (Turn == Side.National)
            throw new RuleBrokenException("The national desk was already asked.");
        if (cause is not (UnplacedCause.NoProviderFits or UnplacedCause.AllDeclined))
            throw new RuleBrokenException("The national desk is asked where no provider fits or all have declined.");
        (Cause, Turn, Since, AskedAt, ProposedServiceId, Note) = (cause, Side.National, now, now, null, null);
        DueAt = now + clocks.Allowed(Urgency, ClockStep.Answered, IsChild);
    }

    /// <summary>
    /// The national desk takes it in hand although it was not asked: the sender is late, or a decline was confirmed. Refuses where it has it already.
    /// </summary>
    public void TakeOver(ReferralClocks clocks, DateTimeOffset now)
    {
        RefuseSettled();
        if (Turn == Side.National)
            throw new RuleBrokenException("The national desk already has this need in hand.");
        (Turn, Since, ProposedServiceId, Note) = (Side.National, now, null, null);
        DueAt = now + clocks.Allowed(Urgency, ClockStep.Answered, IsChild);
    }

    /// <summary>
    /// The national desk names a provider it has spoken to; the sender, who holds the identity, sends. Refuses a provider that offers another
    /// service, does not take the person, or is bound by no agreement.
    /// </summary>
    public void Propose(ProviderFit fit, string? note, ReferralClocks clocks, DateTimeOffset now)
    {
        RefuseSettled();
        if (Turn != Side.National)
            throw new RuleBrokenException("It is for the sender to choose a provider now.");
        var blocking = fit.Problems.Where(p => p != FitProblem.NoPlaces).ToList();
        if (blocking.Count > 0)
            throw new RuleBrokenException(ProviderFit.Sentence(blocking[0]));
        (Turn, Since, ProposedServiceId, Note) = (Side.Sender, now, fit.Service.Id, note);
        DueAt = now + clocks.Allowed(Urgency, ClockStep.Seen, IsChild);
    }

    private void RefuseSettled()
    {
        if (SettledAt is not null)
            throw new RuleBrokenException("A provider has this need in hand already, or it is no longer open.");
    }
}

/// <summary>How a need came to be in nobody's hands.</summary>
public enum UnplacedCause
{
    /// <summary>Logged and not sent yet.</summary>
    NotSent,

    /// <summary>The provider declined.</summary>
    Declined,

    /// <summary>The national desk confirmed the decline.</summary>
    DeclineConfirmed,

    /// <summary>The referral was taken back or void, and the need still stands.</summary>
    CameBack,

    /// <summary>The person did not arrive at the provider.</summary>
    DidNotArrive,

    /// <summary>No provider fits.</summary>
    NoProviderFits,

    /// <summary>Every provider that fits has declined.</summary>
    AllDeclined
}
