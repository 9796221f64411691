namespace TipSom.Web.Pages.Releases;

/// <summary>The words of public figures.</summary>
public static class ReleaseWords
{
    /// <summary>The last step of care that somebody reached.</summary>
    public static string OfStep(string step) => step switch
    {
        "0" => "Identified, not referred",
        "1" => "Referred, not accepted yet",
        "2" => "Accepted, not arrived",
        "3" => "In care",
        _ => "Care ended with an outcome"
    };
}
