using TipSom.Domain.Agencies;

namespace TipSom.Domain.Cases;

/// <summary>Who investigates and which court tries, by law. The portal proposes and never forces: a person decides the hand-over.</summary>
public static class Jurisdiction
{
    /// <summary>
    /// The decision table: one row a situation. PTPA 2018 ss. 8 and 10, PSMA 2018 ss. 10 and 11; the rows below those two Acts say only
    /// what the Acts named say, and leave the court to the officer where it follows a schedule.
    /// </summary>
    public static IReadOnlyList<JurisdictionRow> Table { get; } =
    [
        new(LegalSituation.TraffickingInsidePakistan, "PTPA 2018", AgencyKind.Police, "MAG1",
            "Trafficking inside Pakistan: the police of the district investigate, a Magistrate First Class tries."),
        new(LegalSituation.TraffickingAcrossBorder, "PTPA 2018", AgencyKind.Fia, "SC_CENTRAL",
            "Transport into or out of Pakistan is part of it: FIA investigates, the Special Court (Central) tries."),
        new(LegalSituation.Smuggling, "PSMA 2018", AgencyKind.Fia, "SC_CENTRAL",
            "Smuggling of migrants: FIA investigates, the Special Court (Central) tries."),
        new(LegalSituation.BondedLabour, "BLSA 1992", AgencyKind.Police, "MAG1",
            "Bonded labour: the police or the District Magistrate, and a Magistrate First Class, who may try it summarily. A provincial Act may say otherwise."),
        new(LegalSituation.SexOffence, "PPC 1860; Anti-Rape Act 2021", AgencyKind.Police, "ANTI_RAPE",
            "A sex offence against a woman or child: a special unit of the police investigates, the Anti-Rape court tries."),
        new(LegalSituation.IllegalEmigration, "Emigration Ordinance 1979", AgencyKind.Fia, "EMIGRATION",
            "Illegal emigration or a fake job agent: FIA on complaint, and the special court of the Ordinance."),
        new(LegalSituation.PassportOrForeigner, "Passports Act 1974; Foreigners Act 1946", AgencyKind.Fia, null,
            "A passport or foreigners offence: FIA, for some the police; the court follows the schedule."),
        new(LegalSituation.OrganTrade, "Transplantation Act 2010", AgencyKind.Fia, null,
            "Trade in organs: an offence of FIA's schedule; the court follows the Act."),
        new(LegalSituation.MissingChild, "Zainab Alert Act 2020", AgencyKind.Police, null,
            "A child gone missing: the police, who tell ZARRA within 2 hours; the designated court.")
    ];

    /// <summary>
    /// Police lead trafficking inside Pakistan; FIA leads where transport into or out of Pakistan is part of it (PTPA 2018, s. 8)
    /// and every smuggling of migrants (PSMA 2018, s. 11).
    /// </summary>
    public static AgencyKind ProposedLead(CaseKind kind, BorderCrossing border) => RowOf(SituationOf(kind, border)).Investigator;

    /// <summary>The situation of the case itself.</summary>
    public static LegalSituation SituationOf(CaseKind kind, BorderCrossing border) => (kind, border) switch
    {
        (CaseKind.Smuggling, _) => LegalSituation.Smuggling,
        (CaseKind.Trafficking, BorderCrossing.AcrossBorder) => LegalSituation.TraffickingAcrossBorder,
        (CaseKind.Trafficking, BorderCrossing.InsidePakistan or BorderCrossing.Unknown) => LegalSituation.TraffickingInsidePakistan
    };

    /// <summary>The row of the case itself, then those that the offences chosen bring along.</summary>
    public static IReadOnlyList<JurisdictionRow> RowsOf(CaseKind kind, BorderCrossing border, IEnumerable<string> offenceCodes) =>
    [
        .. offenceCodes.Select(SituationOf).OfType<LegalSituation>().Prepend(SituationOf(kind, border)).Distinct().Select(RowOf)
    ];

    /// <summary>The row of a situation.</summary>
    public static JurisdictionRow RowOf(LegalSituation situation) => Table.Single(row => row.Situation == situation);

    // An offence without a line here follows the case: it is charged beside trafficking or smuggling.
    private static LegalSituation? SituationOf(string offenceCode) => offenceCode switch
    {
        "PPC-375A" or "PPC-376" or "PPC-377B" => LegalSituation.SexOffence,
        "ZAR-9" => LegalSituation.MissingChild,
        _ => offenceCode.Split('-')[0] switch
        {
            "BLSA" => LegalSituation.BondedLabour,
            "EMO" => LegalSituation.IllegalEmigration,
            "PA" or "FA" => LegalSituation.PassportOrForeigner,
            "THOTA" => LegalSituation.OrganTrade,
            _ => null
        }
    };
}

/// <summary>A situation in which the law names an investigator and a court.</summary>
public enum LegalSituation
{
    /// <summary>Trafficking, all inside Pakistan.</summary>
    TraffickingInsidePakistan,

    /// <summary>Trafficking with transport into or out of Pakistan.</summary>
    TraffickingAcrossBorder,

    /// <summary>Smuggling of migrants.</summary>
    Smuggling,

    /// <summary>Bonded labour.</summary>
    BondedLabour,

    /// <summary>A sex offence of the Penal Code against a woman or child.</summary>
    SexOffence,

    /// <summary>Illegal emigration, or fake job agents.</summary>
    IllegalEmigration,

    /// <summary>Passport and foreigners offences.</summary>
    PassportOrForeigner,

    /// <summary>Removal of or trade in organs.</summary>
    OrganTrade,

    /// <summary>A child gone missing.</summary>
    MissingChild
}

/// <summary>One row of the decision table.</summary>
/// <param name="Situation">When it holds.</param>
/// <param name="Law">The Acts it rests on, by their short names.</param>
/// <param name="Investigator">Who investigates.</param>
/// <param name="CourtCode">Which court tries (list court_type); null where a schedule or another Act says. Suggested only: the court may follow the law at filing.</param>
/// <param name="Reason">Why, in a plain sentence.</param>
public sealed record JurisdictionRow(LegalSituation Situation, string Law, AgencyKind Investigator, string? CourtCode, string Reason);
