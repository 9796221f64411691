using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Reference;
using TipSom.Domain.Referrals;

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

    public IEnumerable<ReferenceFile> Files => [Provinces, Districts, CodeLists, CodeListLabels, Offences, Clocks];

    public IReadOnlyList<Province> ReadProvinces() => Provinces.Read(row => new Province(
        row.Text("code"), row.Text("iso"), row.Text("pcode"), row.Enum<ProvinceKind>("kind"),
        row.Text("name_en"), row.Text("name_ur"), row.Whole("sort")));

    public IReadOnlyList<District> ReadDistricts() => Districts.Read(row => new District(
        District.KeyOf(row.Text("province_code"), row.Text("district")), row.Text("province_code"),
        row.Text("district"), row.Text("name_ur_unverified"), row.Enum<DistrictStatus>("status"))
    {
        Division = row.Optional("division"),
        Pcode = row.Optional("adm2_pcode"),
        ParentPcode = row.Optional("parent_pcode"),
        Aliases = row.List("aliases"),
        Population2023 = (int?)row.Number("population_2023"),
        // The column's name says it: nobody from the districts has read the Urdu names yet.
        NameUrVerified = false,
    });

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
            return new CodeListEntry(list, code, row.Text("label_en"), place)
            {
                LabelUr = urdu.GetValueOrDefault((list, code)),
                HtcdsValue = row.Optional("htcds_value"),
                CtdcValue = row.Optional("ctdc_value"),
                Note = row.Optional("note"),
            };
        });
    }

    public IReadOnlyList<Offence> ReadOffences() => Offences.Read(row => new Offence(
        row.Text("code"), row.Text("act"), row.Text("section"), row.Text("offence_title"), row.Enum<OffenceClass>("crime_class"))
    {
        MinYears = row.Number("min_years"),
        MaxYears = row.Number("max_years"),
        OtherPenalty = row.Optional("max_penalty_other"),
        Fine = row.Optional("fine_pkr"),
        IsCognizable = row.YesNo("cognizable"),
        IsBailable = row.YesNo("bailable"),
        IsCompoundable = row.YesNo("compoundable"),
        Investigator = row.Optional("investigator"),
        TrialCourt = row.Optional("trial_court"),
        ValidFromText = row.Optional("valid_from"),
        ValidToText = row.Optional("valid_to"),
        ValidFrom = row.Period("valid_from")?.Earliest,
        ValidBefore = row.Period("valid_to")?.Latest,
        IccsHint = row.Optional("iccs_hint"),
        Source = row.Text("source"),
        Note = row.Optional("note"),
    });

    public IReadOnlyList<ClockRule> ReadClocks() => Clocks.Read(row => new ClockRule(
        row.Enum<Urgency>("urgency"), row.Enum<ClockStep>("step"), TimeSpan.FromMinutes(row.Whole("allowed_minutes"))));
}
