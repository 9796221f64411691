using TipSom.Domain.Agreements;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Services;

public sealed class ProviderFitTests
{
    public static TheoryData<FitProblem> Problems => [.. Enum.GetValues<FitProblem>()];

    [Fact]
    public void A_provider_that_offers_what_is_asked_under_an_agreement_fits()
    {
        var agreement = A.Agreement;

        var fit = A.Fit(agreement: agreement);

        Assert.True(fit.Fits);
        Assert.Same(agreement, fit.Agreement);
    }

    [Fact]
    public void Another_service_does_not_fit() => Has(FitProblem.OtherService, A.Fit(A.Service(ServiceType.LegalAid)));

    [Fact]
    public void A_group_not_taken_does_not_fit() => Has(FitProblem.GroupNotTaken, A.Fit(A.Service(groups: [VictimGroup.Men])));

    [Theory]
    [InlineData(false, VictimGroup.Women)]
    [InlineData(false, VictimGroup.Men)]
    [InlineData(true, VictimGroup.Women, VictimGroup.Men)]
    public void A_person_of_unknown_sex_needs_a_provider_that_takes_both_groups(bool fits, params VictimGroup[] taken)
    {
        var agreement = new Agreement(A.Terms with { Groups = [VictimGroup.Women, VictimGroup.Men] });
        var request = A.Request with { Groups = VictimGroups.Of(Sex.Unknown, isChild: false) };

        Assert.Equal(fits, A.Fit(A.Service(groups: taken), agreement, request).Fits);
    }

    [Theory]
    [InlineData(18, 59, 17, false)]
    [InlineData(18, 59, 18, true)]
    [InlineData(18, 59, 59, true)]
    [InlineData(18, 59, 60, false)]
    [InlineData(18, null, 120, true)]
    [InlineData(18, null, 17, false)]
    [InlineData(null, 11, 0, true)]
    [InlineData(null, 11, 12, false)]
    [InlineData(null, null, 5, true)]
    [InlineData(18, 59, null, true)]
    public void Both_age_limits_are_taken_and_an_unknown_age_is_not_turned_away(int? min, int? max, int? age, bool fits)
    {
        var fit = A.Fit(A.Service(minAge: min, maxAge: max), request: A.Request with { AgeYears = age });

        Assert.Equal(fits ? [] : [FitProblem.AgeNotTaken], fit.Problems);
    }

    [Fact]
    public void A_group_not_taken_says_it_all_about_the_age() =>
        Has(FitProblem.GroupNotTaken, A.Fit(A.Service(groups: [VictimGroup.Girls], maxAge: 17)));

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    [InlineData(0, 24, false)]
    [InlineData(0, 25, true)]
    public void No_free_place_counts_while_it_was_confirmed_within_a_day(int free, int hoursAgo, bool fits)
    {
        var service = A.Service();
        service.ConfirmPlaces(total: 10, free, A.Now.AddHours(-hoursAgo));

        Assert.Equal(fits ? [] : [FitProblem.NoPlaces], A.Fit(service).Problems);
    }

    [Fact]
    public void A_service_that_never_confirmed_places_is_not_full() => Assert.True(A.Fit(A.Service()).Fits);

    [Fact]
    public void A_provider_the_consent_does_not_name_does_not_fit()
    {
        var others = A.Consent(A.Victim(), A.Answer with { RecipientAgencyIds = [Guid.CreateVersion7()] });
        var any = A.Consent(A.Victim());

        Has(FitProblem.NotNamedByConsent, A.Fit(consent: others));
        Assert.True(A.Fit(consent: any).Fits);
    }

    [Fact]
    public void Another_providers_agreement_is_none()
    {
        var fit = A.Fit(A.Service(agencyId: Guid.CreateVersion7()));

        Has(FitProblem.NoAgreement, fit);
        Assert.Null(fit.Agreement);
    }

