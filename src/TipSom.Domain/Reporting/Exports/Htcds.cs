namespace TipSom.Domain.Reporting.Exports;

/// <summary>Rows in the Human Trafficking Case Data Standard 2.0 (IOM, CC BY 4.0): those of its core fields that name nobody.</summary>
public static class Htcds
{
    private const string Birth = "prs_Birthdate";
    private const string Citizenship = "prs_Citizenship";
    private const string Place = "vic_LocationOfExploitation";
    private const string Form = "vic_TypeOfExploitation";
    private const string Referred = "cas_OutgoingReferralDate";
    private const string Research = "Research";

    /// <summary>The headings in their order.</summary>
    public static IReadOnlyList<string> Headings { get; } =
    [
        Birth, "prs_Gender", Citizenship, "vic_TraffickingStatus", "vic_TraffickingStatusDecisionMakingOrg", "vic_MethodOfRecruitment", "vic_MethodsOfControl", Form,
        "vic_ForcedLabourIndustry", "vic_TypeOfSexExploitation", Place, "cas_Status", Referred, "con_Consent"
    ];

    /// <summary>Core fields that are not in the file, each with why; keys of their translation.</summary>
    public static IReadOnlyList<(string Fields, string Why)> LeftOut { get; } =
    [
        ("prs_FirstName, prs_SecondName, prs_MobilePhone, prs_Email, prs_Mailing*", "It says who somebody is."),
        ("vic_LocationOfRecruitment", "One place of a person is enough to recognise by."),
        ("vic_RecruitmentWebsitesAndApps", "The records do not ask it."),
        ("cas_ReasonForCaseClosure, cas_ReasonForOutgoingReferral, cas_ReasonForIncomingReferral", "The codes of the standard do not fit those of the records."),
        ("cas_CaseOwner, cas_ReferringOrganisation, cas_ReferringPrimaryCaseWorker, cas_ReferredOrganisation, cas_ReferredPrimaryCaseWorker", "It names who works on the case."),
        ("cas_IncomingReferralDate, cas_IncomingReferralDetails, cas_OutgoingReferralDetails", "Free text, or a day.")
    ];

    /// <summary>By what somebody could be recognised.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Identifiers { get; } = [[Referred], ["prs_Gender"], [Birth], [Citizenship], [Place], [Form]];

    /// <summary>How rare rows become coarser. The year of the referral goes with the age.</summary>
    public static IReadOnlyList<CoarserStep> Steps { get; } =
        [CoarserStep.ToCountry(Place), CoarserStep.Empty(Citizenship), CoarserStep.Empty(Birth), CoarserStep.Empty(Referred)];

    /// <summary>The columns, each with where it comes from.</summary>
    public static IReadOnlyList<ExportColumn<PersonExport>> Columns(ExportCodes codes) =>
    [
        new(Birth, "Year of identification less the age; the year alone", null, ExportValues.Year, p => p.Age is { } age ? $"{p.Year - age:D4}" : ""),
        new("prs_Gender", "Sex or gender", "gender", ExportValues.OneOf(codes.HtcdsValues("gender")), p => codes.Htcds("gender", Ctdc.CodeOf(p.Sex))),
        new(Citizenship, "Citizenship", "country", ExportValues.Country, p => CountryCodes.TwoOf(p.Citizenship)),
        new("vic_TraffickingStatus", "Whether a court convicted somebody in the case", "trafficking_status", ExportValues.OneOf(codes.HtcdsValues("trafficking_status")),
            p => codes.Htcds("trafficking_status", p.IsConvicted ? "CONFIRMED" : "POSSIBLE")),
        new("vic_TraffickingStatusDecisionMakingOrg", "Kind of the agency that identified the person, or the court", "status_decided_by", ExportValues.OneOf(codes.HtcdsValues("status_decided_by")),
            p => codes.Htcds("status_decided_by", DecidedBy(p))),
        new("vic_MethodOfRecruitment", "How the person was recruited", "recruitment_method", ExportValues.SeveralOf(codes.HtcdsValues("recruitment_method")), p => codes.Htcds("recruitment_method", p.Recruitments)),
        new("vic_MethodsOfControl", "Means of control", "means_of_control", ExportValues.SeveralOf(codes.HtcdsValues("means_of_control")), p => codes.Htcds("means_of_control", p.Controls)),
        new(Form, "Form of exploitation", "exploitation_type", ExportValues.SeveralOf(codes.HtcdsValues("exploitation_type")), p => codes.Htcds("exploitation_type", p.KnownForms)),
        new("vic_ForcedLabourIndustry", "Branch of work, where labour was forced", "isic_section", ExportValues.OneOf(codes.HtcdsValues("isic_section")), p => p.IsForcedLabour ? codes.Htcds("isic_section", p.Sector) : ""),
        new("vic_TypeOfSexExploitation", "Form of sexual exploitation", "sex_exploitation_type", ExportValues.SeveralOf(codes.HtcdsValues("sex_exploitation_type")), p => codes.Htcds("sex_exploitation_type", p.SexualForms)),
        new(Place, "First place of exploitation: the country, in Pakistan the province", "country", ExportValues.Place, p => p.PlaceOfExploitation),
        new("cas_Status", "Status of the case, and whether a provider took the person in", "htcds_case_status", ExportValues.OneOf(codes.HtcdsValues("htcds_case_status")),
            p => codes.Htcds("htcds_case_status", !p.IsClosed ? "ACTIVE" : p.Stage >= 2 ? "CLOSED_REF" : "CLOSED")),
        new(Referred, "Year of the first referral", null, ExportValues.Year, p => p.ReferredYear is { } year ? $"{year:D4}" : ""),
        new("con_Consent", "Consent in force that data without a name serve research and statistics", null, ExportValues.OneOf(Research), _ => Research)
    ];

    /// <summary>The rows of some people, before they are protected.</summary>
    public static ExportTable Of(IEnumerable<PersonExport> people, ExportCodes codes) => ExportTable.Of("htcds", Columns(codes), people);

    /// <summary>The rows that may leave, checked against the standard.</summary>
    public static ProtectedRows Protected(IEnumerable<PersonExport> people, ExportCodes codes)
    {
        var rows = KAnonymity.Protect(Of(people, codes), Identifiers, Steps);
        ExportCheck.Checked(rows.Table, Headings);
        return rows;
    }

    private static string DecidedBy(PersonExport person) => person.IsConvicted ? "COURT" : person.AuthorityKind switch
    {
        "Police" or "Fia" => "POLICE",
        "CareProvider" => "NGO",
        "Labour" or "ChildProtection" => "GOV",
        _ => "OTH"
    };
}
