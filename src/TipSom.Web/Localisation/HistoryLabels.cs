namespace TipSom.Web.Localisation;

/// <summary>The words for what changes in a case: its parts and their fields, by the names they have in the domain. A test fails on one without words.</summary>
public static class HistoryLabels
{
    /// <summary>The parts of a case.</summary>
    public static IReadOnlyDictionary<string, string> Subjects { get; } = new Dictionary<string, string>
    {
        ["Case"] = "Case",
        ["CaseDocument"] = "Document of a case",
        ["Consent"] = "Consent",
        ["Need"] = "Need",
        ["RoutePlace"] = "Place of a route",
        ["Victim"] = "Person",
        ["VictimIdentity"] = "Identity"
    };

    /// <summary>The fields of each part; the parts of a larger value follow a dot.</summary>
    public static IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        ["Case.Border"] = "Across the border",
        ["Case.ClosedFor"] = "Closed because",
        ["Case.DistrictCode"] = "District where found",
        ["Case.FoundOn"] = "Day found",
        ["Case.HoldingUnitId"] = "Held by",
        ["Case.Kind"] = "Kind of case",
        ["Case.LoggedAt"] = "Logged at",
        ["Case.LoggedByName"] = "Logged by",
        ["Case.Number"] = "Case number",
        ["Case.ProposedLead"] = "Lead",
        ["Case.SealedNarrative"] = "What happened",
        ["Case.StationReference"] = "FIR or diary number",
        ["Case.Status"] = "Status",
        ["CaseDocument.AddedAt"] = "Added at",
        ["CaseDocument.AddedByName"] = "Added by",
        ["CaseDocument.Format"] = "Format of the file",
        ["CaseDocument.Height"] = "Height in dots",
        ["CaseDocument.Kind"] = "What it is",
        ["CaseDocument.Length"] = "Size in bytes",
        ["CaseDocument.Pages"] = "Pages",
        ["CaseDocument.PhotographReason"] = "Why a photograph is needed",
        ["CaseDocument.Scan"] = "Virus check",
        ["CaseDocument.ScannedAt"] = "Virus check at",
        ["CaseDocument.SealedName"] = "Title",
        ["CaseDocument.TakenOutAt"] = "Taken out at",
        ["CaseDocument.TakenOutByName"] = "Taken out by",
        ["CaseDocument.TakeOutReason"] = "Why it was taken out",
        ["CaseDocument.Width"] = "Width in dots",
        ["Consent.Basis"] = "Who decided",
        ["Consent.Categories"] = "What may be shared",
        ["Consent.ExpiresAt"] = "Holds until",
        ["Consent.Form"] = "How it was given",
        ["Consent.GivenAt"] = "Given at",
        ["Consent.Guardian"] = "Involvement of the guardian",
        ["Consent.IsGiven"] = "Consent given",
        ["Consent.LanguageCode"] = "Language",
        ["Consent.PointsRead"] = "Read out before",
        ["Consent.Purposes"] = "Agreed to",
        ["Consent.RecordedByName"] = "Recorded by",
        ["Consent.RecipientAgencyIds"] = "Which providers",
        ["Consent.ThroughInterpreter"] = "Through an interpreter",
        ["Consent.WithdrawnAt"] = "Withdrawn at",
        ["Need.EndedAt"] = "Ended at",
        ["Need.Ending"] = "How it ended",
        ["Need.Service"] = "Service",
        ["Need.Urgency"] = "How soon",
        ["RoutePlace.CountryCode"] = "Country",
        ["RoutePlace.Day"] = "Day",
        ["RoutePlace.DistrictCode"] = "District",
        ["RoutePlace.RemovedAt"] = "Taken off at",
        ["RoutePlace.Stage"] = "What happened at the place",
        ["RoutePlace.Written.At"] = "Written at",
        ["RoutePlace.Written.ByName"] = "Written by",
        ["RoutePlace.Year"] = "Year",
        ["Victim.Age.IsApproximate"] = "The age is about right, not exact",
        ["Victim.Age.Years"] = "Age",
        ["Victim.LanguageCode"] = "Language",
        ["Victim.Placement.ChildrenAlong"] = "How many children come along?",
        ["Victim.Placement.HasCourtOrder"] = "Is there an order of a court?",
        ["Victim.Placement.HasIdentityPapers"] = "Are there papers of identity?",
        ["Victim.Placement.NeedsAccess"] = "Does a disability have to be provided for?",
        ["Victim.Placement.OldestBoy"] = "Age of the oldest boy among them",
        ["Victim.Placement.Security"] = "How must the place be watched?",
        ["Victim.Risk"] = "Risk",
        ["Victim.RiskReviewOn"] = "Risk looked at again on",
        ["Victim.SafetyWhenLogged"] = "Safety",
        ["Victim.Sex"] = "Sex",
        ["VictimIdentity.FatherName"] = "Father's or husband's name",
        ["VictimIdentity.IdNumber"] = "Identity number",
        ["VictimIdentity.Name"] = "Name",
        ["VictimIdentity.Phone"] = "Telephone",
        ["VictimIdentity.SealedDetails"] = "Identity"
    };

    /// <summary>The words, or the part's own name where it is new.</summary>
    public static string OfSubject(string subject) => Subjects.GetValueOrDefault(subject, subject);

    /// <summary>The words, or the field's own name where it is new.</summary>
    public static string OfField(string subject, string field) => Fields.GetValueOrDefault($"{subject}.{field}", field);
}
