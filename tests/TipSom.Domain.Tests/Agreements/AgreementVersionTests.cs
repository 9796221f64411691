using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Tests.Agreements;

/// <summary>Terms bind when both sides have approved them, and not before.</summary>
public sealed class AgreementVersionTests
{
    private static readonly Actor Administrator = Somebody(A.FiaAgency);
    private static readonly Actor Coordinator = Somebody(A.FiaAgency);
    private static readonly Actor Manager = Somebody(A.ProviderAgency);
    private static readonly AgreementTerms Longer = A.Terms with { InForceTo = A.Terms.InForceTo!.Value.AddYears(1), Places = 40 };

    [Fact]
    public void A_proposed_agreement_covers_nothing()
    {
        var agreement = Agreement.Propose(A.Terms, Administrator, A.Now);

        Assert.Equal([AgreementProblem.NotApproved], agreement.ProblemsWith(A.Request, A.Today));
        Assert.Equal((AgreementStatus.Proposed, 1), (agreement.Status, agreement.Awaiting!.Version));
        Assert.Equal((Administrator.UserId, A.Now), (agreement.Awaiting.ProposedById!.Value, agreement.Awaiting.ProposedAt!.Value));
    }

    [Theory]
    [InlineData(AgreementSide.Lead)]
    [InlineData(AgreementSide.Provider)]
    public void One_side_alone_binds_nobody_and_the_second_does(AgreementSide first)
    {
        var agreement = Agreement.Propose(A.Terms, Administrator, A.Now);

        agreement.Approve(first, 1, By(first), A.Now);
        Assert.Equal((AgreementStatus.Proposed, false), (agreement.Status, agreement.Awaiting!.WaitsFor(first)));

        agreement.Approve(Other(first), 1, By(Other(first)), A.Later);
        Assert.True(agreement.Covers(A.Request, A.Today));
        var version = Assert.Single(agreement.Versions);
        Assert.Equal((AgreementVersionStatus.Approved, A.Later, null), (version.Status, version.BoundAt!.Value, agreement.Awaiting));
    }

    [Fact]
    public void A_change_leaves_the_terms_in_force_until_both_approved_it()
    {
        var agreement = A.Agreement;

        var proposed = agreement.ProposeChange(Longer, Administrator, A.Now);
        agreement.Approve(AgreementSide.Lead, 2, Coordinator, A.Now);
        Assert.Equal((1, A.Terms.InForceTo, 20), (agreement.Version, agreement.InForceTo, agreement.Places!.Value));

        agreement.Approve(AgreementSide.Provider, 2, Manager, A.Later);
        Assert.Equal((2, Longer.InForceTo, 40), (agreement.Version, agreement.InForceTo, agreement.Places!.Value));
        Assert.Equal((2, AgreementVersionStatus.Approved), (proposed.Version, proposed.Status));
        Assert.Equal(A.Terms.InForceTo, agreement.Versions[0].Terms.InForceTo);
    }

    [Theory]
    [InlineData(AgreementSide.Lead)]
    [InlineData(AgreementSide.Provider)]
    public void A_refusal_leaves_what_was_in_force_and_ends_a_new_proposal(AgreementSide side)
    {
        var (bound, fresh) = (A.Agreement, Agreement.Propose(A.Terms, Administrator, A.Now));
        bound.ProposeChange(Longer, Administrator, A.Now);

        bound.Refuse(side, 2, "Too many places", By(side), A.Later);
        fresh.Refuse(side, 1, "Not us", By(side), A.Later);

        Assert.Equal((AgreementStatus.Signed, 1, null), (bound.Status, bound.Version, bound.Awaiting));
        Assert.Equal((AgreementStatus.Refused, AgreementProblem.NotApproved), (fresh.Status, fresh.StandingProblem(A.Today)!.Value));
        Assert.Equal((side, "Not us"), (fresh.Versions[0].RefusedBySide!.Value, fresh.Versions[0].RefusalReason));
        Refused("This agreement was refused. Propose a new one.", () => fresh.ProposeChange(Longer, Administrator, A.Later));
    }

