using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TipSom.TestSupport;

namespace TipSom.Journeys.Browsing;

/// <summary>The whole portal behind a real socket of this machine, on a test database.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly Portal portal;
    private readonly WebApplicationFactory<Program> served;

    public Site(TestDatabase database)
    {
        portal = new(database);
        served = portal.WithWebHostBuilder(web => web
            .UseUrls("http://127.0.0.1:0")
            // As in production: the browser may keep style and script.
            .UseSetting("EnableStaticAssetsDevelopmentCaching", "true"));
        served.UseKestrel();
        served.StartServer();
        // By name: the portal refuses host names it does not know.
        Address = $"http://localhost:{served.ClientOptions.BaseAddress.Port}";
    }

    public string Address { get; }

    /// <summary>Everything the portal logged.</summary>
    public CapturedLog Log => portal.Log;

    /// <summary>The route of every page there is, as its @page directive says it.</summary>
    public IReadOnlyList<string> Routes =>
    [
        .. served.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .Order(StringComparer.Ordinal)
    ];

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        await portal.DisposeAsync();
    }
}
