using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Services;

/// <summary>Each rule about the person who comes, alone at its boundary and all together; null is "nobody has said".</summary>
public sealed class PlacementFitTests
{
    private const string Fits = "fits", Ask = "ask", No = "no";

    [Theory]
    [InlineData(null, true, Fits)]
    [InlineData(0, false, Fits)]
    [InlineData(1, true, Fits)]
    [InlineData(1, false, No)]
    [InlineData(1, null, Ask)]
    public void Children_along(int? children, bool? takes, string answer) =>
        Judge(FitProblem.ChildrenNotTaken, answer, e => e with { TakesChildren = takes }, p => p with { ChildrenAlong = children });

    [Theory]
    [InlineData(null, 12, Fits)]
    [InlineData(12, 11, Fits)]
    [InlineData(12, 12, No)]
    [InlineData(12, null, Ask)]
    [InlineData(18, 17, Fits)]
    public void Boys_along(int? under, int? oldest, string answer) => Judge(
        FitProblem.BoyTooOld, answer, e => e with { TakesChildren = true, BoysUnder = under }, p => p with { ChildrenAlong = 2, OldestBoy = oldest });

    [Fact]
    public void Where_no_children_are_taken_the_age_of_a_boy_is_not_told_too() => Judge(
        FitProblem.ChildrenNotTaken, No, e => e with { TakesChildren = false }, p => p with { ChildrenAlong = 2, OldestBoy = 17 });

    [Theory]
    [InlineData(null, false, Fits)]
    [InlineData(false, false, Fits)]
    [InlineData(true, true, Fits)]
    [InlineData(true, false, No)]
    [InlineData(true, null, Ask)]
    public void Disability(bool? needs, bool? provided, string answer) =>
        Judge(FitProblem.NotAccessible, answer, e => e with { IsAccessible = provided }, p => p with { NeedsAccess = needs });

    [Theory]
    [InlineData(null, SecurityLevel.Open, Fits)]
    [InlineData(SecurityLevel.Open, null, Fits)]
    [InlineData(SecurityLevel.Staffed, SecurityLevel.Open, No)]
    [InlineData(SecurityLevel.Staffed, SecurityLevel.Staffed, Fits)]
    [InlineData(SecurityLevel.Staffed, SecurityLevel.Guarded, Fits)]
    [InlineData(SecurityLevel.Guarded, SecurityLevel.Staffed, No)]
    [InlineData(SecurityLevel.Guarded, null, Ask)]
    public void Security(SecurityLevel? needed, SecurityLevel? offered, string answer) =>
        Judge(FitProblem.NotSecureEnough, answer, e => e with { Security = offered }, p => p, r => r with { Security = needed });

    [Fact]
    public void How_an_office_is_watched_turns_nobody_away() => Judge(
        FitProblem.NotSecureEnough, Fits, e => e with { Security = SecurityLevel.Open }, p => p, r => r with { Security = SecurityLevel.Guarded }, ServiceType.LegalAid);

    [Theory]
    [InlineData(ServiceType.Shelter, "pus", "urd", Ask)]
    [InlineData(ServiceType.Shelter, "pus", "pus", Fits)]
    [InlineData(ServiceType.Shelter, null, "urd", Fits)]
    [InlineData(ServiceType.Shelter, "pus", null, Fits)]
    [InlineData(ServiceType.Interpretation, "pus", "urd", No)]
    [InlineData(ServiceType.Interpretation, "pus", "pus", Fits)]
    public void Language_turns_away_only_where_it_is_the_service(ServiceType service, string? understood, string? spoken, string answer) => Judge(
        FitProblem.LanguageNotSpoken, answer, e => e with { LanguageCodes = spoken is null ? [] : [spoken] }, p => p, r => r with { LanguageCode = understood }, service);

