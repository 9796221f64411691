using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;

namespace TipSom.Domain.Tests.Cases;

public sealed class LeadTransferTests
{
    private static readonly Agency Fia = new("FIA", AgencyKind.Fia, "FIA", "ایف آئی اے");

    /// <summary>Every step, and the states it is taken from.</summary>
    public static TheoryData<string, TransferStatus[]> Steps => new()
    {
        { "approve", [TransferStatus.Proposed] },
        { "accept", [TransferStatus.Approved] },
        { "refuse", [TransferStatus.Approved] },
        { "take back", [TransferStatus.Proposed, TransferStatus.Approved] }
    };

    [Fact]
    public void An_officer_proposes_and_a_supervisor_offers_at_once()
    {
        var (proposed, offered) = (Propose(decides: false), Propose(decides: true));

        Assert.Equal((TransferStatus.Proposed, TransferStatus.Approved), (proposed.Status, offered.Status));
        Assert.Null(proposed.ApprovedAt);
        Assert.True(proposed.IsUnderWay && offered.IsUnderWay);
    }

    [Fact]
    public void Who_decides_there_is_told_how_many_people_there_are_and_how_many_children()
    {
        var @case = A.Case(A.Person(age: 12));
        @case.AddPerson(A.Person(), A.Officer, A.Now);

        var transfer = Propose(@case: @case);

        Assert.Equal((2, 1, @case.Number), (transfer.People, transfer.Children, transfer.CaseNumber));
        Assert.Equal(A.PoliceAgency, @case.HoldingAgencyId);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_follows_only_where_it_may(string step, TransferStatus[] from)
    {
        foreach (var status in Enum.GetValues<TransferStatus>())
        {
            var transfer = In(status);
            if (from.Contains(status))
                Take(transfer, step);
            else
                Assert.Equal(LeadTransfer.AlreadyAnswered, Assert.Throws<RuleBrokenException>(() => Take(transfer, step)).Sentence);
        }
    }

    [Theory]
    [InlineData(AgencyKind.CareProvider)]
    [InlineData(AgencyKind.Oversight)]
    [InlineData(AgencyKind.Committee)]
    [InlineData(AgencyKind.Labour)]
    public void Only_authorities_that_may_hold_a_case_are_offered_it(AgencyKind kind) => Assert.Equal(
        LeadTransfer.OnlyToAuthorities, Assert.Throws<RuleBrokenException>(() => Propose(agency: new Agency("X", kind, "X", "X"))).Sentence);

    [Theory]
    [InlineData("no")]
    [InlineData("   ")]
    public void A_word_is_no_reason(string reason)
    {
        Assert.Throws<RuleBrokenException>(() => Propose(reason: reason));
        Assert.Throws<RuleBrokenException>(() => Propose(decides: true).Refuse(reason, Seal, A.Coordinator, A.Later));
    }

    private static LeadTransfer In(TransferStatus status)
    {
        var transfer = Propose(decides: status is TransferStatus.Approved or TransferStatus.Accepted or TransferStatus.Refused);
        if (status == TransferStatus.Accepted)
            Take(transfer, "accept");
        if (status == TransferStatus.Refused)
            Take(transfer, "refuse");
        if (status == TransferStatus.TakenBack)
            Take(transfer, "take back");
        Assert.Equal(status, transfer.Status);
        return transfer;
    }

    private static void Take(LeadTransfer transfer, string step)
    {
        switch (step)
        {
            case "approve":
                transfer.Approve(A.Officer, A.Later);
                break;
            case "accept":
                transfer.Accept(A.Coordinator, A.Later);
                break;
            case "refuse":
                transfer.Refuse("It lies inside Pakistan.", Seal, A.Coordinator, A.Later);
                break;
            default:
                transfer.TakeBack(A.Officer, A.Later);
                break;
        }
    }

    private static LeadTransfer Propose(bool decides = false, Case? @case = null, Agency? agency = null, string reason = "It crosses the border.")
    {
        var to = agency ?? Fia;
        return LeadTransfer.Propose(
            @case ?? A.Case(), new Unit(to.Id, null, UnitKind.Circle, "C", "C", "C"), to, reason, false, Seal, decides, A.Officer, A.Now);
    }

    private static byte[] Seal(Guid id, string text) => [1];
}
