namespace TipSom.Data.Identity;

/// <summary>A key of ASP.NET data protection (cookies and form tokens), sealed like a record, so that every portal of this database shares it.</summary>
public sealed class ProtectionKey
{
    /// <summary>Internal id; what the seal is bound to.</summary>
    public required Guid Id { get; init; }

    /// <summary>Ciphertext of the key's XML.</summary>
    public required byte[] SealedXml { get; init; }
}
