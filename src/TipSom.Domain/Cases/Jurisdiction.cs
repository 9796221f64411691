using TipSom.Domain.Agencies;

namespace TipSom.Domain.Cases;

/// <summary>Who investigates, by law. The portal proposes and never forces: a person decides the hand-over.</summary>
public static class Jurisdiction
{
    /// <summary>
    /// Police lead trafficking inside Pakistan; FIA leads where transport into or out of Pakistan is part of it (PTPA 2018, s. 8)
    /// and every smuggling of migrants (PSMA 2018, s. 11).
    /// </summary>
    public static AgencyKind ProposedLead(CaseKind kind, BorderCrossing border) => (kind, border) switch
    {
        (CaseKind.Smuggling, _) => AgencyKind.Fia,
        (CaseKind.Trafficking, BorderCrossing.AcrossBorder) => AgencyKind.Fia,
        (CaseKind.Trafficking, BorderCrossing.InsidePakistan or BorderCrossing.Unknown) => AgencyKind.Police
    };
}
