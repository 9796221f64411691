using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.TestSupport;
using TipSom.Web.Security;

namespace TipSom.Web.Tests.Security;

/// <summary>Walks every page there is: each demands a permission or is on the short list of open ones, and each role gets what its row says.</summary>
public sealed class EndpointTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    /// <summary>Pages open to everybody. A page is added here only with a reason.</summary>
    private static readonly string[] OpenPages =
    [
        "/Account/App", // also for who gave the password and has no second factor yet
        "/Account/Begin", // by a code given in person
        "/Account/Card", // as the app
        "/Account/Hidden", // a hidden session holds no permission
        "/Account/Key", // a key may sign in by itself
        "/Account/SecondStep", // for who gave the password
        "/Account/SetUp", // as the app
        "/Account/SignIn", // nobody is known yet
        "/Account/SignOut", // harmless when the session has already ended
        "/Figures/Csv", // public figures, protected before they are released
        "/Figures/Details", // the same
        "/Figures/Index", // the same
        "/Figures/Json", // the same
        "/Figures/Method", // what they mean
        "/Language", // chosen before signing in too
        "/Status", // the page of a refusal
        "/Dev/Components" // Development only; shows invented data
    ];

    [Fact]
    public async Task Every_page_demands_a_permission_or_is_one_of_the_open_ones()
    {
        await using var portal = new Portal(database);

        var open = Pages(portal).Where(p => p.Permission is null).Select(p => p.Name).Distinct();

        Assert.Equal(OpenPages.Order(), open.Order());
        Assert.All(Pages(portal), p => Assert.True(p.Permission is null == p.IsAnonymous, $"{p.Name} is both open and guarded, or neither"));
    }

    [Fact]
    public async Task Each_role_opens_exactly_the_pages_its_permissions_name()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var headquarters = (await world.PoliceAsync()).Headquarters;
        var guarded = Pages(portal).Where(p => p.Permission is not null).ToList();
        Assert.True(guarded.Count >= 8, $"only {guarded.Count} pages");

        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await portal.BrowserOfAsync(await world.UserAsync(headquarters, role));
            foreach (var page in guarded)
            {
                using var answer = await browser.GetAsync(page.Url);
                var allowed = role.Allows(page.Permission!.Value);
                HttpStatusCode[] expected = allowed
                    ? [HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.MethodNotAllowed]
                    : [HttpStatusCode.Forbidden];
                if (!expected.Contains(answer.StatusCode))
                    wrong.Add($"{role} GET {page.Url}: {(int)answer.StatusCode}, and {page.Permission} is {(allowed ? "held" : "not held")}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Signed_out_every_guarded_page_leads_to_the_sign_in()
    {
        await using var portal = new Portal(database);
        var browser = portal.Browser();

        foreach (var page in Pages(portal).Where(p => p.Permission is not null))
        {
            using var answer = await browser.GetAsync(page.Url);
            Assert.True(
                answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.PathAndQuery.StartsWith("/account/sign-in?", StringComparison.Ordinal),
                $"{page.Url} answered {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Nothing_else_answers_but_health_reports_of_browsers_and_static_files()
    {
        await using var portal = new Portal(database);

        var others = Endpoints(portal).Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => !IsStatic(path))
            .Distinct().Order();

        Assert.Equal(["/csp-reports", "/health/live", "/health/ready"], others);
    }

    private static bool IsStatic(string path) => path == "/{**path:file}" || Path.GetExtension(path) is ".css" or ".js" or ".svg" or ".gz" or ".br" or ".woff2";

    private static List<Page> Pages(Portal portal) =>
    [
        .. from endpoint in Endpoints(portal)
           let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
           where page is not null
           select new Page(
               page.ViewEnginePath,
               UrlOf(endpoint.RoutePattern),
               endpoint.Metadata.GetMetadata<RequirePermissionAttribute>()?.Permission,
               endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
    ];

    private static IEnumerable<RouteEndpoint> Endpoints(Portal portal) =>
        portal.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .DistinctBy(e => (e.RoutePattern.RawText, e.DisplayName));

    // A record that does not exist, in a form that the route and the page accept.
    private static string UrlOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "number" } => RecordNumber.Draw(
                pattern.RawText!.TrimStart('/').StartsWith("cases", StringComparison.Ordinal) ? RecordNumber.CasePrefix : RecordNumber.ReferralPrefix, 2026),
            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(p => p.Content == "guid") => Guid.CreateVersion7().ToString(),
            RoutePatternParameterPart => "1",
            _ => ""
        }))));

    private sealed record Page(string Name, string Url, Permission? Permission, bool IsAnonymous);
}