    [Theory]
    [InlineData(false, false, Fits)]
    [InlineData(true, true, Fits)]
    [InlineData(true, false, No)]
    [InlineData(true, null, Ask)]
    public void Papers(bool needed, bool? inHand, string answer)
    {
        Judge(FitProblem.CourtOrderMissing, answer, e => e with { NeedsCourtOrder = needed }, p => p with { HasCourtOrder = inHand });
        Judge(FitProblem.IdentityPapersMissing, answer, e => e with { NeedsIdentityPapers = needed }, p => p with { HasIdentityPapers = inHand });
    }

    [Fact]
    public void Every_reason_is_told_together_and_in_order()
    {
        var service = Service(ServiceType.Shelter, e => e with
        {
            TakesChildren = false,
            IsAccessible = false,
            Security = SecurityLevel.Open,
            NeedsCourtOrder = true,
            NeedsIdentityPapers = true,
            LanguageCodes = ["urd"]
        });
        service.ConfirmPlaces(5, 0, A.Now);

        var fit = A.Fit(service, request: A.Request with
        {
            Placement = new Placement(2, 9, true, false, false, null),
            Security = SecurityLevel.Staffed,
            LanguageCode = "pus"
        });

        Assert.Equal(
            [
                FitProblem.ChildrenNotTaken, FitProblem.NotAccessible, FitProblem.NotSecureEnough, FitProblem.CourtOrderMissing,
                FitProblem.IdentityPapersMissing, FitProblem.NoPlaces
            ], fit.Problems);
        Assert.Equal([FitProblem.LanguageNotSpoken], fit.ToAsk);
    }

    [Fact]
    public void A_stopped_service_does_not_fit()
    {
        var service = A.Service();
        service.Stop(A.Now);

        Assert.Equal([FitProblem.NoLongerOffered], A.Fit(service).Problems);
    }

    [Theory]
    [InlineData(RiskLevel.High, null, SecurityLevel.Staffed)]
    [InlineData(RiskLevel.High, SecurityLevel.Open, SecurityLevel.Staffed)]
    [InlineData(RiskLevel.High, SecurityLevel.Guarded, SecurityLevel.Guarded)]
    [InlineData(RiskLevel.Medium, null, null)]
    [InlineData(RiskLevel.Low, SecurityLevel.Open, SecurityLevel.Open)]
    [InlineData(RiskLevel.NotAssessed, SecurityLevel.Guarded, SecurityLevel.Guarded)]
    public void High_risk_asks_for_staff_at_least(RiskLevel risk, SecurityLevel? judged, SecurityLevel? needed) =>
        Assert.Equal(needed, (Placement.NotKnown with { Security = judged }).SecurityAt(risk));

    [Fact]
    public void What_is_asked_for_is_taken_from_the_person()
    {
        var victim = A.Victim(A.Person(Safety.NotSafe));
        victim.Understands("pus");
        victim.Place(new Placement(1, 4, true, null, false, null));

        var request = PlacementRequest.For(victim, ServiceType.Shelter, A.Lahore, A.Punjab, A.PoliceAgency);

        Assert.Equal((victim.Placement, "pus", SecurityLevel.Staffed), (request.Placement, request.LanguageCode, request.Security!.Value));
    }

    private static void Judge(
        FitProblem problem, string answer, Func<Eligibility, Eligibility> provider, Func<Placement, Placement> person,
        Func<PlacementRequest, PlacementRequest>? request = null, ServiceType service = ServiceType.Shelter)
    {
        var asked = A.Request with { Service = service, Placement = person(Placement.NotKnown) };
        var agreement = new Domain.Agreements.Agreement(A.Terms with { Services = [service] });

        var fit = A.Fit(Service(service, provider), agreement, request?.Invoke(asked) ?? asked);

        Assert.Equal(answer == No ? [problem] : [], fit.Problems);
        Assert.Equal(answer == Ask ? [problem] : [], fit.ToAsk);
    }

    private static ProviderService Service(ServiceType service, Func<Eligibility, Eligibility> but) =>
        new(A.ProviderAgency, A.Caseworker.UnitId, service, A.Lahore, but(new Eligibility(Enum.GetValues<VictimGroup>())));
}