    [Fact]
    public void Nobody_decides_twice_nor_on_a_version_that_does_not_wait()
    {
        var agreement = Agreement.Propose(A.Terms, Administrator, A.Now);
        agreement.Approve(AgreementSide.Lead, 1, Coordinator, A.Now);

        Refused("Your side has already decided on this proposal.", () => agreement.Approve(AgreementSide.Lead, 1, Somebody(A.FiaAgency), A.Later));
        Refused(AgreementVersion.Decided, () => agreement.Approve(AgreementSide.Provider, 2, Manager, A.Later));
        agreement.Approve(AgreementSide.Provider, 1, Manager, A.Later);
        Refused(AgreementVersion.Decided, () => agreement.Refuse(AgreementSide.Provider, 1, "Too late", Manager, A.Later));
    }

    [Fact]
    public void It_takes_three_people_and_the_provider_itself()
    {
        var agreement = Agreement.Propose(A.Terms, Administrator, A.Now);

        Refused("Proposing and approving for each side takes three people.", () => agreement.Approve(AgreementSide.Lead, 1, Administrator, A.Now));
        Refused("Only the provider itself decides for its side.", () => agreement.Approve(AgreementSide.Provider, 1, Coordinator, A.Now));
        agreement.Approve(AgreementSide.Lead, 1, Manager, A.Now);
        Refused("Proposing and approving for each side takes three people.", () => agreement.Approve(AgreementSide.Provider, 1, Manager, A.Now));
    }

    [Fact]
    public void A_refusal_needs_a_reason() => Refused("Write the reason in a few words.", () =>
        Agreement.Propose(A.Terms, Administrator, A.Now).Refuse(AgreementSide.Lead, 1, " ", Coordinator, A.Now));

    [Fact]
    public void One_change_waits_at_a_time_for_the_same_two_agencies_and_changes_something()
    {
        var agreement = A.Agreement;

        Refused("These are the terms in force. Nothing would change.", () => agreement.ProposeChange(agreement.Terms, Administrator, A.Now));
        Refused("A change keeps both agencies. Propose a new agreement for another pair.", () =>
            agreement.ProposeChange(Longer with { ProviderAgencyId = A.PoliceAgency }, Administrator, A.Now));
        agreement.ProposeChange(Longer, Administrator, A.Now);
        Refused(Agreement.ChangeWaits, () => agreement.ProposeChange(Longer with { Places = 50 }, Administrator, A.Now));
    }

    [Fact]
    public void A_change_approved_while_suspended_leaves_it_suspended()
    {
        var agreement = A.Agreement;
        agreement.ProposeChange(Longer, Administrator, A.Now);
        agreement.Suspend("Inspection", Administrator, A.Now);

        agreement.Approve(AgreementSide.Lead, 2, Coordinator, A.Later);
        agreement.Approve(AgreementSide.Provider, 2, Manager, A.Later);

        Assert.Equal((AgreementStatus.Suspended, 2), (agreement.Status, agreement.Version));
    }

    [Fact]
    public void After_its_end_nothing_is_decided_any_more()
    {
        var (agreement, fresh) = (A.Agreement, Agreement.Propose(A.Terms, Administrator, A.Now));
        agreement.ProposeChange(Longer, Administrator, A.Now);
        agreement.End(A.Today, "Closed down", Administrator, A.Now);

        Refused("This agreement has already ended.", () => agreement.Approve(AgreementSide.Lead, 2, Coordinator, A.Later));
        Refused("This agreement does not bind yet. A side that does not want it refuses it.", () => fresh.End(A.Today, "No", Administrator, A.Now));
        Refused("Only a signed agreement can be suspended.", () => fresh.Suspend("No", Administrator, A.Now));
    }

    private static Actor Somebody(Guid agency) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), agency, "Test Somebody");

    private static Actor By(AgreementSide side) => side == AgreementSide.Lead ? Coordinator : Manager;

    private static AgreementSide Other(AgreementSide side) => side == AgreementSide.Lead ? AgreementSide.Provider : AgreementSide.Lead;

    private static void Refused(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(act).Sentence);
}
