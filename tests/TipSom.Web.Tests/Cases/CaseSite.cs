using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Cases;

/// <summary>One database, one portal and one police station for a test class about cases.</summary>
public sealed class CaseSite(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase database = new(server);

    public World World { get; private set; } = null!;

    public Portal Portal { get; private set; } = null!;

    public Force Police { get; private set; } = null!;

    public PortalBrowser Officer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        World = new World(database);
        Portal = new Portal(database);
        Police = await World.PoliceAsync();
        Officer = await Portal.BrowserOfAsync(Police.Officer);
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await World.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Nobody is sent to sign in, a caseworker is refused, and an officer of another force does not learn that the page exists.</summary>
    public async Task GuardsAsync(string url, bool isOnCase = true)
    {
        var signedOut = await Portal.Browser().GetAsync(url);
        var caseworker = await (await Portal.BrowserOfAsync((await World.ProviderAsync()).Caseworker)).GetAsync(url);

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Contains("/account/sign-in", signedOut.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, caseworker.StatusCode);
        if (!isOnCase)
            return;
        var other = await Portal.BrowserOfAsync((await World.PoliceAsync()).Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Officer.GetAsync(url)).StatusCode);
    }

    /// <summary>Closes a case in the name of who logged it.</summary>
    public async Task CloseAsync(Case @case) =>
        await World.CloseCaseAsync(await World.AccountAsync(@case.LoggedById), @case);

    public Task<T> ReadAsync<T>(Func<TipSomDbContext, Task<T>> read) => World.AsAsync(Police.Officer, (_, db) => read(db));
}

internal static class PageReading
{
    public static IReadOnlyList<string> Errors(this IHtmlDocument page) => [.. page.QuerySelectorAll(".error-summary li").Select(e => e.TextContent.Trim())];

    public static string? ValueOf(this IHtmlDocument page, string name) => page.QuerySelector($"main [name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        var element => element?.GetAttribute("value")
    };

    public static IReadOnlyList<string> Checked(this IHtmlDocument page, string name) =>
        [.. page.QuerySelectorAll<IHtmlInputElement>($"main [name='{name}']").Where(i => i.IsChecked).Select(i => i.Value)];
}
