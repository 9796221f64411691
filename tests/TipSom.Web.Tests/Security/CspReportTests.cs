using System.Net;
using System.Net.Http.Json;
using System.Text;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Security;

public sealed class CspReportTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Secret = "CanaryName";

    [Fact]
    public async Task What_a_browser_refused_is_logged_without_the_page_it_was_on()
    {
        await using var portal = new Portal(database);
        using var client = portal.Browser().Client;
        var page = $"http://localhost/cases/TS-2026-CANARY/people/1?q={Secret}";

        var old = await PostAsync(client, "application/csp-report", $$"""
            {"csp-report": {"effective-directive": "script-src-elem", "blocked-uri": "https://evil.example/x.js?{{Secret}}", "document-uri": "{{page}}", "script-sample": "{{Secret}}"} }
            """);
        var modern = await PostAsync(client, "application/reports+json", $$"""
            [{"type": "csp-violation", "body": {"effectiveDirective": "style-src-attr", "blockedURL": "inline", "documentURL": "{{page}}", "sample": "{{Secret}}"} }, {"type": "deprecation", "body": {} }]
            """);

        Assert.Equal(HttpStatusCode.NoContent, old.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, modern.StatusCode);
        Assert.Contains(portal.Log.Lines, line => line.TrimEnd() == "A browser refused https://evil.example by script-src-elem in cases");
        Assert.Contains(portal.Log.Lines, line => line.TrimEnd() == "A browser refused inline by style-src-attr in cases");
        Assert.DoesNotContain(portal.Log.Lines, line => line.Contains("Canary", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("[1, 2]", HttpStatusCode.BadRequest)]
    [InlineData("""{"csp-report": "no"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"other": 1}""", HttpStatusCode.NoContent)]
    [InlineData("[[[[[[[[[[[[]]]]]]]]]]]]", HttpStatusCode.BadRequest)]
    public async Task What_is_no_report_leaves_no_trace(string body, HttpStatusCode expected)
    {
        await using var portal = new Portal(database);

        var answer = await PostAsync(portal.Browser().Client, "application/csp-report", body);

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain(portal.Log.Lines, line => line.StartsWith("A browser refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_break_in_a_report_makes_no_line_of_the_log()
    {
        await using var portal = new Portal(database);

        await portal.Browser().Client.PostAsync("/csp-reports", JsonContent.Create(new Dictionary<string, object>
        {
            ["csp-report"] = new Dictionary<string, string> { ["effective-directive"] = "img-src\nSigned in", ["blocked-uri"] = "data\r\nforged", ["document-uri"] = "x" }
        }), TestContext.Current.CancellationToken);

        Assert.Contains(portal.Log.Lines, line => line.TrimEnd() == "A browser refused data by img-src in");
    }

    [Fact]
    public async Task Too_long_and_too_many_are_refused()
    {
        await using var portal = new Portal(database);
        using var client = portal.Browser().Client;

        var longOne = await PostAsync(client, "application/csp-report", $$"""{"csp-report": "{{new string('x', 20_000)}}"}""");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 80; i++)
            answers.Add((await PostAsync(client, "application/csp-report", "{}")).StatusCode);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, longOne.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string type, string body) =>
        client.PostAsync("/csp-reports", new StringContent(body, Encoding.UTF8, type), TestContext.Current.CancellationToken);
}
