using TipSom.Domain.Agreements;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Agreements;

public sealed class AgreementTests
{
    private static readonly DateOnly FirstDay = A.Terms.InForceFrom;
    private static readonly Actor Administrator = new(Guid.CreateVersion7(), Guid.CreateVersion7(), A.FiaAgency, "Test Administrator");
    private static readonly DateOnly LastDay = A.Terms.InForceTo!.Value;

    [Fact]
    public void It_covers_a_request_within_its_terms()
    {
        Assert.True(A.Agreement.Covers(A.Request, A.Today));
        Assert.Empty(A.Agreement.ProblemsWith(A.Request, A.Today));
    }

    [Fact]
    public void Its_first_and_its_last_day_are_part_of_it()
    {
        Assert.True(A.Agreement.Covers(A.Request, FirstDay));
        Assert.True(A.Agreement.Covers(A.Request, LastDay));
    }

    [Fact]
    public void The_day_before_it_begins_it_is_not_yet_in_force() =>
        Assert.Equal([AgreementProblem.NotYetInForce], A.Agreement.ProblemsWith(A.Request, FirstDay.AddDays(-1)));

    [Fact]
    public void The_day_after_its_last_it_has_expired() =>
        Assert.Equal([AgreementProblem.Expired], A.Agreement.ProblemsWith(A.Request, LastDay.AddDays(1)));

    [Fact]
    public void One_without_an_end_never_expires() =>
        Assert.True(new Agreement(A.Terms with { Kind = AgreementKind.StatutoryMandate, InForceTo = null }).Covers(A.Request, DateOnly.MaxValue));

    [Fact]
    public void A_suspended_one_covers_nothing()
    {
        var agreement = A.Agreement;

        agreement.Suspend("Inspection", Administrator, A.Now);

        Assert.Equal([AgreementProblem.Suspended], agreement.ProblemsWith(A.Request, A.Today));
        Assert.Equal((AgreementStatus.Suspended, "Inspection"), (agreement.Status, agreement.StatusReason));
    }

    [Fact]
    public void An_ended_one_covers_nothing_even_before_its_last_day()
    {
        var agreement = A.Agreement;

        agreement.End(A.Today.AddDays(30), "Closed down", Administrator, A.Now);

        Assert.Equal([AgreementProblem.Ended], agreement.ProblemsWith(A.Request, A.Today));
        Assert.Equal(
            (AgreementStatus.Ended, "Closed down", A.Today.AddDays(30)), (agreement.Status, agreement.StatusReason, agreement.InForceTo!.Value));
    }

    [Fact]
    public void Ending_keeps_the_last_day_within_the_days_it_was_signed_for()
    {
        var (early, late, endless) = (A.Agreement, A.Agreement, new Agreement(A.Terms with { Kind = AgreementKind.StatutoryMandate, InForceTo = null }));

        early.End(FirstDay.AddDays(-10), "Never used", Administrator, A.Now);
        late.End(LastDay.AddDays(10), "Too late", Administrator, A.Now);
        endless.End(A.Today, "Law changed", Administrator, A.Now);

        Assert.Equal((FirstDay, LastDay, A.Today), (early.InForceTo!.Value, late.InForceTo!.Value, endless.InForceTo!.Value));
    }

    [Fact]
    public void A_suspended_one_can_be_ended()
    {
        var agreement = A.Agreement;
        agreement.Suspend("Inspection", Administrator, A.Now);

        agreement.End(A.Today, "Failed", Administrator, A.Now);

        Assert.Equal(AgreementProblem.Ended, agreement.StandingProblem(A.Today));
    }

    [Fact]
    public void Suspending_twice_is_refused()
    {
        var agreement = A.Agreement;
        agreement.Suspend("Inspection", Administrator, A.Now);
        var before = Facts.Of(agreement);

        var refusal = Assert.Throws<RuleBrokenException>(() => agreement.Suspend("Again", Administrator, A.Now));

        Assert.Equal("Only a signed agreement can be suspended.", refusal.Sentence);
        Assert.Equal(before, Facts.Of(agreement));
    }

    [Fact]
    public void Ending_twice_is_refused()
    {
        var agreement = A.Agreement;
        agreement.End(A.Today, "Closed down", Administrator, A.Now);
        var before = Facts.Of(agreement);

        var refusal = Assert.Throws<RuleBrokenException>(() => agreement.End(A.Today.AddDays(1), "Again", Administrator, A.Now));

        Assert.Equal("This agreement has already ended.", refusal.Sentence);
        Assert.Equal(before, Facts.Of(agreement));
    }

    [Fact]
    public void Another_service_is_not_covered() =>
        Has(AgreementProblem.ServiceNotCovered, A.Request with { Service = ServiceType.EmergencyMedical });

    [Fact]
    public void Another_group_is_not_covered() => Has(AgreementProblem.GroupNotCovered, A.Request with { Groups = [VictimGroup.Men] });

    [Fact]
    public void A_person_of_unknown_sex_is_covered_only_where_both_groups_are()
    {
        var unknown = A.Request with { Groups = VictimGroups.Of(Sex.Unknown, isChild: false) };

        Has(AgreementProblem.GroupNotCovered, unknown);
        Assert.True(new Agreement(A.Terms with { Groups = [VictimGroup.Women, VictimGroup.Men] }).Covers(unknown, A.Today));
    }

    [Fact]
    public void Another_province_is_not_covered() =>
        Has(AgreementProblem.DistrictNotCovered, A.Request with { DistrictCode = "SD-KHI", ProvinceCode = "SD" });

