namespace TipSom.Domain.Agreements;

/// <summary>The two sides of an agreement, each of which approves it for itself.</summary>
public enum AgreementSide
{
    /// <summary>The state's side; the national coordinator speaks for it.</summary>
    Lead,

    /// <summary>The care provider; its manager speaks for it.</summary>
    Provider
}
