using TipSom.Domain.Documents;

namespace TipSom.Web.Localisation;

/// <summary>The words of what a case's documents are.</summary>
public static class DocumentLabels
{
    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.FirCopy => "Copy of the FIR",
        DocumentKind.MedicalPaper => "Medical paper",
        DocumentKind.IdentityDocument => "Identity document",
        DocumentKind.Photograph => "Photograph of a person",
        DocumentKind.CourtPaper => "Paper of a court",
        DocumentKind.Other => "Other paper"
    };

    public static string Of(PhotographReason reason) => reason switch
    {
        PhotographReason.Injuries => "Injuries or a condition that a court will ask for",
        PhotographReason.Recognition => "The person cannot say who they are and is to be recognised",
        PhotographReason.Ordered => "A court or the prosecutor ordered it",
        PhotographReason.Papers => "An identity or travel document is to be applied for"
    };

    public static string Of(TakeOutReason reason) => reason switch
    {
        TakeOutReason.WrongCase => "It belongs to another case",
        TakeOutReason.Twice => "It is there twice",
        TakeOutReason.Unreadable => "It cannot be read",
        TakeOutReason.NotNeeded => "It is not needed, or shows more than the case needs"
    };

    public static string Of(DocumentScan scan) => scan switch
    {
        DocumentScan.Waiting => "Waits for the virus check",
        DocumentScan.Clean => "Virus check: nothing found",
        DocumentScan.Infected => "Harmful: cannot be opened"
    };

    /// <summary>The kind of tag that goes with a verdict.</summary>
    public static string TagOf(DocumentScan scan) => scan switch
    {
        DocumentScan.Waiting => "warn",
        DocumentScan.Clean => "good",
        DocumentScan.Infected => "bad"
    };
}
