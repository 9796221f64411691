using Microsoft.Extensions.Localization;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Referrals;

/// <summary>Why a provider fits a person, in short words; only what the person needs is said.</summary>
public static class FitWords
{
    public static IEnumerable<string> Why(IStringLocalizer<Ui> texts, ProviderService service, PlacementRequest request)
    {
        var person = request.Placement;
        var open = PlacementFit.Of(service, request).Select(p => p.Problem).ToHashSet();
        if (request.AgeYears is { } years && (service.MinAge is not null || service.MaxAge is not null))
            yield return texts["takes age {0}", years];
        if (person.ChildrenAlong > 0 && service.TakesChildren == true && !open.Contains(FitProblem.BoyTooOld))
            yield return texts["takes the children along"];
        if (person.NeedsAccess == true && service.IsAccessible == true)
            yield return texts["provides for a disability"];
        if (request.Security is not null && service.Security is { } level && PlacementFit.IsStay(service.Service) && !open.Contains(FitProblem.NotSecureEnough))
            yield return texts[Labels.Of(level)];
        if (request.LanguageCode is { } language && service.LanguageCodes.Contains(language))
            yield return texts["speaks the language"];
        if (!open.Contains(FitProblem.CourtOrderMissing) && !open.Contains(FitProblem.IdentityPapersMissing))
            yield return service.NeedsCourtOrder || service.NeedsIdentityPapers ? texts["the papers needed are in hand"] : texts["no papers needed"];
    }

    /// <summary>What is known of the person beside sex, age and district; empty where nothing is.</summary>
    public static string Sought(IStringLocalizer<Ui> texts, Victim victim)
    {
        var placement = victim.Placement;
        string?[] known =
        [
            PlacementWords.Children(texts, placement) is { } children ? texts["children along: {0}", children].Value : null,
            PlacementWords.Access(texts, placement) is { } access ? texts["disability: {0}", access].Value : null,
            PlacementWords.Papers(texts, placement),
            placement.SecurityAt(victim.Risk) is { } level ? texts[Labels.Of(level)].Value : null
        ];
        return string.Join(" · ", known.Where(k => k is not null));
    }

    /// <summary>How long it takes to answer.</summary>
    public static string Answers(IStringLocalizer<Ui> texts, AnswerTime? answers) => answers?.Known switch
    {
        null => texts["few answers yet"],
        { TotalMinutes: < 60 } median => texts["half of its answers came within {0} min", Math.Max(1, (int)median.TotalMinutes)],
        { TotalHours: < 48 } median => texts["half of its answers came within {0} h", (int)median.TotalHours],
        { } median => texts["half of its answers came within {0} days", (int)median.TotalDays]
    };
}
