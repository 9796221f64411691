using TipSom.Data.Seeding;
using TipSom.Domain.Agencies;
using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Law;
using TipSom.Domain.Reference;
using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;

namespace TipSom.Data.Tests.Seeding;

/// <summary>What the reference files must hold, whatever is edited in them. Needs no database.</summary>
public sealed class ReferenceSetTests
{
    private static readonly ReferenceSet Set = new();

    public static TheoryData<string> ListsOnScreens =>
    [
        "gender", "need_type", "decline_reason", "language_iso639_3", "risk_level", "id_kind",
        "placement_basis", "intake_channel", "exploitation_type", "age_basis", "sharing_without_consent", "legal_stage", "court_type",
        "perpetrator_role",
        "means_of_control", "recruitment_method", "recruiter_relation", "beggary_form_ptpa3", "sex_exploitation_type", "isic_section",
        "vulnerability_factor", "country",
    ];

    [Fact]
    public void There_are_seven_provinces_with_codes_of_their_own()
    {
        var provinces = Set.ReadProvinces();

        Assert.Equal(["PB", "SD", "KP", "BA", "ICT", "GB", "AJK"], provinces.OrderBy(province => province.SortOrder).Select(province => province.Code));
        Assert.Equal(7, provinces.Select(province => province.Iso).Distinct().Count());
        Assert.Equal(7, provinces.Select(province => province.Pcode).Distinct().Count());
        Assert.Equal(4, provinces.Count(province => province.Kind == ProvinceKind.Province));
    }

    [Fact]
    public void There_are_172_districts_with_codes_of_their_own_each_in_a_known_province()
    {
        var districts = Set.ReadDistricts();

        Assert.Equal(172, districts.Count);
        Assert.Equal(172, districts.Select(district => district.Code).Distinct().Count());
        Assert.Empty(districts.Select(district => district.ProvinceCode).Except(Set.ReadProvinces().Select(province => province.Code)));
        Assert.All(districts, district => Assert.Matches("^[A-Z]{2,3}(-[A-Z]+)+$", district.Code));
    }

    [Fact]
    public void Province_codes_and_P_codes_of_both_files_agree()
    {
        var provinces = Set.ReadProvinces().ToDictionary(province => province.Code);

        var rows = Set.Districts.Read(row => (Code: row.Text("province_code"), Name: row.Text("province_name"),
            Pcode: row.Text("adm1_pcode"), Iso: row.Text("iso3166_2"), Kind: row.Enum<ProvinceKind>("province_kind")));

        Assert.All(rows, row =>
        {
            var province = provinces[row.Code];
            Assert.Equal((row.Name, row.Pcode, row.Iso, row.Kind), (province.NameEn, province.Pcode, province.Iso, province.Kind));
        });
    }

    [Fact]
    public void The_districts_hold_every_person_of_census_2023()
    {
        var districts = Set.ReadDistricts();

        Assert.Equal(241_499_431, districts.Sum(district => (long?)district.Population2023));
        Assert.Equal(136, districts.Count(district => district.Population2023 is not null));
        Assert.All(districts.Where(district => district.Population2023 is not null), district => Assert.True(district.IsOffered, district.Code));
    }

    [Fact]
    public void Offered_districts_are_those_of_the_bureaus_list_and_have_an_Urdu_name()
    {
        var districts = Set.ReadDistricts();
        var offered = districts.Where(district => district.IsOffered).ToList();

        Assert.Equal(156, offered.Count);
        Assert.All(offered, district => Assert.Equal(DistrictStatus.Pbs2023, district.Status));
        Assert.All(offered, district => Assert.True(IsUrdu(district.NameUr), district.Code));
        Assert.All(districts, district => Assert.False(district.NameUrVerified));
        Assert.Equal((5, 10, 1), (districts.Count(district => district.Status == DistrictStatus.CodOnly),
            districts.Count(district => district.Status == DistrictStatus.Post2023), districts.Count(district => district.Status == DistrictStatus.Abolished)));
    }

    [Fact]
    public void A_district_is_read_with_all_its_columns()
    {
        var keamari = Set.ReadDistricts().Single(district => district.Code == "SD-KEAMARI");

        Assert.Equal(("SD", "Karachi", "Keamari", "کیماڑی"), (keamari.ProvinceCode, keamari.Division, keamari.NameEn, keamari.NameUr));
        Assert.Equal((null, "PK729", 2_068_451), (keamari.Pcode, keamari.ParentPcode, keamari.Population2023));
        Assert.Equal(["Kemari", "Kiamari"], keamari.Aliases);
    }

    [Fact]
    public void A_parent_P_code_names_a_district_of_the_same_province()
    {
        var districts = Set.ReadDistricts();
        var parents = districts.Where(district => district.Pcode is not null).ToDictionary(district => district.Pcode!, district => district.ProvinceCode);

        Assert.All(districts.Where(district => district.ParentPcode is not null),
            district => Assert.Equal(district.ProvinceCode, parents[district.ParentPcode!]));
    }

