using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Services;

/// <summary>A shelter, its manager and its caseworker, once for a test class.</summary>
public sealed class ServicePages(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase database = new(server);

    public World World { get; private set; } = null!;

    public Portal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        (World, Portal) = (new World(database), new Portal(database));
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await World.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>A shelter of its own for a test, with browsers of its manager and its caseworker.</summary>
    public async Task<(Provider Shelter, PortalBrowser Manager, PortalBrowser Caseworker)> ShelterAsync(int? freePlaces = 4)
    {
        var shelter = await World.ProviderAsync(freePlaces: freePlaces);
        return (shelter, await Portal.BrowserOfAsync(shelter.Manager), await Portal.BrowserOfAsync(shelter.Caseworker));
    }

    /// <summary>Nobody is sent to sign in, who lacks the permission is refused, and another shelter's manager finds no page.</summary>
    public async Task GuardsAsync(string url, Role wrongRole, bool isOnService = true)
    {
        var other = await World.ProviderAsync();
        var wrong = wrongRole == Role.Caseworker ? other.Caseworker : await World.UserAsync(other.Shelter, wrongRole);

        Assert.Equal(HttpStatusCode.Redirect, (await Portal.Browser().GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Portal.BrowserOfAsync(wrong)).GetAsync(url)).StatusCode);
        if (isOnService)
            Assert.Equal(HttpStatusCode.NotFound, (await (await Portal.BrowserOfAsync(other.Manager)).GetAsync(url)).StatusCode);
    }

    public Task<ProviderService> NowAsync(Provider shelter) => World.AsAsync(shelter.Manager, (_, db) =>
        db.ProviderServices.AsNoTracking().SingleAsync(s => s.Id == shelter.Service.Id));

    public static IReadOnlyList<string> Errors(IHtmlDocument page) => [.. page.QuerySelectorAll(".error-summary li").Select(e => e.TextContent.Trim())];
}
