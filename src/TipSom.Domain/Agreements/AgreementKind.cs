namespace TipSom.Domain.Agreements;

/// <summary>What binds a lead agency and a provider.</summary>
public enum AgreementKind
{
    /// <summary>A memorandum of understanding.</summary>
    Memorandum,

    /// <summary>A duty by law, such as that of a government child-protection institution.</summary>
    StatutoryMandate
}
