using TipSom.Domain.Consents;

namespace TipSom.Domain.Referrals;

/// <summary>
/// A copy of exactly the consented fields, made for one provider when the referral is sent, and the proof of what was shared.
/// Stage one is readable while the referral is live; stage two only from acceptance until closing, and both only while the consent
/// is in force. A provider reads disclosures and never the victim's own records.
/// </summary>
public sealed class Disclosure
{
    private Disclosure() { }

    internal Disclosure(Guid id, Referral referral, Consent consent, DisclosureStage stage, byte[] sealedContent, DateTimeOffset now)
    {
        (Id, ReferralId, Stage, Version) = (id, referral.Id, stage, 1);
        (ToAgencyId, ConsentId, MadeAt, SealedContent) = (referral.ToAgencyId, consent.Id, now, sealedContent);
        DisclosedAt = stage == DisclosureStage.Needs ? now : null;
    }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The referral.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>One: needs. Two: identity.</summary>
    public DisclosureStage Stage { get; private set; }

    /// <summary>Version of the copy, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>The provider it was made for.</summary>
    public Guid ToAgencyId { get; private set; }

    /// <summary>The consent it rests on.</summary>
    public Guid ConsentId { get; private set; }

    /// <summary>When the copy was made.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When the provider could first read it; null until then. For the identity the database notes it at acceptance, which the provider cannot foresee.</summary>
    public DateTimeOffset? DisclosedAt { get; private set; }

    /// <summary>Ciphertext of <see cref="NeedsDisclosure"/> or <see cref="IdentityDisclosure"/>.</summary>
    public byte[] SealedContent { get; private set; } = [];
}

/// <summary>How far a disclosure goes.</summary>
public enum DisclosureStage
{
    /// <summary>What is needed, without identity.</summary>
    Needs,

    /// <summary>The consented identity.</summary>
    Identity
}
