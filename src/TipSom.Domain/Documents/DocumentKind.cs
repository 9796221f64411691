namespace TipSom.Domain.Documents;

/// <summary>What a document of a case is. Said in clear; what it shows and what it is called are sealed.</summary>
public enum DocumentKind
{
    /// <summary>Copy of the First Information Report.</summary>
    FirCopy,

    /// <summary>Medical or medico-legal paper.</summary>
    MedicalPaper,

    /// <summary>Identity card, passport, birth certificate. Only for those who may see who the people are.</summary>
    IdentityDocument,

    /// <summary>Photograph of a person. Only where it is needed, and for those who may see who the people are.</summary>
    Photograph,

    /// <summary>Order, summons or statement of a court.</summary>
    CourtPaper,

    /// <summary>Any other paper.</summary>
    Other
}

/// <summary>What a kind of document demands.</summary>
public static class DocumentKinds
{
    /// <summary>Whether it shows who somebody is: seen where identity is, and opened with a reason.</summary>
    public static bool ShowsWhoSomebodyIs(this DocumentKind kind) => kind is DocumentKind.IdentityDocument or DocumentKind.Photograph;
}

/// <summary>Why a photograph of a person is kept at all. None is kept without one of these.</summary>
public enum PhotographReason
{
    /// <summary>Injuries or a condition that a court will ask for.</summary>
    Injuries,

    /// <summary>The person cannot say who they are, and a family or an authority is to recognise them.</summary>
    Recognition,

    /// <summary>A court or the prosecutor ordered it.</summary>
    Ordered,

    /// <summary>A travel or identity document is to be applied for.</summary>
    Papers
}
