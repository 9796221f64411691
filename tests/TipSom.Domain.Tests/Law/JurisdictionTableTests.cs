using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;

namespace TipSom.Domain.Tests.Law;

public sealed class JurisdictionTableTests
{
    [Theory]
    [InlineData(LegalSituation.TraffickingInsidePakistan, AgencyKind.Police, "MAG1")]
    [InlineData(LegalSituation.TraffickingAcrossBorder, AgencyKind.Fia, "SC_CENTRAL")]
    [InlineData(LegalSituation.Smuggling, AgencyKind.Fia, "SC_CENTRAL")]
    [InlineData(LegalSituation.BondedLabour, AgencyKind.Police, "MAG1")]
    [InlineData(LegalSituation.SexOffence, AgencyKind.Police, "ANTI_RAPE")]
    [InlineData(LegalSituation.IllegalEmigration, AgencyKind.Fia, "EMIGRATION")]
    [InlineData(LegalSituation.PassportOrForeigner, AgencyKind.Fia, null)]
    [InlineData(LegalSituation.OrganTrade, AgencyKind.Fia, null)]
    [InlineData(LegalSituation.MissingChild, AgencyKind.Police, null)]
    public void The_table_says_who_investigates_and_who_tries(LegalSituation situation, AgencyKind investigator, string? court)
    {
        var row = Jurisdiction.RowOf(situation);

        Assert.Equal((investigator, court), (row.Investigator, row.CourtCode));
        Assert.EndsWith(".", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_situation_has_one_row() =>
        Assert.Equal(Enum.GetValues<LegalSituation>(), Jurisdiction.Table.Select(r => r.Situation).Order());

    [Fact]
    public void Offences_bring_their_rows_behind_the_case_s_own()
    {
        var rows = Jurisdiction.RowsOf(
            CaseKind.Trafficking, BorderCrossing.InsidePakistan, ["PTPA-3-1", "BLSA-11", "BLSA-8", "PPC-376", "EMO-22", "PA-6-H", "FA-14-1", "THOTA-11", "ZAR-9", "PPC-342"]);

        Assert.Equal(
            [
                LegalSituation.TraffickingInsidePakistan, LegalSituation.BondedLabour, LegalSituation.SexOffence, LegalSituation.IllegalEmigration,
                LegalSituation.PassportOrForeigner, LegalSituation.OrganTrade, LegalSituation.MissingChild
            ],
            rows.Select(r => r.Situation));
    }
}
