namespace TipSom.Domain.Victims;

/// <summary>Who a victim is, sealed. Kept apart from the victim so that reading a case never reads a name.</summary>
public sealed class VictimIdentity
{
    private VictimIdentity() { }

    /// <summary>Keeps sealed details for a victim of a case.</summary>
    public VictimIdentity(Guid victimId, Guid caseId, byte[] sealedDetails, DateTimeOffset now)
    {
        (VictimId, CaseId, SealedDetails, UpdatedAt) = (victimId, caseId, sealedDetails, now);
    }

    /// <summary>The victim; also the key, and what the seal is bound to.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Ciphertext of <see cref="IdentityDetails"/>; opens only with the master key and for this victim.</summary>
    public byte[] SealedDetails { get; private set; } = [];

    /// <summary>When the details were last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Replaces the details.</summary>
    public void Replace(byte[] sealedDetails, DateTimeOffset now) => (SealedDetails, UpdatedAt) = (sealedDetails, now);
}