    [Fact]
    public void Codes_are_unique_within_their_list_and_lists_are_numbered_without_gaps()
    {
        var entries = Set.ReadCodeLists();

        Assert.Equal(596, entries.Count);
        Assert.Equal(37, entries.Select(entry => entry.List).Distinct().Count());
        Assert.Equal(entries.Count, entries.Select(entry => (entry.List, entry.Code)).Distinct().Count());
        Assert.All(entries.GroupBy(entry => entry.List), list => Assert.Equal(Enumerable.Range(1, list.Count()), list.Select(entry => entry.SortOrder)));
    }

    [Theory]
    [MemberData(nameof(ListsOnScreens))]
    public void Every_code_of_a_list_on_screens_has_an_Urdu_label_of_its_own(string list)
    {
        var entries = Set.ReadCodeLists().Where(entry => entry.List == list).ToList();

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.True(IsUrdu(entry.LabelUr), entry.Code));
        Assert.Equal(entries.Count, entries.Select(entry => entry.LabelUr).Distinct().Count());
    }

    [Fact]
    public void There_are_67_indicators_for_adults_65_for_children_each_with_its_Urdu()
    {
        var indicators = Set.ReadIndicators();

        Assert.Equal(67, indicators.Select(i => i.Code).Distinct().Count());
        Assert.Equal((67, 65), (indicators.Count(i => i.AdultWeight is not null), indicators.Count(i => i.ChildWeight is not null)));
        Assert.Equal([10, 10, 16, 9, 15, 7], indicators.GroupBy(i => i.Dimension).OrderBy(d => d.Key).Select(d => d.Count()));
        Assert.Equal((7, 15), (indicators.Count(i => i.AdultWeight == IndicatorWeight.Strong), indicators.Count(i => i.ChildWeight == IndicatorWeight.Strong)));
        Assert.All(indicators, i => Assert.True(IsUrdu(i.LabelUr), i.Code));
        Assert.All(indicators, i => Assert.StartsWith($"D{(int)i.Dimension}-", i.Code, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_Urdu_label_belongs_to_a_code()
    {
        var codes = Set.CodeLists.Read(row => (row.Text("list"), row.Text("code")));
        var labels = Set.CodeListLabels.Read(row => (row.Text("list"), row.Text("code")));

        Assert.Empty(labels.Except(codes));
    }

    [Fact]
    public void Offences_parse_with_codes_of_their_own_and_periods_in_order()
    {
        var offences = Set.ReadOffences();

        Assert.Equal(73, offences.Count);
        Assert.Equal(73, offences.Select(offence => offence.Code).Distinct().Count());
        Assert.All(offences, offence => Assert.False(offence.ValidFrom >= offence.ValidBefore, offence.Code));
        Assert.All(offences, offence => Assert.False(offence.MinYears > offence.MaxYears, offence.Code));
        Assert.Equal(Enum.GetValues<OffenceClass>().Order(), offences.Select(offence => offence.Class).Distinct().Order());
    }

    [Fact]
    public void An_offence_is_read_with_all_its_columns()
    {
        var passports = Set.ReadOffences().Single(offence => offence.Code == "PA-6-H");
        var trafficking = Set.ReadOffences().Single(offence => offence.Code == "PTPA18-3-1");

        Assert.Equal((0.5m, 3m, "and at least 1,000", "FIA"), (passports.MinYears, passports.MaxYears, passports.Fine, passports.Investigator));
        Assert.Equal((null, null, null), (passports.IsCognizable, passports.ValidFrom, passports.ValidBefore));
        Assert.Equal((OffenceClass.Tip, true, false), (trafficking.Class, trafficking.IsCognizable, trafficking.IsBailable));
        Assert.Equal((new DateOnly(2018, 6, 2), "2018-06-02"), (trafficking.ValidFrom, trafficking.ValidFromText));
        Assert.Equal((new DateOnly(2026, 1, 1), "2025"), (trafficking.ValidBefore, trafficking.ValidToText));
    }

    [Theory]
    [InlineData("2018-06-01", "PACHTO-3")]
    [InlineData("2018-06-02", "PTPA18-3-1")]
    [InlineData("2024-12-31", "PTPA18-3-1")]
    [InlineData("2025-06-01", "PTPA-3-1", "PTPA18-3-1")]
    [InlineData("2026-01-01", "PTPA-3-1")]
    public void Trafficking_is_charged_under_the_text_of_its_day_and_under_both_where_only_the_year_is_known(string day, params string[] codes)
    {
        var basic = Set.ReadOffences().Where(offence => offence.Code is "PACHTO-3" or "PTPA18-3-1" or "PTPA-3-1");

        var applying = basic.Where(offence => offence.MayApplyOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(codes, applying.Select(offence => offence.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_urgency_has_a_clock_for_every_step_and_later_steps_have_more_time()
    {
        var clocks = Set.ReadClocks().ToDictionary(rule => (rule.Urgency, rule.Step), rule => rule.Allowed);

        Assert.Equal(9, clocks.Count);
        Assert.Equal(
            [TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)],
            Enum.GetValues<ClockStep>().Select(step => clocks[(Urgency.Emergency, step)]));
        Assert.Equal(
            [TimeSpan.FromHours(4), TimeSpan.FromHours(24), TimeSpan.FromHours(48)],
            Enum.GetValues<ClockStep>().Select(step => clocks[(Urgency.Urgent, step)]));
        Assert.Equal(
            [TimeSpan.FromHours(24), TimeSpan.FromHours(72), TimeSpan.FromDays(7)],
            Enum.GetValues<ClockStep>().Select(step => clocks[(Urgency.Routine, step)]));
    }

    [Fact]
    public void Time_limits_of_the_law_start_and_end_with_steps_of_the_list()
    {
        var clocks = Set.ReadLegalClocks();
        var stages = Set.ReadCodeLists().Where(entry => entry.List == "legal_stage").Select(entry => entry.Code).ToHashSet();

        Assert.Equal(["CHALLAN", "CUSTODY", "INTERIM", "MEDICO_LEGAL", "REMAND", "ZARRA"], clocks.Select(clock => clock.Code).Order(StringComparer.Ordinal));
        Assert.All(clocks, clock => Assert.Subset(stages, clock.MetBy.Append(clock.StartsWith).ToHashSet()));
        Assert.All(clocks, clock => Assert.True(IsUrdu(clock.TextUr), clock.Code));
        Assert.Equal((14, 2), (clocks.Single(clock => clock.Code == "CHALLAN").Days!.Value, clocks.Single(clock => clock.Code == "CHALLAN").RemindBefore));
        Assert.Equal((2, 1), (clocks.Single(clock => clock.Code == "ZARRA").Hours!.Value, clocks.Single(clock => clock.Code == "ZARRA").RemindBefore));
    }

    [Fact]
    public void The_days_of_the_amendments_are_days_and_not_verified()
    {
        var settings = Set.ReadSettings().ToDictionary(setting => setting.Key);

        Assert.Equal(new DateOnly(2025, 4, 23), settings[ReferenceSetting.TraffickingAmended].Day);
        Assert.Equal(new DateOnly(2025, 4, 21), settings[ReferenceSetting.SmugglingAmended].Day);
        Assert.All(settings.Values, setting => Assert.False(setting.IsVerified));
    }

    [Fact]
    public void Every_offence_that_is_suggested_and_every_court_of_the_table_is_in_the_files()
    {
        var codes = Set.ReadOffences().Select(offence => offence.Code).ToHashSet();
        var courts = Set.ReadCodeLists().Where(entry => entry.List == "court_type").Select(entry => entry.Code).ToHashSet();
        var suggested = new[] { CaseKind.Trafficking, CaseKind.Smuggling }.SelectMany(kind => OffenceSuggestions.Of(new OffenceFacts(
            kind, BorderCrossing.AcrossBorder, new DateOnly(2024, 1, 1), new DateOnly(2026, 1, 1),
            [new OffenceVictim(Sex.Female, new Age(9, false)), new OffenceVictim(Sex.Male, new Age(30, false))], ["FL-BOND", "ORG", "FM"],
            Enum.GetValues<OffenceCircumstance>(), new AmendmentDays(new DateOnly(2025, 4, 23), new DateOnly(2025, 4, 21)))));

        Assert.Subset(codes, suggested.Select(s => s.Code).ToHashSet());
        Assert.Subset(courts, Jurisdiction.Table.Select(row => row.CourtCode).OfType<string>().ToHashSet());
    }

    [Fact]
    public void A_file_has_the_same_fingerprint_on_every_machine()
    {
        // Windows line ends would give each checkout its own SHA-256, and load everything at every start.
        Assert.All(Set.Files, file => Assert.DoesNotContain(file.Read(row => row.Csv.Parser.RawRecord), record => record.Contains('\r')));
    }

    [Theory]
    [InlineData("PB,PK-PB,PK6,kingdom,Punjab,پنجاب,1", "kind")]
    [InlineData("PB,PK-PB,PK6,province,Punjab,,1", "name_ur")]
    public void A_row_that_is_not_understood_stops_the_load_and_is_named(string row, string column)
    {
        var broken = Set with { Provinces = ReferenceFile.Of("provinces.csv", $"code,iso,pcode,kind,name_en,name_ur,sort\n{row}\n") };

        var refused = Assert.Throws<FormatException>(broken.ReadProvinces);

        Assert.Contains($"Row 1, column {column}", refused.Message, StringComparison.Ordinal);
    }

    private static bool IsUrdu(string? text) => text is not null && text.Any(letter => letter is >= '\u0600' and <= '\u06FF')
        && !text.Any(char.IsAsciiLetter)
        // Arabic kaf and yeh look alike and would not be found by an Urdu keyboard.
        && !text.Any(letter => letter is '\u0643' or '\u064A' or '\u0649');
}
