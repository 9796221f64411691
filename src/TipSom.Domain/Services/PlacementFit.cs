namespace TipSom.Domain.Services;

/// <summary>
/// Whether a service can take a person as she or he comes: with children, a disability, papers, a language and a risk. What one side
/// has not said turns nobody away; it is something to ask.
/// </summary>
public static class PlacementFit
{
    /// <summary>What stands in the way, and what may: <c>IsSure</c> is false where one side has not said.</summary>
    public static IEnumerable<(FitProblem Problem, bool IsSure)> Of(ProviderService service, PlacementRequest request)
    {
        var person = request.Placement;
        if (person.ChildrenAlong > 0)
        {
            if (service.TakesChildren != true)
                yield return (FitProblem.ChildrenNotTaken, service.TakesChildren == false);
            else if (service.BoysUnder is { } limit && (person.OldestBoy is null || person.OldestBoy >= limit))
                yield return (FitProblem.BoyTooOld, person.OldestBoy is not null);
        }

        if (person.NeedsAccess == true && service.IsAccessible != true)
            yield return (FitProblem.NotAccessible, service.IsAccessible == false);
        // Only where a person sleeps does it matter how the place is watched.
        if (IsStay(service.Service) && request.Security is { } needed and not SecurityLevel.Open && (service.Security is null || service.Security < needed))
            yield return (FitProblem.NotSecureEnough, service.Security is not null);
        if (request.LanguageCode is { } language && service.LanguageCodes.Count > 0 && !service.LanguageCodes.Contains(language))
            yield return (FitProblem.LanguageNotSpoken, service.Service == ServiceType.Interpretation);
        if (service.NeedsCourtOrder && person.HasCourtOrder != true)
            yield return (FitProblem.CourtOrderMissing, person.HasCourtOrder == false);
        if (service.NeedsIdentityPapers && person.HasIdentityPapers != true)
            yield return (FitProblem.IdentityPapersMissing, person.HasIdentityPapers == false);
    }

    /// <summary>Whether the person lives where the service is.</summary>
    public static bool IsStay(ServiceType service) => service is ServiceType.Shelter or ServiceType.DrugTreatment;
}
