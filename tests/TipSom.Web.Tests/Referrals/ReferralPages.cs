using System.Net;
using TipSom.Data.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>A database, a world and the portal on it, once for a test class.</summary>
public sealed class ReferralPages(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase database = new(server);

    public World World { get; private set; } = null!;

    public Portal Portal { get; private set; } = null!;

    public Task<PortalBrowser> As(User user, string? culture = null) => Portal.BrowserOfAsync(user, culture);

    /// <summary>A force and a shelter bound by an agreement in force.</summary>
    public async Task<(Force Police, Provider Shelter)> BoundAsync()
    {
        var (police, shelter) = (await World.PoliceAsync(), await World.ProviderAsync());
        await World.AgreementAsync(police, shelter);
        return (police, shelter);
    }

    /// <summary>The three answers every page gives to who must not be there.</summary>
    public async Task RefusesStrangersAsync(string url, User wrongRole, User otherAgency, HttpStatusCode toOthers = HttpStatusCode.NotFound)
    {
        var signedOut = await Portal.Browser().GetAsync(url);
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.StartsWith("/account/sign-in", signedOut.Headers.Location!.PathAndQuery(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(wrongRole)).GetAsync(url)).StatusCode);
        Assert.Equal(toOthers, (await (await As(otherAgency)).GetAsync(url)).StatusCode);
    }

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
}

internal static class Addresses
{
    public static string PathAndQuery(this Uri location) => location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
}
