using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Security;

public sealed class RateLimitTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string SignIn = "/account/sign-in";

    [Fact]
    public async Task Who_asks_too_much_is_told_when_to_go_on_and_nobody_else_is()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database) { Settings = Limit("PerUser", 12) };
        var police = await world.PoliceAsync();
        var hasty = await portal.BrowserOfAsync(police.Officer, "ur-PK");
        var calm = await portal.BrowserOfAsync(police.Supervisor);

        var refused = await FirstRefusalAsync(() => hasty.GetAsync("/"), 40);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Matches(@"\p{IsArabic}", (await refused.HtmlAsync("/")).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync("/")).StatusCode);
        Assert.Contains(portal.Log.Lines, line => line.Contains("Too many requests of user", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agency_that_floods_does_not_keep_another_from_work()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database) { Settings = Limit("PerAgency", 12) };
        var police = await world.PoliceAsync();
        var one = await portal.BrowserOfAsync(police.Officer);
        var other = await portal.BrowserOfAsync(police.Supervisor);
        var elsewhere = await portal.BrowserOfAsync((await world.FiaAsync()).Officer);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await FirstRefusalAsync(() => one.GetAsync("/"), 40)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await other.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task An_outsider_who_guesses_keeps_nobody_at_a_station_from_signing_in()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database) { Settings = Limit("FormsPerAddress", 5) };
        await using var served = AtAddresses(portal);
        using var outsider = BrowserAt(served, "203.0.113.9");
        var browser = new PortalBrowser(outsider);
        var page = await browser.OpenAsync(SignIn);
        var police = await world.PoliceAsync();

        var refused = await FirstRefusalAsync(
            () => browser.SubmitAsync(page, $"form[action='{SignIn}']", ("Input.UserName", "nobody@police.example"), ("Input.Password", "a wrong password, long enough")), 20);
        // A header anybody can write gives nobody another address.
        outsider.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        var again = await browser.SubmitAsync(page, $"form[action='{SignIn}']", ("Input.UserName", "nobody@police.example"), ("Input.Password", "a wrong password, long enough"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
        using var station = BrowserAt(served, "198.51.100.7");
        var colleague = new PortalBrowser(station);
        var answer = await colleague.SubmitAsync(
            await colleague.OpenAsync(SignIn), $"form[action='{SignIn}']", ("Input.UserName", police.Officer.UserName!), ("Input.Password", World.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task The_proxy_that_is_known_says_whose_address_it_is_and_nobody_else_does()
    {
        await using var portal = new Portal(database) { Settings = new Dictionary<string, string> { ["RateLimits:PerAddress"] = "12", ["Proxy:Known"] = "10.0.0.0/24" } };
        await using var served = AtAddresses(portal);
        using var proxy = BrowserAt(served, "10.0.0.5");
        using var stranger = BrowserAt(served, "192.0.2.1");

        // Thirty people behind the proxy, each once.
        for (var i = 0; i < 30; i++)
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(proxy, SignIn, $"198.51.100.{i}")).StatusCode);
        var one = await FirstRefusalAsync(() => GetAsync(proxy, SignIn, "198.51.100.200"), 40);
        var claimed = 0;
        var lying = await FirstRefusalAsync(() => GetAsync(stranger, SignIn, $"198.51.100.{claimed++}"), 40);

        Assert.Equal(HttpStatusCode.TooManyRequests, one.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, lying.StatusCode);
    }

    [Theory]
    [InlineData("everywhere")]
    [InlineData("0.0.0.0/0")]
    public void A_proxy_that_could_be_anybody_is_refused(string known)
    {
        using var portal = new Portal(database) { Settings = new Dictionary<string, string> { ["Proxy:Known"] = known } };

        Assert.Contains("Proxy:Known", Assert.Throws<InvalidOperationException>(() => portal.CreateClient()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_that_search_and_that_give_out_lists_have_limits_of_their_own()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database) { Settings = Limit("Exports", 2) };
        var browser = await portal.BrowserOfAsync((await world.PoliceAsync()).Supervisor);

        var limited = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<EnableRateLimitingAttribute>() is not null)
            .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')} {e.Metadata.GetMetadata<EnableRateLimitingAttribute>()!.PolicyName}").Distinct().Order();

        Assert.Equal(["/board/csv export", "/csp-reports report", "/downloads/{number}/fetch export", "/find search", "/import/{id:guid}/left-out export"], limited);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/board/csv")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/board/csv")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.GetAsync("/board/csv")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/board")).StatusCode);
    }

    [Fact]
    public async Task Addresses_of_one_household_count_as_one()
    {
        await using var portal = new Portal(database) { Settings = Limit("PerAddress", 12) };
        await using var served = AtAddresses(portal);
        var last = 0;

        var refused = await FirstRefusalAsync(() =>
        {
            var machine = BrowserAt(served, $"2001:db8:1:2::{++last:x}");
            return machine.GetAsync(SignIn, TestContext.Current.CancellationToken);
        }, 40);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using var neighbour = BrowserAt(served, "2001:db8:1:3::1");
        Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync(SignIn, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static Dictionary<string, string> Limit(string name, int number) => new() { [$"RateLimits:{name}"] = $"{number}" };

    private static async Task<HttpResponseMessage> FirstRefusalAsync(Func<Task<HttpResponseMessage>> ask, int tries)
    {
        var answer = await ask();
        for (var i = 1; i < tries && answer.StatusCode != HttpStatusCode.TooManyRequests; i++)
            answer = await ask();
        return answer;
    }

    private static WebApplicationFactory<Program> AtAddresses(Portal portal) =>
        portal.WithWebHostBuilder(web => web.ConfigureServices(services => services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new Addresses()))));

    private static HttpClient BrowserAt(WebApplicationFactory<Program> served, string address)
    {
        var client = served.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("http://localhost") });
        client.DefaultRequestHeaders.Add(Addresses.Header, address);
        return client;
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string url, string forwardedFor)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The address a connection comes from, which a test can only say in a header.</summary>
    private sealed class Addresses : IStartupFilter
    {
        public const string Header = "Test-Address";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[Header].ToString());
                return rest(context);
            });
            next(app);
        };
    }
}
