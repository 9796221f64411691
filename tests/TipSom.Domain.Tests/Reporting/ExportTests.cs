using System.Globalization;
using TipSom.Domain.Identity;
using TipSom.Domain.Reference;
using TipSom.Domain.Reporting;
using TipSom.Domain.Reporting.Exports;

namespace TipSom.Domain.Tests.Reporting;

/// <summary>Rows of the standards, the check before they are written, and the template of the National Police Bureau.</summary>
public sealed class ExportTests
{
    // As in codelists.csv.
    private static readonly ExportCodes Codes = new(
    [
        Code("gender", "F", "Feminine", "Woman"), Code("gender", "M", "Masculine", "Man"), Code("gender", "U", "NonSpecifiedUnknown", "NULL"),
        Code("gender", "X", "TransgenderFeminine|TransgenderMasculine|NonConforming", "Trans/Transgender/NonConforming"),
        .. ((string[])["0--8", "9--17", "18--20", "21--23", "24--26", "27--29", "30--38", "39--47", "48+"]).Select(b => Code("age_band_ctdc", b, null, b)),
        .. ((string[])["0-12", "13-24", "25+"]).Select(m => Code("traffick_months", m, null, m)),
        Code("exploitation_type", "FL-DOM", "Servitude", "isForcedLabour + typeOfLabourDomesticWork"), Code("exploitation_type", "SEX", "SexualExploitation", "isSexualExploit"),
        Code("exploitation_type", "BEG", "ForcedBegging", "isOtherExploit (2021: typeOfLabourBegging)"), Code("exploitation_type", "UNK", null, "NULL"),
        Code("isic_section", "A", "A_*", "typeOfLabourAgriculture"), Code("sex_exploitation_type", "PROST", "Prostitution", "typeOfSexProstitution"),
        Code("means_of_control", "DEBT", "DebtBondage", "meansDebtBondageEarnings"), Code("means_of_control", "EARN", "TakesEarnings", "meansDebtBondageEarnings"),
        Code("means_of_control", "USECH", "(definitions file only: UsesChildren)", "meansThreats"), Code("recruiter_relation", "OTHER", "Unaquainted (sic)", "recruiterRelationOther"),
        Code("recruiter_relation", "PARTNER", "Familial/Acquainted", "recruiterRelationIntimatePartner"), Code("recruitment_method", "WORK", "AtWork", null),
        Code("trafficking_status", "POSSIBLE", "PossibleVictimOfTrafficking", null), Code("trafficking_status", "CONFIRMED", "ActualVictimOfTrafficking", null),
        Code("status_decided_by", "POLICE", "Police", null), Code("status_decided_by", "COURT", "CourtOrProsecution", null),
        Code("htcds_case_status", "ACTIVE", "Active", null), Code("htcds_case_status", "CLOSED", "Closed", null), Code("htcds_case_status", "CLOSED_REF", "ClosedReferred", null)
    ]);

    private static readonly PersonExport Woman = new(
        2026, 1, "Female", 22, null, "PK", "InsidePakistan", "PK", "PB", 14, ["FL-DOM"], [], ["DEBT", "EARN", "USECH"], ["WORK"], ["Recruiting"], ["Fraud"], true, "A",
        "OTHER", false, false, 3, 2026, "Police", "PB");

    [Fact]
    public void The_columns_of_ctdc_are_the_27_of_the_codebook_in_order()
    {
        Assert.Equal(27, Ctdc.Headings.Count);
        Assert.Equal(Ctdc.Headings, Ctdc.Columns(Codes).Select(c => c.Name));
        Assert.Equal(
            ["yearOfRegistration", "gender", "ageBroad", "citizenship", "CountryOfExploitation", "traffickMonths", "meansDebtBondageEarnings"], Ctdc.Headings.Take(7));
        Assert.Equal(("meansWithholdDocs", "recruiterRelationOther"), (Ctdc.Headings[13], Ctdc.Headings[^1]));
    }

