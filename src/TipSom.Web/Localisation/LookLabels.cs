namespace TipSom.Web.Localisation;

/// <summary>The words for each kind of look that a case records.</summary>
public static class LookLabels
{
    public static string Of(string kind) => kind switch
    {
        "Identity" => "Identity opened",
        "Emergency" => "Identity opened in an emergency",
        "Document" => "Document opened",
        "Suspect" => "Suspect's details opened",
        "ByProvider" => "Identity opened by the provider",
        "FirAnnex" => "Annex to the FIR printed, without names",
        "FirAnnexWithNames" => "Annex to the FIR printed, with names",
        "VictimSummary" => "Summary printed, without the name",
        "VictimSummaryWithNames" => "Summary printed, with the name",
        _ => kind
    };
}
