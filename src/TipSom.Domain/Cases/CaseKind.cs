namespace TipSom.Domain.Cases;

/// <summary>Which law a case falls under; the two are counted apart.</summary>
public enum CaseKind
{
    /// <summary>Trafficking in persons (PTPA 2018): exploitation is the purpose.</summary>
    Trafficking,

    /// <summary>Smuggling of migrants (PSMA 2018): an illegal border crossing for a benefit.</summary>
    Smuggling
}
