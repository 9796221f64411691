using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;

namespace TipSom.Domain.Tests.CrossCheck;

public sealed class Line_1_Tests
{
    [Fact]
    public void Line_1_trafficking_inside_Pakistan_is_the_police_s_and_a_foreign_transit_proposes_FIA()
    {
        var @case = A.Case();
        Assert.Equal(AgencyKind.Police, @case.ProposedLead);

        @case.LearnBorder(BorderCrossing.AcrossBorder, A.Officer, A.Later);

        Assert.Equal((AgencyKind.Fia, BorderCrossing.AcrossBorder), (@case.ProposedLead, @case.Border));
        Assert.Equal(CaseEventKind.BorderChanged, @case.Events[^1].Kind);
        // It is proposed: who holds the case is as before.
        Assert.Equal((A.Officer.UnitId, A.PoliceAgency), (@case.HoldingUnitId, @case.HoldingAgencyId));
    }

    [Fact]
    public void Line_1_what_was_known_before_changes_nothing()
    {
        var @case = A.Case();

        @case.LearnBorder(BorderCrossing.InsidePakistan, A.Officer, A.Later);

        Assert.Equal(A.Now, @case.UpdatedAt);
    }
}
