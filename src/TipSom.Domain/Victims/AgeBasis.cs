namespace TipSom.Domain.Victims;

/// <summary>What an age rests on (code list <c>age_basis</c>).</summary>
public enum AgeBasis
{
    /// <summary>A document that an officer saw (DOC).</summary>
    Document,

    /// <summary>What the person says (STATED).</summary>
    Stated,

    /// <summary>The officer's estimate (ESTIMATED).</summary>
    Estimated,

    /// <summary>A medical assessment (MEDICAL).</summary>
    Medical
}
