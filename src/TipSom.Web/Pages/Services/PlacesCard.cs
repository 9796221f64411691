using TipSom.Domain.Services;

namespace TipSom.Web.Pages.Services;

/// <summary>The places of one service, with the buttons that confirm them in one tap.</summary>
/// <param name="Service">The service.</param>
/// <param name="Now">The moment it is shown.</param>
/// <param name="Back">Where the confirmation leads back to; null for the list of services.</param>
public sealed record PlacesCard(ProviderService Service, DateTimeOffset Now, string? Back = null)
{
    public int? Known => Service.KnownFreePlaces(Now);

    /// <summary>The page that takes the answer.</summary>
    public string Url => $"/services/{Service.Id}/places" + (Back is null ? "" : $"?back={Back}");

    /// <summary>Whether the service has places, or would have: a shelter that never said how many.</summary>
    public static bool Counts(ProviderService service) => service.PlacesTotal is not null || PlacementFit.IsStay(service.Service);
}
