using System.Net;
using System.Net.Sockets;
using Npgsql;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Shell;

public sealed class FailureTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    public static TheoryData<string> Outages => ["refused", "silent", "wrapped"];

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task A_database_away_is_told_plainly_in_both_languages_and_passes(string kind)
    {
        using var host = new ShellHost(database);
        using var browser = host.Browser();
        host.Failure = kind switch
        {
            "refused" => new NpgsqlException("Failed to connect", new SocketException((int)SocketError.ConnectionRefused)),
            "silent" => new TimeoutException(),
            _ => new InvalidOperationException("An exception has been raised that is likely due to a transient failure.", new NpgsqlException("gone")),
        };

        var away = await browser.Get(Pages.Components);
        host.Failure = null;
        var back = await browser.Get(Pages.Components);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal("30", away.Header("Retry-After"));
        Assert.Equal("no-store", away.Header("Cache-Control"));
        Assert.Contains("default-src 'none'", away.Header("Content-Security-Policy"));
        var page = await away.Html();
        Assert.Contains("cannot reach its records", page.QuerySelector("section:not([lang])")!.TextContent);
        Assert.Contains("رابطہ نہیں ہو رہا", page.QuerySelector("section[lang=ur-PK][dir=rtl]")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("bdi").Count(e => e.TextContent == "111-247-786"));
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task An_error_of_ours_gives_a_reference_and_nothing_else_away()
    {
        using var host = new ShellHost(database) { Failure = new InvalidOperationException("secret detail") };

        var answer = await host.Browser().Get(Pages.Components);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await answer.Html();
        Assert.DoesNotContain("secret detail", page.DocumentElement.TextContent);
        Assert.Contains("Reference number", page.QuerySelector("main")!.TextContent);
        Assert.Contains("نشان نمبر", page.QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Every_refusal_has_a_page_of_its_own_in_both_languages(int status)
    {
        using var host = new ShellHost(database);

        var english = await host.Browser("en-PK").Get($"/status/{status}");
        var urdu = await host.Browser("ur-PK").Get($"/status/{status}");

        Assert.Equal(status, (int)english.StatusCode);
        Assert.Matches("^[A-Z][A-Za-z' ]+$", (await english.Html()).QuerySelector("h1")!.TextContent);
        Assert.Matches(@"\p{IsArabic}", (await urdu.Html()).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_log_names_the_route_and_never_the_path_or_the_query()
    {
        using var host = new ShellHost(database);
        using var browser = host.Browser();

        await browser.Get("/status/404?name=CanaryName");
        await browser.Get("/CanaryPath/35202-1234567-1");
        host.Failure = new InvalidOperationException("broken");
        await browser.Get(Pages.Components + "?q=CanaryQuery");

        var lines = host.Log.Lines.Where(line => line.Contains(", request ", StringComparison.Ordinal)).ToList();
        Assert.Contains(lines, line => line.StartsWith("GET status/{code:int} 404 in", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("GET (none) 404 in", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("GET dev/components 500 in", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Canary", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told_in_one_word_to_anybody(string url)
    {
        using var host = new ShellHost(database);

        var answer = await host.Browser().Get(url);

        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
    }
}
