namespace TipSom.Domain.Victims;

/// <summary>Risk as a person judged it (code list <c>risk_level</c>); never computed into a score.</summary>
public enum RiskLevel
{
    /// <summary>Not assessed yet.</summary>
    NotAssessed,

    /// <summary>Low.</summary>
    Low,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High
}
