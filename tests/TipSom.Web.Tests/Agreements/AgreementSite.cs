using System.Net;
using AngleSharp.Html.Dom;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Agreements;

/// <summary>A database, a world and the portal on it, once for a test class, with a pair of agencies and those who decide on agreements.</summary>
public sealed class AgreementSite(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase database = new(server);

    public World World { get; private set; } = null!;

    public Portal Portal { get; private set; } = null!;

    /// <summary>Another portal on the same database.</summary>
    public Portal PortalWith(IReadOnlyDictionary<string, string> settings) => new(database) { Settings = settings };

    public static DateOnly Today => PakistanTime.DayOf(TimeProvider.System.GetUtcNow());

    public Task<PortalBrowser> As(User user, string? culture = null) => Portal.BrowserOfAsync(user, culture);

    /// <summary>Two agencies and the three people an agreement between them takes.</summary>
    public async Task<Pair> PairAsync()
    {
        var police = await World.PoliceAsync();
        return new Pair(police, await World.ProviderAsync(), await World.AdministratorAsync(police), await World.CoordinatorAsync());
    }

    public async Task RefusesStrangersAsync(string url, params User[] wrongRoles)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await Portal.Browser().GetAsync(url)).StatusCode);
        foreach (var user in wrongRoles)
            Assert.Equal(HttpStatusCode.Forbidden, (await (await As(user)).GetAsync(url)).StatusCode);
    }

    /// <summary>Opens, fills in and sends; the page it leads to.</summary>
    public async Task<IHtmlDocument> SubmitAsync(User user, string url, params (string, string)[] fields)
    {
        var browser = await As(user);
        return await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync(url), null, fields));
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

/// <summary>Two agencies and those who decide on agreements.</summary>
public sealed record Pair(Force Police, Provider Shelter, User Administrator, User Coordinator);
