using TipSom.Domain.Agencies;

namespace TipSom.Domain.Tests.Agencies;

public sealed class UnitTests
{
    [Fact]
    public void A_unit_hangs_below_another_of_its_agency()
    {
        var root = Root(A.PoliceAgency);

        var station = new Unit(A.PoliceAgency, root, UnitKind.Station, "PS-TEST-01", "Test station", "تھانہ", A.Lahore, "042-0000000");

        Assert.Null(root.ParentId);
        Assert.Equal((root.Id, A.PoliceAgency, UnitKind.Station), (station.ParentId!.Value, station.AgencyId, station.Kind));
        Assert.Equal(("PS-TEST-01", "Test station", "تھانہ"), (station.Code, station.NameEn, station.NameUr));
        Assert.Equal((A.Lahore, "042-0000000"), (station.DistrictCode, station.Phone));
    }

    [Fact]
    public void A_unit_below_another_agencys_is_refused()
    {
        var refusal = Assert.Throws<RuleBrokenException>(
            () => new Unit(A.PoliceAgency, Root(A.FiaAgency), UnitKind.Station, "PS-TEST-01", "Test station", "تھانہ"));

        Assert.Equal("A unit belongs to the same agency as the unit above it.", refusal.Sentence);
    }

    [Fact]
    public void A_new_agency_is_active()
    {
        var agency = new Agency("POL-XX", AgencyKind.Police, "Test Police", "پولیس");

        Assert.True(agency.IsActive);
        Assert.Equal(("POL-XX", AgencyKind.Police, "Test Police", "پولیس"), (agency.Code, agency.Kind, agency.NameEn, agency.NameUr));
    }

    private static Unit Root(Guid agencyId) => new(agencyId, parent: null, UnitKind.Headquarters, "HQ-TEST", "Headquarters", "صدر دفتر");
}
