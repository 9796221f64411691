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

    [Theory]
    [InlineData(0, 1, 0, "Units below this one are in use. End them first.")]
    [InlineData(1, 0, 0, "People are posted to this unit. Move them first.")]
    [InlineData(0, 0, 1, "Open work is at this unit: cases, referrals, services or questions. Hand it over or finish it first.")]
    public void A_unit_in_use_does_not_end(int people, int units, int work, string sentence)
    {
        var station = Root(A.PoliceAgency).AddBelow(AgencyKind.Police, UnitKind.Station, "PS-1", "Station", "تھانہ", null, null);

        Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(() => station.End(new UnitUse(people, units, work), A.Now)).Sentence);
        Assert.Null(station.EndedAt);
    }

    [Fact]
    public void A_unit_that_has_ended_stays_so()
    {
        var root = Root(A.PoliceAgency);
        var station = root.AddBelow(AgencyKind.Police, UnitKind.Station, "PS-1", "Station", "تھانہ", null, null);
        station.End(new UnitUse(0, 0, 0), A.Now);

        Assert.Equal(A.Now, station.EndedAt);
        foreach (var act in new Action[]
                 {
                     () => station.End(new UnitUse(0, 0, 0), A.Now), () => station.Change("A", "ب", null),
                     () => station.AddBelow(AgencyKind.Police, UnitKind.Office, "OF-1", "Office", "دفتر", null, null)
                 })
            Assert.Equal(Unit.HasEnded, Assert.Throws<RuleBrokenException>(act).Sentence);
        Assert.Equal("The first unit of an agency stays.", Assert.Throws<RuleBrokenException>(() => root.End(new UnitUse(0, 0, 0), A.Now)).Sentence);
    }

    [Fact]
    public void An_agency_is_suspended_and_resumed_by_others()
    {
        var agency = new Agency("POL-XX", AgencyKind.Police, "Test Police", "پولیس");

        Assert.Equal("Nobody suspends their own agency.", Assert.Throws<RuleBrokenException>(() => agency.Suspend(agency.Id)).Sentence);
        agency.Suspend(A.FiaAgency);
        Assert.False(agency.IsActive);
        Assert.Equal("This agency is suspended already.", Assert.Throws<RuleBrokenException>(() => agency.Suspend(A.FiaAgency)).Sentence);
        agency.Resume();
        Assert.Equal("This agency is not suspended.", Assert.Throws<RuleBrokenException>(agency.Resume).Sentence);
    }

    private static Unit Root(Guid agencyId) => new(agencyId, parent: null, UnitKind.Headquarters, "HQ-TEST", "Headquarters", "صدر دفتر");
}
