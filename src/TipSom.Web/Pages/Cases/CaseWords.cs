using TipSom.Domain.Agencies;

namespace TipSom.Web.Pages.Cases;

/// <summary>Sentences on who should lead a case; keys of their translation.</summary>
public static class CaseWords
{
    public static string Lead(AgencyKind lead) => lead == AgencyKind.Fia
        ? "FIA: the case crosses the border of Pakistan"
        : "Police: the case lies inside Pakistan";

    public static string ShortLead(AgencyKind lead) => lead == AgencyKind.Fia ? "FIA" : "Police";

    public static string HandOver(AgencyKind lead) => lead == AgencyKind.Fia
        ? "A hand-over to FIA is proposed. You go on caring for the person until it is agreed."
        : "A hand-over to the police is proposed. You go on caring for the person until it is agreed.";
}
