namespace TipSom.Domain.Referrals;

/// <summary>When, where and by whom the person is met. Sealed details; read by both sides of the referral and nobody else.</summary>
public sealed class ArrivalArrangement
{
    private ArrivalArrangement() { }

    /// <summary>Keeps the arrangement made at acceptance.</summary>
    public ArrivalArrangement(Guid referralId, ArrivalPlace place, byte[] sealedDetails)
    {
        (ReferralId, Place, SealedDetails) = (referralId, place, sealedDetails);
    }

    /// <summary>The referral; also the key, and what the seal is bound to.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>Where they meet.</summary>
    public ArrivalPlace Place { get; private set; }

    /// <summary>Ciphertext of <see cref="ArrivalDetails"/>.</summary>
    public byte[] SealedDetails { get; private set; } = [];
}

/// <summary>The part of an arrangement that could lead somebody to a shelter's door.</summary>
/// <param name="MeetsWho">Who meets the person.</param>
/// <param name="Phone">How to reach who meets.</param>
/// <param name="Directions">Address or directions, if any.</param>
public sealed record ArrivalDetails(string MeetsWho, string? Phone, string? Directions)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(ArrivalDetails);
}