    [Fact]
    public void A_person_becomes_a_row_of_ctdc_with_marks_that_are_1_or_empty()
    {
        var row = Row(Ctdc.Of([Woman], Codes));

        Assert.Equal(("2026", "Woman", "21--23", "PAK", "PAK", "13-24"), (row["yearOfRegistration"], row["gender"], row["ageBroad"], row["citizenship"], row["CountryOfExploitation"], row["traffickMonths"]));
        Assert.Equal(
            ["isForcedLabour", "meansDebtBondageEarnings", "meansThreats", "recruiterRelationOther", "typeOfLabourAgriculture", "typeOfLabourDomesticWork"],
            row.Where(c => c.Value == "1").Select(c => c.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("0", row.Values);
        Assert.Empty(ExportCheck.Problems(Ctdc.Of([Woman], Codes), Ctdc.Headings));
    }

    [Fact]
    public void What_is_not_known_is_empty_and_forced_labour_leaves_out_sexual_services()
    {
        var row = Row(Ctdc.Of([Woman with { Sex = "Unknown", Age = null, Citizenship = "XXA", Months = null, ExploitedCountry = null, Border = "AcrossBorder", Forms = ["SEX", "UNK"], SexualForms = ["PROST"], Recruiter = null }], Codes));

        Assert.Equal(("NULL", "", "", "", ""), (row["gender"], row["ageBroad"], row["citizenship"], row["CountryOfExploitation"], row["traffickMonths"]));
        Assert.Equal(("", "1", "1", ""), (row["isForcedLabour"], row["isSexualExploit"], row["typeOfSexProstitution"], row["typeOfLabourAgriculture"]));
        Assert.Equal("Trans/Transgender/NonConforming", Row(Ctdc.Of([Woman with { Sex = "Transgender" }], Codes))["gender"]);
        Assert.Equal("1", Row(Ctdc.Of([Woman with { Forms = ["BEG"], IsForcedLabour = false }], Codes))["isOtherExploit"]);
    }

    [Theory]
    [InlineData(0, "0--8")]
    [InlineData(8, "0--8")]
    [InlineData(9, "9--17")]
    [InlineData(17, "9--17")]
    [InlineData(18, "18--20")]
    [InlineData(29, "27--29")]
    [InlineData(38, "30--38")]
    [InlineData(39, "39--47")]
    [InlineData(48, "48+")]
    public void An_age_is_in_its_band(int age, string band) => Assert.Equal(band, Ctdc.BandOf(age));

    [Theory]
    [InlineData(0, "0-12")]
    [InlineData(12, "0-12")]
    [InlineData(13, "13-24")]
    [InlineData(25, "25+")]
    [InlineData(-1, "")]
    public void How_long_it_lasted_is_in_three_bands(int months, string band) => Assert.Equal(band, Ctdc.MonthsOf(months));

    [Fact]
    public void A_row_of_the_case_data_standard_names_a_year_and_a_province_at_most()
    {
        var table = Htcds.Of([Woman], Codes);
        var row = Row(table);

        Assert.Equal(Htcds.Headings, table.Columns.Select(c => c.Name));
        Assert.Equal(("2004", "Feminine", "PK", "PK-PB", "2026"), (row["prs_Birthdate"], row["prs_Gender"], row["prs_Citizenship"], row["vic_LocationOfExploitation"], row["cas_OutgoingReferralDate"]));
        // What the list of fields does not have is Other; two codes of one value are one.
        Assert.Equal("DebtBondage;Other;TakesEarnings", row["vic_MethodsOfControl"]);
        Assert.Equal(("PossibleVictimOfTrafficking", "Police", "Active", "A_*"), (row["vic_TraffickingStatus"], row["vic_TraffickingStatusDecisionMakingOrg"], row["cas_Status"], row["vic_ForcedLabourIndustry"]));
        Assert.Equal(("ActualVictimOfTrafficking", "CourtOrProsecution", "ClosedReferred"), Row(Htcds.Of([Woman with { IsConvicted = true, IsClosed = true }], Codes)) is var convicted
            ? (convicted["vic_TraffickingStatus"], convicted["vic_TraffickingStatusDecisionMakingOrg"], convicted["cas_Status"]) : default);
        Assert.Equal("NonConforming", Row(Htcds.Of([Woman with { Sex = "Transgender" }], Codes))["prs_Gender"]);
        Assert.Equal("AE", Row(Htcds.Of([Woman with { ExploitedCountry = "AE", ExploitedProvince = null }], Codes))["vic_LocationOfExploitation"]);
        Assert.Empty(ExportCheck.Problems(table, Htcds.Headings));
        Assert.True(Htcds.Identifiers.Count <= KAnonymity.MostIdentifiers && Ctdc.Identifiers.Count <= KAnonymity.MostIdentifiers);
    }

    [Fact]
    public void The_units_of_the_classification_have_ids_that_lead_nowhere_and_each_is_protected()
    {
        var people = Enumerable.Range(0, 40).Select(i => Woman with { Event = i }).Append(Woman with { Event = 99, Citizenship = "NP", Age = 70 }).ToList();
        var suspects = Enumerable.Range(0, 12).Select(_ => new SuspectExport(2026, "Male", 40, "PK", [], "Charged", "Ptpa", null, false)).ToList();

        var (once, again) = (IcTip.Protected(people, suspects, Codes), IcTip.Protected(people, suspects, Codes));

        Assert.Equal([("event", 41), ("victim", 40), ("perpetrator", 12), ("reporting-entity", 1)], once.Select(u => (u.Table.Name, u.Table.Rows.Count)));
        Assert.Equal(1, once[1].LeftOut);
        Assert.DoesNotContain(once[1].Table.Rows, r => r.Contains("NP") || r.Contains("From60"));
        var ids = once.Take(3).SelectMany(u => u.Table.Rows.Select(r => r[0])).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(ids.Intersect(again.Take(3).SelectMany(u => u.Table.Rows.Select(r => r[0]))));
    }

    [Theory]
    [InlineData("35202-1234567-1", true)]
    [InlineData("3520212345671", true)]
    [InlineData("0300-1234567", true)]
    [InlineData("+92 300 1234567", true)]
    [InlineData("042-2222222", true)]
    [InlineData("someone@example.org", true)]
    [InlineData("2026-03-09", false)]
    [InlineData("PB-LAHORE", false)]
    [InlineData("9--17", false)]
    public void What_could_be_a_number_of_somebody_is_forbidden(string text, bool isForbidden) => Assert.Equal(isForbidden, ExportCheck.IsForbidden(text));

    [Fact]
    public void A_number_of_a_record_is_forbidden_wherever_it_stands() =>
        Assert.True(ExportCheck.IsForbidden($"x {RecordNumber.Draw(RecordNumber.CasePrefix, 2026)} y"));

    [Fact]
    public void What_does_not_fit_the_standard_is_found_and_refused()
    {
        var good = Ctdc.Of([Woman], Codes);
        ExportTable With(string column, string value) => good with { Rows = [[.. good.Rows[0].Select((c, i) => i == good.IndexOf(column) ? value : c)]] };

        foreach (var (column, value) in new[] { ("isForcedLabour", "0"), ("gender", "Female"), ("ageBroad", "21-23"), ("citizenship", "PK"), ("yearOfRegistration", "22"), ("traffickMonths", "She was sold in 2019") })
            Assert.Equal(ExportFault.Value, Assert.Single(ExportCheck.Problems(With(column, value), Ctdc.Headings)).Fault);
        Assert.Equal(ExportFault.Columns, Assert.Single(ExportCheck.Problems(good, [.. Ctdc.Headings.Reverse()])).Fault);
        Assert.Equal(ExportCheck.DoesNotFit, Assert.Throws<RuleBrokenException>(() => ExportCheck.Checked(With("gender", "Zarmina"))).Sentence);
        var words = new ExportTable("x", [new ExportColumn("a", "", null, ExportValues.OneOf("0300-1234567"))], [["0300-1234567"]]);
        Assert.Equal(ExportFault.Forbidden, Assert.Single(ExportCheck.Problems(words, ["a"])).Fault);
    }

    [Fact]
    public void Countries_have_three_letters_as_the_library_has_them()
    {
        Assert.Equal(249, CountryCodes.OfTwoLetters.Count);
        Assert.Equal(("PAK", "AFG", "", ""), (CountryCodes.ThreeOf("PK"), CountryCodes.ThreeOf("AF"), CountryCodes.ThreeOf("XXA"), CountryCodes.ThreeOf(null)));
        foreach (var two in (string[])["AE", "BD", "CN", "DE", "GB", "IN", "IR", "LY", "SA", "TR", "US"])
            Assert.Equal(new RegionInfo(two).ThreeLetterISORegionName, CountryCodes.ThreeOf(two));
    }

    [Fact]
    public void The_tables_of_the_global_report_count_each_person_once()
    {
        var table = Glotip.Of(
            [new("global", "Girls", 4), new("all", "", 9), new("form", "SEX", 3), new("forced-labour", "Yes", 5), new("citizenship", "PK", 7), new("citizenship", "AF", 1), new("citizenship", "Unknown", 1)],
            [new("Convictions", "Ptpa", 2), new("Convictions", "Ptpa", 1)]);
        string Count(GlotipTable of, string category) => Assert.Single(table.Rows, r => r[0] == $"{of}" && r[1] == category)[2];

        Assert.Equal(("4", "9"), (Count(GlotipTable.VictimsByAgeAndSex, "Girls"), Count(GlotipTable.VictimsByAgeAndSex, "Total")));
        Assert.Equal(("3", "5"), (Count(GlotipTable.VictimsByForm, "SexualExploitation"), Count(GlotipTable.VictimsByForm, "ForcedLabour")));
        Assert.Equal(("7", "1", "1"), (Count(GlotipTable.VictimsByCitizenship, "Domestic"), Count(GlotipTable.VictimsByCitizenship, "Foreign"), Count(GlotipTable.VictimsByCitizenship, "NotKnown")));
        Assert.Equal(("3", "0"), (Count(GlotipTable.PersonsConvicted, "Ptpa"), Count(GlotipTable.PersonsConvicted, "Psma")));
    }

    [Fact]
    public void The_template_of_the_bureau_says_columns_headings_and_order()
    {
        var by = new Actor(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "AD Test");
        var template = ExportTemplate.Save(ExportTemplate.Default, [new(" Force ", ExportField.AgencyCode), new("Women", ExportField.Women), new("All", ExportField.Total)], by, A.Now);
        var figures = new FigureSet(new Dictionary<FigureCell, int> { [FigureCell.Of(NationalIndicator.Identified)] = 5 });
        var table = template.Of([new BureauRow("Returns", "POL-PB", "Police", ReportPeriod.Beginning(PeriodKind.Month, 2026, 1), NationalIndicator.Identified, figures)]);

        Assert.Equal((1, 0), (template.Version, ExportTemplate.Default.Version));
        Assert.Equal(["Force", "Women", "All"], table.Columns.Select(c => c.Name));
        // What was not reported is empty, which is not zero.
        Assert.Equal(["POL-PB", "", "5"], Assert.Single(table.Rows));
        Refused(ExportTemplate.NoColumn);
        Refused(ExportTemplate.NoHeading, new TemplateColumn(" ", ExportField.Total));
        Refused(ExportTemplate.NoHeading, new TemplateColumn(new string('x', 61), ExportField.Total));
        Refused(ExportTemplate.Twice, new TemplateColumn("a", ExportField.Total), new TemplateColumn("A", ExportField.Women));
        Refused(ExportTemplate.Twice, new TemplateColumn("a", ExportField.Total), new TemplateColumn("b", ExportField.Total));

        void Refused(string sentence, params TemplateColumn[] columns) =>
            Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(() => ExportTemplate.Save(ExportTemplate.Default, columns, by, A.Now)).Sentence);
    }

    private static Dictionary<string, string> Row(ExportTable table) => table.Columns.Zip(Assert.Single(table.Rows)).ToDictionary(c => c.First.Name, c => c.Second);

    private static CodeListEntry Code(string list, string code, string? htcds, string? ctdc) => new(list, code, code, 1, null, htcds, ctdc);
}
