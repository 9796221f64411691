using TipSom.Domain.Services;

namespace TipSom.Web.Pages.Services;

/// <summary>Whom a service takes, as the directory and the provider's own list show it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Languages">Names of the languages by code.</param>
public sealed record TakesView(ProviderService Service, IReadOnlyDictionary<string, string> Languages);
