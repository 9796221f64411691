using System.Net;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Shell;

public sealed class ProductionTests(DurableDatabase durable) : IClassFixture<DurableDatabase>
{
    [Fact]
    public async Task Browsers_are_told_to_stay_on_https_for_two_years()
    {
        using var host = new ShellHost(durable.Database) { Environment = "Production" };

        var answer = await host.Browser().Get("/status/404");

        Assert.Equal("max-age=63072000; includeSubDomains; preload", answer.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task The_component_page_and_the_demo_bar_are_not_there()
    {
        using var host = new ShellHost(durable.Database) { Environment = "Production" };

        var answer = await host.Browser().Get(Pages.Components);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null((await answer.Html()).QuerySelector(".demo-bar"));
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_and_to_https()
    {
        using var host = new ShellHost(durable.Database) { Environment = "Production" };

        var cookies = (await host.Browser().Get("/status/404?culture=ur-PK")).Headers.GetValues("Set-Cookie").ToList();

        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie => Assert.StartsWith("__Host-", cookie));
        Assert.All(cookies, cookie => Assert.Contains("secure", cookie));
        Assert.Contains(cookies, cookie => cookie.Contains("samesite=strict", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("tipsom.example;*")]
    public void Start_up_refuses_to_serve_any_host_name(string allowed)
    {
        using var host = new ShellHost(durable.Database) { Environment = "Production" };

        var refused = Assert.Throws<InvalidOperationException>(() => host.WithWebHostBuilder(b => b.UseSetting("AllowedHosts", allowed)).CreateClient());

        Assert.Contains("AllowedHosts", refused.Message);
    }
}
