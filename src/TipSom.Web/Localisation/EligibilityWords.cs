using System.Globalization;
using Microsoft.Extensions.Localization;
using TipSom.Domain.Services;

namespace TipSom.Web.Localisation;

/// <summary>Whom a service takes beside groups and ages, and when: one short line each, and only what the provider has said.</summary>
public static class EligibilityWords
{
    public static IEnumerable<string> Of(IStringLocalizer<Ui> texts, ProviderService service, IReadOnlyDictionary<string, string> languages)
    {
        if (service.TakesChildren is { } children)
            yield return !children ? texts["no children along"]
                : service.BoysUnder is { } limit ? texts["children along, boys under {0}", limit]
                : texts["children along"];
        if (service.IsAccessible is { } accessible)
            yield return accessible ? texts["provides for a disability"] : texts["does not provide for a disability"];
        if (service.Security is { } level)
            yield return texts[Labels.Of(level)];
        if (service.LanguageCodes.Count > 0)
            yield return texts["speaks {0}", string.Join(texts[", "].Value, service.LanguageCodes.Select(code => languages.GetValueOrDefault(code, code)))];
        yield return Papers(texts, service);
        if (Hours(texts, service) is { } hours)
            yield return hours;
    }

    public static string Papers(IStringLocalizer<Ui> texts, ProviderService service) => (service.NeedsCourtOrder, service.NeedsIdentityPapers) switch
    {
        (false, false) => texts["no papers needed"],
        (true, false) => texts["needs an order of a court"],
        (false, true) => texts["needs papers of identity"],
        (true, true) => texts["needs an order of a court and papers of identity"]
    };

    public static string? Hours(IStringLocalizer<Ui> texts, ProviderService service) =>
        service.IsRoundTheClock == true ? texts["day and night"]
        : Cultures.IsUrdu(CultureInfo.CurrentUICulture) ? service.HoursUr : service.HoursEn;
}
