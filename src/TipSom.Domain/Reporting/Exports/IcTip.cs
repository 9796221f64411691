using TipSom.Domain.Victims;

namespace TipSom.Domain.Reporting.Exports;

/// <summary>
/// Rows after the international classification of trafficking (IC-TIP, endorsed in March 2025): event, victim, perpetrator and reporting entity. Its
/// lists of codes were not obtained, so the values are those of the records. The units are not linked: who joined them would see more of
/// a person than the six columns that are protected.
/// </summary>
public static class IcTip
{
    private static readonly string[] Bands = [.. Enum.GetNames<AgeBand>()];
    private static readonly string[] Standings = ["Suspected", "Charged", "Acquitted", "Convicted"];
    private static readonly string[] Sentences = ["Under2", "From2To5", "From5To10", "From10", "Life"];
    private static readonly string[] Assistance = ["None", "Referred", "Accepted", "InCare", "Ended"];

    /// <summary>What happened, once for each case.</summary>
    public static IReadOnlyList<ExportColumn<IReadOnlyList<PersonExport>>> Events(ExportCodes codes) =>
    [
        new("eventId", "Drawn anew for each file", null, ExportValues.PseudoId, _ => ""),
        new("year", "Year of identification", null, ExportValues.Year, e => $"{e[0].Year:D4}"),
        new("acts", "What was done", null, ExportValues.SeveralOf(Enum.GetNames<Assessment.TraffickingAct>()), e => Together(e.SelectMany(p => p.Acts))),
        new("legalMeans", "Means in the words of the law", null, ExportValues.SeveralOf(Enum.GetNames<Assessment.LegalMeans>()), e => Together(e.SelectMany(p => p.Means))),
        new("means", "Means of control", "means_of_control", ExportValues.SeveralOf(codes.HtcdsValues("means_of_control")), e => codes.Htcds("means_of_control", e.SelectMany(p => p.Controls))),
        new("form", "Form of exploitation", "exploitation_type", ExportValues.SeveralOf(codes.HtcdsValues("exploitation_type")), e => codes.Htcds("exploitation_type", e.SelectMany(p => p.KnownForms))),
        new("sector", "Branch of work, where labour was forced", "isic_section", ExportValues.SeveralOf(codes.HtcdsValues("isic_section")),
            e => codes.Htcds("isic_section", e.Where(p => p.IsForcedLabour && p.Sector is not null).Select(p => p.Sector!))),
        new("border", "Whether a border was crossed", null, ExportValues.OneOf(Enum.GetNames<Cases.BorderCrossing>()), e => e[0].Border),
        new("placeOfExploitation", "First place of exploitation: the country, in Pakistan the province", "country", ExportValues.Place, e => e[0].PlaceOfExploitation)
    ];

    /// <summary>Who was identified.</summary>
    public static IReadOnlyList<ExportColumn<PersonExport>> Victims(ExportCodes codes) =>
    [
        new("victimId", "Drawn anew for each file", null, ExportValues.PseudoId, _ => ""),
        new("year", "Year of identification", null, ExportValues.Year, p => $"{p.Year:D4}"),
        new("sex", "Sex or gender", "gender", ExportValues.OneOf(codes.HtcdsValues("gender")), p => codes.Htcds("gender", Ctdc.CodeOf(p.Sex))),
        new("ageBand", "Age when identified", null, ExportValues.OneOf(Bands), p => BandOf(p.Age)),
        new("ageBandAtExploitation", "Age when exploited", null, ExportValues.OneOf(Bands), p => p.AgeWhenExploited is null ? "" : BandOf(p.AgeWhenExploited)),
        new("citizenship", "Citizenship", "country", ExportValues.Country, p => CountryCodes.TwoOf(p.Citizenship)),
        new("relationToRecruiter", "Who recruited", "recruiter_relation", ExportValues.OneOf(codes.HtcdsValues("recruiter_relation")), p => codes.Htcds("recruiter_relation", p.Recruiter)),
        new("status", "Whether a court convicted somebody in the case", "trafficking_status", ExportValues.OneOf(codes.HtcdsValues("trafficking_status")),
            p => codes.Htcds("trafficking_status", p.IsConvicted ? "CONFIRMED" : "POSSIBLE")),
        new("assistance", "How far care came", null, ExportValues.OneOf(Assistance), p => Assistance[Math.Clamp(p.Stage, 0, 4)]),
        new("consentToUse", "Consent in force that data without a name serve research and statistics", null, ExportValues.OneOf("Yes"), _ => "Yes")
    ];

