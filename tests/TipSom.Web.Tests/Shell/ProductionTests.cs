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

    [Fact]
    public async Task Pages_are_led_to_https_and_the_questions_of_a_load_balancer_are_answered_as_they_come()
    {
        using var host = new ShellHost(durable.Database) { Environment = "Production" };
        using var plain = host.WithWebHostBuilder(b => b.UseSetting("https_port", "443"))
            .CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("http://tipsom.example") });

        var page = await plain.Get("/status/404?culture=ur-PK");

        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://tipsom.example/status/404?culture=ur-PK"), (page.StatusCode, page.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await plain.Get("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Who_signs_in_with_a_browser_too_old_to_obey_is_told()
    {
        using var host = new ShellHost(durable.Database) { Environment = "Production" };
        var (old, current) = (host.Browser(), host.Browser());
        current.DefaultRequestHeaders.Add("Sec-Fetch-Site", "none");

        Assert.Contains("This browser is too old", (await (await old.Get("/account/sign-in")).Html()).QuerySelector(".notice")?.TextContent);
        Assert.Null((await (await current.Get("/account/sign-in")).Html()).QuerySelector(".notice"));
    }

    [Fact]
    public void Where_no_breached_passwords_are_known_the_log_says_so_and_a_file_that_is_not_there_stops_the_start()
    {
        using var host = new ShellHost(durable.Database) { Environment = "Production" };
        using var without = host.CreateClient();

        Assert.Contains(host.Log.Lines, line => line.StartsWith("TipSom:Passwords:BreachedFile is not set", StringComparison.Ordinal));
        Assert.Contains("is not there", Assert.Throws<InvalidOperationException>(
            () => host.WithWebHostBuilder(b => b.UseSetting("TipSom:Passwords:BreachedFile", "/no/such/file")).CreateClient()).Message);
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
