using TipSom.Domain.Agencies;
using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Law;
using TipSom.Domain.Reference;
using TipSom.Domain.Referrals;
using TipSom.Domain.Reporting;
using TipSom.Domain.Telling;

namespace TipSom.Data.Seeding;

/// <summary>The reference files and how each is read. What the columns mean is told in <c>Reference/SOURCES.md</c>.</summary>
public sealed record ReferenceSet
{
    public ReferenceFile Provinces { get; init; } = ReferenceFile.Named("provinces.csv");

    public ReferenceFile Districts { get; init; } = ReferenceFile.Named("pk-districts.csv");

    public ReferenceFile CodeLists { get; init; } = ReferenceFile.Named("codelists.csv");

    public ReferenceFile CodeListLabels { get; init; } = ReferenceFile.Named("codelists.ur.csv");

    public ReferenceFile Offences { get; init; } = ReferenceFile.Named("offences.csv");

    public ReferenceFile Clocks { get; init; } = ReferenceFile.Named("clocks.csv");

    public ReferenceFile Escalation { get; init; } = ReferenceFile.Named("escalation.csv");

    public ReferenceFile LegalClocks { get; init; } = ReferenceFile.Named("legal-clocks.csv");

    public ReferenceFile Settings { get; init; } = ReferenceFile.Named("settings.csv");

    public ReferenceFile Retention { get; init; } = ReferenceFile.Named("retention.csv");

    public ReferenceFile Indicators { get; init; } = ReferenceFile.Named("ilo-indicators.csv");

    public ReferenceFile IndicatorLabels { get; init; } = ReferenceFile.Named("ilo-indicators.ur.csv");

    public ReferenceFile PublishedFigures { get; init; } = ReferenceFile.Named("published-figures.csv");

    public IEnumerable<ReferenceFile> Files =>
        [Provinces, Districts, CodeLists, CodeListLabels, Offences, Clocks, Escalation, LegalClocks, Settings, Retention, Indicators, IndicatorLabels, PublishedFigures];

    public IReadOnlyList<Province> ReadProvinces() => Provinces.Read(row => new Province(
        row.Text("code"), row.Text("iso"), row.Text("pcode"), row.Enum<ProvinceKind>("kind"),
        row.Text("name_en"), row.Text("name_ur"), row.Whole("sort")));

    public IReadOnlyList<District> ReadDistricts() => Districts.Read(row => new District(
        District.KeyOf(row.Text("province_code"), row.Text("district")), row.Text("province_code"),
        row.Text("district"), row.Text("name_ur_unverified"), row.Enum<DistrictStatus>("status"),
        division: row.Optional("division"),
        pcode: row.Optional("adm2_pcode"),
        parentPcode: row.Optional("parent_pcode"),
        aliases: row.List("aliases"),
        population2023: (int?)row.Number("population_2023"),
        // The column's name says it: nobody from the districts has read the Urdu names yet.
        nameUrVerified: false));

    public IReadOnlyList<CodeListEntry> ReadCodeLists()
    {
        var urdu = CodeListLabels
            .Read(row => (Key: (row.Text("list"), row.Text("code")), Label: row.Text("label_ur")))
            .ToDictionary(label => label.Key, label => label.Label);
        var placesTaken = new Dictionary<string, int>();

        return CodeLists.Read(row =>
        {
            var (list, code) = (row.Text("list"), row.Text("code"));
            var place = placesTaken[list] = placesTaken.GetValueOrDefault(list) + 1;
            return new CodeListEntry(list, code, row.Text("label_en"), place,
                labelUr: urdu.GetValueOrDefault((list, code)),
                htcdsValue: row.Optional("htcds_value"),
                ctdcValue: row.Optional("ctdc_value"),
                note: row.Optional("note"));
        });
    }

    public IReadOnlyList<Indicator> ReadIndicators()
    {
        var urdu = IndicatorLabels.Read(row => (Code: row.Text("code"), Label: row.Text("label_ur"))).ToDictionary(label => label.Code, label => label.Label);
        return Indicators.Read(row => new Indicator(
            row.Text("code"), (IndicatorDimension)(row.Text("dimension")[1] - '0'), row.Text("indicator"), urdu[row.Text("code")],
            adultWeight: row.Weight("adult_labour"),
            childWeight: row.Weight("child_labour")));
    }

    public IReadOnlyList<Offence> ReadOffences() => Offences.Read(row => new Offence(
        row.Text("code"), row.Text("act"), row.Text("section"), row.Text("offence_title"), row.Enum<OffenceClass>("crime_class"),
        minYears: row.Number("min_years"),
        maxYears: row.Number("max_years"),
        otherPenalty: row.Optional("max_penalty_other"),
        fine: row.Optional("fine_pkr"),
        isCognizable: row.YesNo("cognizable"),
        isBailable: row.YesNo("bailable"),
        isCompoundable: row.YesNo("compoundable"),
        investigator: row.Optional("investigator"),
        trialCourt: row.Optional("trial_court"),
        validFromText: row.Optional("valid_from"),
        validToText: row.Optional("valid_to"),
        validFrom: row.Period("valid_from")?.Earliest,
        validBefore: row.Period("valid_to")?.Latest,
        iccsHint: row.Optional("iccs_hint"),
        source: row.Text("source"),
        note: row.Optional("note")));

    public IReadOnlyList<ClockRule> ReadClocks() => Clocks.Read(row => new ClockRule(
        row.Enum<Urgency>("urgency"), row.Enum<ClockStep>("step"), TimeSpan.FromMinutes(row.Whole("allowed_minutes"))));

    public IReadOnlyList<EscalationRule> ReadEscalation() => Escalation.Read(row => new EscalationRule(
        row.Enum<EscalationTurn>("turn"), row.Enum<EscalationRung>("rung"), row.Number("share")!.Value,
        [.. row.List("audiences").Select(Enum.Parse<Audience>)], row.Enum<NotificationKind>("kind")));

    public IReadOnlyList<LegalClock> ReadLegalClocks() => LegalClocks.Read(row => new LegalClock(
        row.Text("code"), row.Text("starts_with"), row.List("met_by"), (int?)row.Number("days"), (int?)row.Number("hours"), row.Whole("remind_before"),
        row.Text("text_en"), row.Text("text_ur"), row.Text("section"), row.Text("source"), row.YesNo("verified") == true));

    public IReadOnlyList<RetentionRule> ReadRetention() => Retention.Read(row => new RetentionRule(
        row.Text("code"), (int?)row.Number("years"), (int?)row.Number("days"), row.Text("starts_with"), row.Enum<RetentionAct>("act"),
        row.Text("decided_by"), row.Text("done_by"), row.Text("source"), row.YesNo("verified") == true));

    public IReadOnlyList<PublishedFigure> ReadPublishedFigures() => PublishedFigures.Read(row => PublishedFigure.OfProgram(
        Guid.Parse(row.Text("id")), new ReportYear(row.Enum<YearKind>("year_kind"), row.Whole("begins")), row.Enum<AgencyKind>("authority"),
        FigureCell.Parse(row.Text("cell"))!.Value, row.Whole("value"),
        new Published(row.Text("source"), row.Text("page"), row.Period("published_on")?.Earliest, row.Optional("note"))));

    public IReadOnlyList<ReferenceSetting> ReadSettings() => Settings.Read(row => new ReferenceSetting(
        row.Text("key"), row.Text("value"), row.Text("source"), row.YesNo("verified") == true, row.Optional("note")));
}