    /// <summary>Who is suspected, charged or convicted.</summary>
    public static IReadOnlyList<ExportColumn<SuspectExport>> Perpetrators(ExportCodes codes) =>
    [
        new("perpetratorId", "Drawn anew for each file", null, ExportValues.PseudoId, _ => ""),
        new("year", "Year in which the suspect was recorded", null, ExportValues.Year, s => $"{s.Year:D4}"),
        new("sex", "Sex or gender", "gender", ExportValues.OneOf(codes.HtcdsValues("gender")), s => codes.Htcds("gender", Ctdc.CodeOf(s.Sex))),
        new("ageBand", "Age", null, ExportValues.OneOf(Bands), s => BandOf(s.Age)),
        new("citizenship", "Citizenship", "country", ExportValues.Country, s => CountryCodes.TwoOf(s.Citizenship)),
        new("roles", "What the suspect did", "perpetrator_role", ExportValues.SeveralOf(codes.HtcdsValues("perpetrator_role")), s => codes.Htcds("perpetrator_role", s.Roles)),
        new("status", "Suspected, charged, acquitted or convicted", null, ExportValues.OneOf(Standings), s => s.Standing),
        new("offence", "Law of the charge as figures count it", null, ExportValues.OneOf(Enum.GetNames<LawOfCount>()), s => s.Act ?? ""),
        new("sentence", "Years of imprisonment, in bands", null, ExportValues.OneOf(Sentences), SentenceOf)
    ];

    /// <summary>Who reported: kinds of agencies by province, never an agency of its own.</summary>
    public static IReadOnlyList<ExportColumn<PersonExport>> Entities { get; } =
    [
        new("type", "Kind of the agency that identified the person, or the court", null, ExportValues.OneOf(Enum.GetNames<Agencies.AgencyKind>()), p => p.AuthorityKind),
        new("level", "Kind of the agency that identified the person, or the court", null, ExportValues.OneOf("National", "Provincial"), p => p.AuthorityKind is "Fia" or "Oversight" ? "National" : "Provincial"),
        new("place", "Province in which people were found", null, ExportValues.Place, p => Provinces.Of(p.AuthorityProvince)),
        new("function", "Kind of the agency that identified the person, or the court", null, ExportValues.SeveralOf("Identify", "Investigate", "Assist"),
            p => p.AuthorityKind is "Fia" or "Police" ? "Identify;Investigate" : p.AuthorityKind is "CareProvider" or "ChildProtection" ? "Assist;Identify" : "Identify")
    ];

    /// <summary>The four units, three of them protected.</summary>
    public static IReadOnlyList<ProtectedRows> Protected(IReadOnlyList<PersonExport> people, IEnumerable<SuspectExport> suspects, ExportCodes codes)
    {
        var events = ExportTable.Of("event", Events(codes), people.GroupBy(p => p.Event).Select(IReadOnlyList<PersonExport> (g) => [.. g]));
        var entities = ExportTable.Of("reporting-entity", Entities, people);
        var units = new[]
        {
            WithIds(KAnonymity.Protect(events, [["year"], ["border"], ["placeOfExploitation"], ["form"]],
                [CoarserStep.ToCountry("placeOfExploitation"), CoarserStep.Empty("placeOfExploitation")])),
            WithIds(KAnonymity.Protect(ExportTable.Of("victim", Victims(codes), people), [["year"], ["sex"], ["ageBand"], ["ageBandAtExploitation"], ["citizenship"]],
                [CoarserStep.Empty("ageBandAtExploitation"), CoarserStep.Empty("citizenship"), CoarserStep.Empty("ageBand")])),
            WithIds(KAnonymity.Protect(ExportTable.Of("perpetrator", Perpetrators(codes), suspects), [["year"], ["sex"], ["ageBand"], ["citizenship"], ["status"], ["offence"]],
                [CoarserStep.Empty("citizenship"), CoarserStep.Empty("ageBand"), CoarserStep.Empty("offence")])),
            new ProtectedRows(entities with { Rows = [.. entities.Rows.DistinctBy(r => string.Join('\u001f', r)).OrderBy(r => string.Join('\u001f', r), StringComparer.Ordinal)] }, 0, 0, 0)
        };
        foreach (var unit in units)
            ExportCheck.Checked(unit.Table);
        return units;
    }

    // Drawn when the rows stand as they will leave.
    private static ProtectedRows WithIds(ProtectedRows rows)
    {
        var ids = new HashSet<string>();
        while (ids.Count < rows.Table.Rows.Count)
            ids.Add(PseudoIds.Draw());
        return rows with { Table = rows.Table with { Rows = [.. rows.Table.Rows.Zip(ids, (r, id) => (IReadOnlyList<string>)[id, .. r.Skip(1)])] } };
    }

    private static string BandOf(int? age) => $"{new Age(age, false).Band}";

    private static string Together(IEnumerable<string> values) => string.Join(ExportValues.Between, values.Distinct().Order(StringComparer.Ordinal));

    private static string SentenceOf(SuspectExport suspect) => suspect switch
    {
        { IsForLife: true } => "Life",
        { SentenceYears: null } => "",
        { SentenceYears: < 2 } => "Under2",
        { SentenceYears: < 5 } => "From2To5",
        { SentenceYears: < 10 } => "From5To10",
        _ => "From10"
    };
}
