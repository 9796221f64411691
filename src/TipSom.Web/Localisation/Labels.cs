using TipSom.Domain.Agreements;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Imports;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Web.Localisation;

/// <summary>The words people read for the values of the domain: English, and the key of the translation. A new value without words does not compile.</summary>
public static class Labels
{
    public static string Of(ServiceType service) => service switch
    {
        ServiceType.Shelter => "Safe place to stay",
        ServiceType.EmergencyMedical => "Urgent medical care",
        ServiceType.Counselling => "Counselling",
        ServiceType.LegalAid => "Legal aid",
        ServiceType.Interpretation => "Interpreter",
        ServiceType.FoodAndClothing => "Food and clothing",
        ServiceType.IdentityDocuments => "Identity documents",
        ServiceType.FamilyTracing => "Finding the family",
        ServiceType.ReturnHome => "Return home",
        ServiceType.Livelihood => "Livelihood and skills",
        ServiceType.Education => "Education",
        ServiceType.ChildProtection => "Child protection",
        ServiceType.DrugTreatment => "Drug treatment",
        ServiceType.Security => "Security or relocation",
        ServiceType.FinancialHelp => "Financial help"
    };

    public static string Of(Sex sex) => sex switch
    {
        Sex.Female => "Woman or girl",
        Sex.Male => "Man or boy",
        Sex.Transgender => "Transgender person",
        Sex.Unknown => "Do not know"
    };

    /// <summary>A person in one word, from sex and age.</summary>
    public static string OfPerson(Sex sex, bool isChild) => (sex, isChild) switch
    {
        (Sex.Female, true) => "Girl",
        (Sex.Female, false) => "Woman",
        (Sex.Male, true) => "Boy",
        (Sex.Male, false) => "Man",
        (Sex.Transgender, true) => "Transgender child",
        (Sex.Transgender, false) => "Transgender person",
        (Sex.Unknown, true) => "Child",
        (Sex.Unknown, false) => "Adult"
    };

    public static string Of(VictimGroup group) => group switch
    {
        VictimGroup.Women => "Women",
        VictimGroup.Men => "Men",
        VictimGroup.Girls => "Girls",
        VictimGroup.Boys => "Boys",
        VictimGroup.Transgender => "Transgender persons"
    };

    public static string Of(AgeBand band) => band switch
    {
        AgeBand.Unknown => "age not known",
        AgeBand.Under12 => "under 12 years",
        AgeBand.From12To17 => "12 to 17 years",
        AgeBand.From18To24 => "18 to 24 years",
        AgeBand.From25To34 => "25 to 34 years",
        AgeBand.From35To59 => "35 to 59 years",
        AgeBand.From60 => "60 years or older"
    };

    public static string Of(Safety safety) => safety switch
    {
        Safety.Safe => "Safe now",
        Safety.NotSafe => "Not safe now",
        Safety.Unknown => "Safety not known"
    };