    [Fact]
    public void A_single_district_is_covered_without_its_province()
    {
        var agreement = new Agreement(A.Terms with { ProvinceCodes = [], DistrictCodes = [A.Lahore] });

        Assert.True(agreement.Covers(A.Request, A.Today));
        Assert.Equal([AgreementProblem.DistrictNotCovered], agreement.ProblemsWith(A.Request with { DistrictCode = "PB-MUX" }, A.Today));
    }

    [Fact]
    public void An_agency_it_does_not_name_may_not_refer() =>
        Has(AgreementProblem.AgencyMayNotRefer, A.Request with { ReferringAgencyId = Guid.CreateVersion7() });

    [Fact]
    public void The_lead_agency_may_refer_without_being_named() =>
        Assert.True(A.Agreement.Covers(A.Request with { ReferringAgencyId = A.FiaAgency }, A.Today));

    [Fact]
    public void Every_problem_is_told_at_once() => Assert.Equal(
        [
            AgreementProblem.Expired, AgreementProblem.AgencyMayNotRefer, AgreementProblem.ServiceNotCovered,
            AgreementProblem.DistrictNotCovered, AgreementProblem.GroupNotCovered
        ],
        A.Agreement.ProblemsWith(
            new PlacementRequest(ServiceType.Education, [VictimGroup.Men], 30, "SD-KHI", "SD", Guid.CreateVersion7()), LastDay.AddDays(1)));

    [Fact]
    public void One_that_ends_before_it_begins_is_refused()
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => new Agreement(A.Terms with { InForceTo = FirstDay.AddDays(-1) }));

        Assert.Equal("An agreement cannot end before it begins.", refusal.Sentence);
    }

    [Fact]
    public void One_of_a_single_day_is_not_refused() =>
        Assert.True(new Agreement(A.Terms with { InForceTo = FirstDay }).Covers(A.Request, FirstDay));

    [Fact]
    public void One_that_covers_nothing_is_refused() => Assert.All(
        [A.Terms with { Services = [] }, A.Terms with { Groups = [] }, A.Terms with { ProvinceCodes = [], DistrictCodes = [] }],
        terms => Assert.Equal(
            "An agreement names at least one service, one group and one place.",
            Assert.Throws<RuleBrokenException>(() => new Agreement(terms)).Sentence));

    [Fact]
    public void It_keeps_its_terms_as_signed_and_each_item_once()
    {
        var agreement = new Agreement(A.Terms with { Services = [ServiceType.Shelter, ServiceType.Shelter] });

        Assert.Equal([ServiceType.Shelter], agreement.Services);
        Assert.Equal((A.Terms.Number, A.Terms.Kind, 1, 20), (agreement.Number, agreement.Kind, agreement.Version, agreement.Places!.Value));
        Assert.Equal((A.FiaAgency, A.ProviderAgency), (agreement.LeadAgencyId, agreement.ProviderAgencyId));
        Assert.Equal((A.Terms.LeadSignatory, A.Terms.ProviderSignatory), (agreement.LeadSignatory, agreement.ProviderSignatory));
        Assert.Equal((A.Terms.SignedOn, FirstDay, LastDay), (agreement.SignedOn, agreement.InForceFrom, agreement.InForceTo!.Value));
        Assert.Equal((AgreementStatus.Signed, null), (agreement.Status, agreement.StatusReason));
    }

    [Fact]
    public void A_memorandum_needs_a_last_day_and_a_duty_by_law_does_not()
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => new Agreement(A.Terms with { InForceTo = null }));

        Assert.Equal("A memorandum needs a last day. Only a duty by law may have none.", refusal.Sentence);
        Assert.Null(new Agreement(A.Terms with { Kind = AgreementKind.StatutoryMandate, InForceTo = null }).InForceTo);
    }

    [Fact]
    public void One_agency_is_not_bound_to_itself() => Assert.Equal(
        "An agreement binds two agencies.",
        Assert.Throws<RuleBrokenException>(() => new Agreement(A.Terms with { ProviderAgencyId = A.FiaAgency })).Sentence);

    [Fact]
    public void It_permits_what_it_names_and_always_what_is_needed()
    {
        var agreement = new Agreement(A.Terms with { DataCategories = [DataCategory.Name] });

        Assert.Equal([DataCategory.Needs, DataCategory.Name], agreement.DataCategories);
        Assert.False(agreement.Permits(DataCategory.Phone));
    }

    [Fact]
    public void A_suspended_one_can_be_resumed_and_says_who_did_it()
    {
        var agreement = A.Agreement;
        agreement.Suspend("Inspection", Administrator, A.Now);

        agreement.Resume("Passed", Administrator, A.Later);

        Assert.Null(agreement.StandingProblem(A.Today));
        Assert.Equal(
            (AgreementStatus.Signed, "Passed", A.Later, Administrator.Name),
            (agreement.Status, agreement.StatusReason, agreement.StatusSince!.Value, agreement.StatusByName));
        Assert.Equal(
            "Only a suspended agreement can be resumed.",
            Assert.Throws<RuleBrokenException>(() => agreement.Resume("Again", Administrator, A.Later)).Sentence);
    }

    [Fact]
    public void Nothing_is_suspended_without_a_reason() => Assert.Equal(
        "Write the reason in a few words.",
        Assert.Throws<RuleBrokenException>(() => A.Agreement.Suspend(" ", Administrator, A.Now)).Sentence);

    private static void Has(AgreementProblem problem, PlacementRequest request)
    {
        Assert.Equal([problem], A.Agreement.ProblemsWith(request, A.Today));
        Assert.False(A.Agreement.Covers(request, A.Today));
    }
}
