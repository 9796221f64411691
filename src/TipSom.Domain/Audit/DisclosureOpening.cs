using TipSom.Domain.Identity;

namespace TipSom.Domain.Audit;

/// <summary>
/// Proof that somebody at the provider opened the identity it was given: who and when. Written in the transaction that shows it, and
/// read by both sides, so that the case shows who looked.
/// </summary>
public sealed class DisclosureOpening
{
    private DisclosureOpening() { }

    /// <summary>Records an opening.</summary>
    public DisclosureOpening(Guid disclosureId, Guid referralId, Actor by, DateTimeOffset now)
    {
        (Id, DisclosureId, ReferralId, At) = (Guid.CreateVersion7(), disclosureId, referralId, now);
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which copy was opened.</summary>
    public Guid DisclosureId { get; private set; }

    /// <summary>The referral it was made for.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";
}