    public static string Of(RiskLevel risk) => risk switch
    {
        RiskLevel.NotAssessed => "Risk not assessed",
        RiskLevel.Low => "Low risk",
        RiskLevel.Medium => "Medium risk",
        RiskLevel.High => "High risk"
    };

    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "Emergency",
        Urgency.Urgent => "Urgent",
        Urgency.Routine => "This week"
    };

    public static string Of(CaseKind kind) => kind switch
    {
        CaseKind.Trafficking => "Trafficking in persons",
        CaseKind.Smuggling => "Smuggling of migrants"
    };

    public static string Of(BorderCrossing border) => border switch
    {
        BorderCrossing.Unknown => "Do not know",
        BorderCrossing.InsidePakistan => "No, all inside Pakistan",
        BorderCrossing.AcrossBorder => "Yes, into or out of Pakistan"
    };

    public static string Of(CaseStatus status) => status switch
    {
        CaseStatus.Open => "Case open",
        CaseStatus.Closed => "Case closed"
    };

    public static string Of(CaseEventKind kind) => kind switch
    {
        CaseEventKind.Logged => "Case logged",
        CaseEventKind.PersonAdded => "Person added",
        CaseEventKind.ConsentGiven => "Consent recorded",
        CaseEventKind.ConsentRefused => "Refusal recorded",
        CaseEventKind.ConsentWithdrawn => "Consent withdrawn",
        CaseEventKind.IdentityChanged => "Identity changed",
        CaseEventKind.ReferralSent => "Referral sent",
        CaseEventKind.ReferralWithdrawn => "Referral withdrawn",
        CaseEventKind.HandedOver => "Case handed to another unit",
        CaseEventKind.RolesChanged => "Roles changed",
        CaseEventKind.FamilyChanged => "Family changed",
        CaseEventKind.PersonDescribed => "Age, sex or languages changed",
        CaseEventKind.ContactChanged => "Safe contact changed",
        CaseEventKind.Reclassified => "Moved to the other law",
        CaseEventKind.BorderChanged => "Border crossing learnt",
        CaseEventKind.LeadDecided => "Investigator decided",
        CaseEventKind.PersonLinked => "Found to be the same person as in another case",
        CaseEventKind.LinkUndone => "Not the same person as in another case after all",
        CaseEventKind.PersonMerged => "Found to be entered twice in this case",
        CaseEventKind.MergeUndone => "Not entered twice after all",
        CaseEventKind.ConnectAsked => "Another unit was asked about the person",
        CaseEventKind.ConnectAnswered => "The unit that was asked answered",
        CaseEventKind.FactsCorrected => "Facts corrected",
        CaseEventKind.Closed => "Case closed",
        CaseEventKind.Reopened => "Case opened again",
        CaseEventKind.ShareAsked => "Sharing asked for",
        CaseEventKind.Shared => "Case shared with another unit",
        CaseEventKind.ShareRefused => "Sharing refused",
        CaseEventKind.ShareEnded => "Share taken back",
        CaseEventKind.TransferProposed => "Lead offered: waits for a supervisor",
        CaseEventKind.TransferApproved => "Lead offered to another agency",
        CaseEventKind.TransferAccepted => "Lead taken by another agency",
        CaseEventKind.TransferRefused => "Lead refused by the other agency",
        CaseEventKind.TransferTakenBack => "Offer of the lead taken back",
        CaseEventKind.DocumentAdded => "Document added",
        CaseEventKind.DocumentTakenOut => "Document taken out",
        CaseEventKind.TextRedacted => "Text redacted",
        CaseEventKind.Erased => "Identities erased for good"
    };

    public static string Of(CloseReason reason) => reason switch
    {
        CloseReason.FollowedUpAndDone => "Everything owed was done",
        CloseReason.HandedToCourt => "Before a court, nothing more is owed here",
        CloseReason.NotTrafficking => "Neither trafficking nor smuggling",
        CloseReason.LostContact => "The people cannot be reached",
        CloseReason.Duplicate => "Another case holds the same matter",
        CloseReason.EnteredInError => "Logged in error",
        CloseReason.Other => "Another reason"
    };

    public static string Of(ShareStatus status) => status switch
    {
        ShareStatus.Asked => "Waits for a supervisor",
        ShareStatus.InForce => "In force",
        ShareStatus.Refused => "Refused",
        ShareStatus.Ended => "Ended"
    };

    public static string Of(TransferStatus status) => status switch
    {
        TransferStatus.Proposed => "Waits for a supervisor",
        TransferStatus.Approved => "Waits for the other agency",
        TransferStatus.Accepted => "Accepted",
        TransferStatus.Refused => "Refused",
        TransferStatus.TakenBack => "Taken back"
    };

    public static string Of(ConsentBasis basis) => basis switch
    {
        ConsentBasis.OwnConsent => "The person's own consent",
        ConsentBasis.Guardian => "The guardian",
        ConsentBasis.ChildProtectionAuthority => "The child protection authority",
        ConsentBasis.CourtOrder => "An order of a court",
        ConsentBasis.DangerToLife => "Danger to life"
    };

    public static string Of(ConsentForm form) => form switch
    {
        ConsentForm.Spoken => "Spoken",
        ConsentForm.Signed => "Signed on paper",
        ConsentForm.ThumbImpression => "Thumb impression",
        ConsentForm.WrittenOrder => "Written order"
    };

    public static string Of(DataCategory category) => category switch
    {
        DataCategory.Needs => "Sex, age, language, district and needs",
        DataCategory.Risk => "Risk",
        DataCategory.Name => "Name, after acceptance",
        DataCategory.Parents => "Father's or husband's name, after acceptance",
        DataCategory.IdentityNumber => "Identity number, after acceptance",
        DataCategory.Phone => "Telephone, after acceptance"
    };

    public static string Of(SecurityLevel level) => level switch
    {
        SecurityLevel.Open => "Open: nobody is there at night",
        SecurityLevel.Staffed => "Staffed day and night",
        SecurityLevel.Guarded => "Guarded, address kept secret"
    };

    public static string Of(PlaceChangeKind kind) => kind switch
    {
        PlaceChangeKind.Confirmed => "Places confirmed",
        PlaceChangeKind.Held => "Place held by an acceptance",
        PlaceChangeKind.Released => "Place given back"
    };

    public static string Of(AgreementKind kind) => kind switch
    {
        AgreementKind.Memorandum => "Memorandum of understanding",
        AgreementKind.StatutoryMandate => "Duty by law"
    };

    public static string Of(AgreementSide side) => side switch
    {
        AgreementSide.Lead => "Lead agency",
        AgreementSide.Provider => "Provider"
    };

    public static string Of(AgreementVersionStatus status) => status switch
    {
        AgreementVersionStatus.Proposed => "Waits for approval",
        AgreementVersionStatus.Approved => "Approved by both sides",
        AgreementVersionStatus.Refused => "Refused by one side"
    };

    public static string Of(Role role) => role switch
    {
        Role.Officer => "Officer",
        Role.Supervisor => "Supervisor",
        Role.Caseworker => "Caseworker",
        Role.ProviderManager => "Provider manager",
        Role.NationalCoordinator => "National coordinator",
        Role.NationalAdministrator => "National administrator",
        Role.AgencyAdministrator => "Agency administrator",
        Role.Analyst => "Analyst",
        Role.Auditor => "Auditor"
    };

    public static string Of(RegisterField field) => field switch
    {
        RegisterField.CaseKey => "What tells the cases apart",
        RegisterField.FoundOn => "Day found",
        RegisterField.Kind => "Trafficking or smuggling",
        RegisterField.District => "District where found",
        RegisterField.Border => "Across the border",
        RegisterField.Reference => "FIR or diary number",
        RegisterField.Sex => "Sex",
        RegisterField.Age => "Age",
        RegisterField.Name => "Name",
        RegisterField.FatherName => "Father's or husband's name",
        RegisterField.IdNumber => "Identity number",
        RegisterField.Phone => "Telephone",
        RegisterField.Happened => "What happened"
    };

    public static string Of(ImportStatus status) => status switch
    {
        ImportStatus.Uploaded => "Not begun",
        ImportStatus.Running => "Being brought in",
        ImportStatus.Finished => "Finished",
        ImportStatus.Cancelling => "Being taken out",
        ImportStatus.Cancelled => "Cancelled"
    };
}