    [Fact]
    public void Of_several_agreements_the_one_with_the_fewest_problems_counts()
    {
        var expired = new Agreement(A.Terms with { InForceFrom = new DateOnly(2025, 1, 1), InForceTo = new DateOnly(2025, 12, 31) });
        var expiredAndNarrow = new Agreement(A.Terms with
        {
            InForceFrom = new DateOnly(2025, 1, 1),
            InForceTo = new DateOnly(2025, 12, 31),
            Services = [ServiceType.LegalAid]
        });
        var inForce = A.Agreement;

        Assert.Same(inForce, Judge(expiredAndNarrow, expired, inForce).Agreement);
        Assert.True(Judge(expiredAndNarrow, expired, inForce).Fits);
        Assert.Same(expired, Judge(expiredAndNarrow, expired).Agreement);
        Assert.Equal([FitProblem.AgreementExpired], Judge(expiredAndNarrow, expired).Problems);
    }

    [Fact]
    public void Of_equally_good_agreements_the_one_that_lasts_longest_counts()
    {
        var endless = new Agreement(A.Terms with { Kind = AgreementKind.StatutoryMandate, InForceTo = null });
        var longer = new Agreement(A.Terms with { InForceTo = new DateOnly(2027, 12, 31) });

        Assert.Same(longer, Judge(A.Agreement, longer).Agreement);
        Assert.Same(endless, Judge(A.Agreement, longer, endless).Agreement);
    }

    [Fact]
    public void Each_problem_of_the_agreement_is_told_as_the_providers()
    {
        var (suspended, ended) = (A.Agreement, A.Agreement);
        suspended.Suspend("Inspection", A.Officer, A.Now);
        ended.End(A.Today, "Closed down", A.Officer, A.Now);

        Has(FitProblem.AgreementSuspended, A.Fit(agreement: suspended));
        Has(FitProblem.AgreementEnded, A.Fit(agreement: ended));
        Has(FitProblem.AgreementExpired, A.Fit(agreement: new Agreement(A.Terms with { InForceTo = A.Today.AddDays(-1) })));
        Has(FitProblem.AgreementNotYetInForce, A.Fit(agreement: new Agreement(A.Terms with { InForceFrom = A.Today.AddDays(1) })));
        Has(FitProblem.AgencyMayNotRefer, A.Fit(agreement: new Agreement(A.Terms with { ReferringAgencyIds = [] })));
        Has(FitProblem.ServiceNotCovered, A.Fit(agreement: new Agreement(A.Terms with { Services = [ServiceType.LegalAid] })));
        Has(FitProblem.DistrictNotCovered, A.Fit(agreement: new Agreement(A.Terms with { ProvinceCodes = ["SD"] })));
        Has(FitProblem.GroupNotCovered, A.Fit(agreement: new Agreement(A.Terms with { Groups = [VictimGroup.Girls] })));
    }

    [Fact]
    public void Every_reason_is_told_the_providers_own_first()
    {
        var service = A.Service(ServiceType.LegalAid, [VictimGroup.Men]);
        service.ConfirmPlaces(5, 0, A.Now);

        var fit = A.Fit(service, new Agreement(A.Terms with { ReferringAgencyIds = [] }));

        Assert.Equal([FitProblem.OtherService, FitProblem.GroupNotTaken, FitProblem.NoPlaces, FitProblem.AgencyMayNotRefer], fit.Problems);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void Each_reason_has_a_sentence_of_its_own(FitProblem problem)
    {
        var others = Enum.GetValues<FitProblem>().Where(p => p != problem).Select(ProviderFit.Sentence);

        Assert.EndsWith(".", ProviderFit.Sentence(problem), StringComparison.Ordinal);
        Assert.DoesNotContain(ProviderFit.Sentence(problem), others);
    }

    private static ProviderFit Judge(params Agreement[] agreements) =>
        ProviderFit.Judge(A.Service(), agreements, A.Request, consent: null, A.Today, A.Now);

    private static void Has(FitProblem problem, ProviderFit fit)
    {
        Assert.Equal([problem], fit.Problems);
        Assert.False(fit.Fits);
    }
}
