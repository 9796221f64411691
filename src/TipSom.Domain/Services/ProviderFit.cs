using TipSom.Domain.Agreements;
using TipSom.Domain.Consents;

namespace TipSom.Domain.Services;

/// <summary>Whether a provider's service fits, under which agreement, and if not, every reason why not.</summary>
/// <param name="Service">The service judged.</param>
/// <param name="Agreement">The agreement that covers the referral, or the one that comes nearest; null when there is none.</param>
/// <param name="Problems">Every reason it does not fit; empty when it fits.</param>
public sealed record ProviderFit(ProviderService Service, Agreement? Agreement, IReadOnlyList<FitProblem> Problems)
{
    /// <summary>What nobody has said yet and somebody should ask before the person travels: each would be a reason if the answer were no.</summary>
    public IReadOnlyList<FitProblem> ToAsk { get; init; } = [];

    /// <summary>How long the provider takes to answer; null where nobody looked it up or it never answered.</summary>
    public AnswerTime? Answers { get; init; }

    /// <summary>Whether the referral may be sent there.</summary>
    public bool Fits => Problems.Count == 0;

    /// <summary>
    /// Judges a service for a request on a day (Asia/Karachi). Of several agreements with the provider the one with the fewest
    /// problems counts, the one that lasts longest first.
    /// </summary>
    public static ProviderFit Judge(
        ProviderService service, IEnumerable<Agreement> agreements, PlacementRequest request, Consent? consent, DateOnly day, DateTimeOffset now)
    {
        var nearest = agreements
            .Where(a => a.ProviderAgencyId == service.AgencyId && a.Status != AgreementStatus.Refused)
            .Select(a => (Agreement: a, Problems: a.ProblemsWith(request, day).ToList()))
            .OrderBy(a => a.Problems.Count)
            .ThenByDescending(a => a.Agreement.InForceTo ?? DateOnly.MaxValue)
            .FirstOrDefault();
        return new ProviderFit(service, nearest.Agreement, [.. OwnProblems(service, request, consent, now), .. AgreementProblems()])
        {
            ToAsk = [.. PlacementFit.Of(service, request).Where(answer => !answer.IsSure).Select(answer => answer.Problem)]
        };

        IEnumerable<FitProblem> AgreementProblems() => nearest.Agreement is null ? [FitProblem.NoAgreement] : nearest.Problems.Select(From);
    }

    /// <summary>The sentence that refuses a referral for this reason.</summary>
    public static string Sentence(FitProblem problem) => problem switch
    {
        FitProblem.OtherService => "This provider does not offer the service needed.",
        FitProblem.GroupNotTaken => "This provider does not take this group of people.",
        FitProblem.AgeNotTaken => "This provider does not take this age.",
        FitProblem.ChildrenNotTaken => "This provider takes no children along with the person.",
        FitProblem.BoyTooOld => "This provider takes no boy of this age along with the person.",
        FitProblem.NotAccessible => "This provider cannot provide for a disability.",
        FitProblem.NotSecureEnough => "This provider's place is not secure enough for this person.",
        FitProblem.LanguageNotSpoken => "This provider does not speak the person's language.",
        FitProblem.CourtOrderMissing => "This provider takes nobody without an order of a court.",
        FitProblem.IdentityPapersMissing => "This provider takes nobody without papers of identity.",
        FitProblem.NoLongerOffered => "This provider no longer offers the service.",
        FitProblem.NoPlaces => "This provider has no free place.",
        FitProblem.NoAgreement => "No agreement binds this provider.",
        FitProblem.AgencyMayNotRefer => "Your agency may not refer under the agreement with this provider.",
        FitProblem.AgreementNotApproved => "The agreement with this provider is not approved by both sides.",
        FitProblem.AgreementNotYetInForce => "The agreement with this provider is not in force yet.",
        FitProblem.AgreementExpired => "The agreement with this provider has expired.",
        FitProblem.AgreementSuspended => "The agreement with this provider is suspended.",
        FitProblem.AgreementEnded => "The agreement with this provider has ended.",
        FitProblem.ServiceNotCovered => "The agreement with this provider does not cover this service.",
        FitProblem.DistrictNotCovered => "The agreement with this provider does not cover this district.",
        FitProblem.GroupNotCovered => "The agreement with this provider does not cover this group of people.",
        FitProblem.NotNamedByConsent => "The consent names other providers."
    };

    private static IEnumerable<FitProblem> OwnProblems(ProviderService service, PlacementRequest request, Consent? consent, DateTimeOffset now)
    {
        if (service.Service != request.Service)
            yield return FitProblem.OtherService;
        if (!request.Groups.All(service.Groups.Contains))
            yield return FitProblem.GroupNotTaken;
        else if (request.AgeYears is { } years && (years < service.MinAge || years > service.MaxAge))
            yield return FitProblem.AgeNotTaken;
        foreach (var (problem, isSure) in PlacementFit.Of(service, request))
            if (isSure)
                yield return problem;
        if (!service.IsOffered)
            yield return FitProblem.NoLongerOffered;
        if (service.KnownFreePlaces(now) == 0)
            yield return FitProblem.NoPlaces;
        if (consent is not null && !consent.Names(service.AgencyId))
            yield return FitProblem.NotNamedByConsent;
    }

    private static FitProblem From(AgreementProblem problem) => problem switch
    {
        AgreementProblem.AgencyMayNotRefer => FitProblem.AgencyMayNotRefer,
        AgreementProblem.NotApproved => FitProblem.AgreementNotApproved,
        AgreementProblem.NotYetInForce => FitProblem.AgreementNotYetInForce,
        AgreementProblem.Expired => FitProblem.AgreementExpired,
        AgreementProblem.Suspended => FitProblem.AgreementSuspended,
        AgreementProblem.Ended => FitProblem.AgreementEnded,
        AgreementProblem.ServiceNotCovered => FitProblem.ServiceNotCovered,
        AgreementProblem.DistrictNotCovered => FitProblem.DistrictNotCovered,
        AgreementProblem.GroupNotCovered => FitProblem.GroupNotCovered
    };
}
