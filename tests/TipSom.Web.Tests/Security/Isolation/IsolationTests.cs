using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Domain.Tests.Documentation;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Security.Isolation;

/// <summary>
/// Every route, handler and method, as everybody: who reaches a record and who does not is what docs/isolation.md says, and nobody is
/// answered, logged, mailed or given out a word of what is not theirs.
/// </summary>
public sealed class IsolationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string[] OtherMethods = ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "WIPE"];

    [Fact]
    public async Task Nobody_reaches_what_is_not_theirs_by_any_route_handler_or_method()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var estate = await Estate.BuildAsync(world);
        var pages = await PagesAsync(portal);
        var before = await StandingAsync();
        var faults = new List<string>();
        var answers = new Dictionary<string, List<string>>();

        foreach (var person in estate.People)
        {
            var visitor = await Visitor.ComeAsync(portal, person, estate);
            foreach (var page in pages)
            {
                foreach (var url in estate.AddressesOf(page.Route))
                {
                    var seen = await visitor.ReadAsync(url);
                    if (IsOfARecord(page.Route))
                        Note(answers, Line(page, url, estate), seen);
                    if (IsOfOnesOwn(page.Route) && person.Sight is Sight.None or Sight.Numbers && seen is not ("403" or "404"))
                        visitor.Faults.Add($"GET {page.Route}: {seen}");
                    if (seen is "403" or "404")
                        await visitor.PostAsync(page, url, seen);
                }

                if (person.Name == "officer of another force" && estate.UnderOwnNumber(page.Route) is { } borrowed)
                    await visitor.MissesAsync(page, borrowed);
            }

            faults.AddRange(visitor.Faults.Select(fault => $"{person.Name}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(before, await StandingAsync());
        foreach (var line in portal.Log.Lines)
            Assert.DoesNotContain(Estate.Personal.Concat(Estate.BetweenTheTwo), word => line.Contains(word, StringComparison.OrdinalIgnoreCase));
        WrittenPage.IsUpToDate("docs/isolation.md", Document(estate, answers));
    }

    [Fact]
    public async Task Signed_out_disabled_or_by_another_method_nobody_gets_anywhere()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var estate = await Estate.BuildAsync(world);
        var nobody = portal.Browser();
        var disabled = await portal.BrowserOfAsync(estate.Leaver);
        await using (var owner = NpgsqlDataSource.Create(database.OwnerConnectionString))
        await using (var leave = owner.CreateCommand("update identity.users set disabled_at = now() where id = $1"))
        {
            leave.Parameters.Add(new NpgsqlParameter { Value = estate.Leaver.Id });
            await leave.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var wrong = new List<string>();
        foreach (var page in await PagesAsync(portal))
        {
            foreach (var url in estate.AddressesOf(page.Route))
            {
                foreach (var method in OtherMethods)
                    await ExpectAsync(nobody, new(method), url, HttpStatusCode.MethodNotAllowed);
                if (page.IsOpen)
                    continue;
                foreach (var browser in new[] { nobody, disabled })
                    foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
                        await ExpectAsync(browser, method, url, HttpStatusCode.Redirect);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        async Task ExpectAsync(PortalBrowser browser, HttpMethod method, string url, HttpStatusCode expected)
        {
            using var answer = await browser.Client.SendAsync(new HttpRequestMessage(method, url), TestContext.Current.CancellationToken);
            if (answer.StatusCode != expected || expected == HttpStatusCode.Redirect && !answer.Headers.Location!.PathAndQuery.StartsWith("/account/sign-in?", StringComparison.Ordinal))
                wrong.Add($"{(browser == nobody ? "nobody" : "disabled")} {method} {url}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }
    }

    private static async Task<List<PageOfPortal>> PagesAsync(Portal portal)
    {
        var loader = portal.Services.GetRequiredService<PageLoader>();
        var pages = new List<PageOfPortal>();
        foreach (var endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor)
                continue;
            var compiled = await loader.LoadAsync(descriptor, endpoint.Metadata);
            pages.Add(new(
                "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
                [.. compiled.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name)],
                endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null));
        }

        Assert.True(pages.Count > 120, $"only {pages.Count} pages");
        return [.. pages.DistinctBy(p => p.Route).OrderBy(p => p.Route, StringComparer.Ordinal)];
    }

    private static bool IsOfARecord(string route) => route.Contains("{number}", StringComparison.Ordinal) || route.Contains(":guid}", StringComparison.Ordinal);

    // Agreements are a register that all who refer may read; whose service it is, and who asked to connect, has pages for both sides.
    private static bool IsOfOnesOwn(string route) =>
        IsOfARecord(route) && (route.StartsWith("/cases/", StringComparison.Ordinal) || route.StartsWith("/import/", StringComparison.Ordinal) || route.StartsWith("/downloads/", StringComparison.Ordinal) || route.StartsWith("/transfers/", StringComparison.Ordinal));

    private static string Line(PageOfPortal page, string url, Estate estate) =>
        page.Route.StartsWith("/referrals/{number}", StringComparison.Ordinal) ? $"{page.Route}{(url.Contains(estate.Numbers[1], StringComparison.Ordinal) ? ", sent" : ", in care")}" : page.Route;

    private static void Note(Dictionary<string, List<string>> answers, string line, string seen)
    {
        if (!answers.TryGetValue(line, out var row))
            answers[line] = row = [];
        row.Add(seen is "403" or "404" ? seen : "reaches");
    }

    /// <summary>Every row of every record, so that a refused attempt that changed something is found.</summary>
    private async Task<string> StandingAsync()
    {
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var ask = owner.CreateCommand("""
            select string_agg(t.table_name || ' ' || (xpath('/row/sum/text()', query_to_xml(
                format('select coalesce(sum(hashtext(r::text)::bigint), 0) as sum from casework.%I r', t.table_name), false, true, '')))[1]::text, E'\n' order by t.table_name)
            from information_schema.tables t where t.table_schema = 'casework' and t.table_type = 'BASE TABLE'
            """);
        return (string)(await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static string Document(Estate estate, Dictionary<string, List<string>> answers) => $"""
        # Who reaches a record

        *Written by a test that asks for every page of one station's records as everybody; read a difference before you commit it.*

        `403`: the role has no such page. `404`: the page exists, the record does not for this person, and the answer says no more. A blank:
        the page is answered, which need not mean that it shows or allows much: what it shows depends on how the record stands. The same
        holds for every form of a page: where reading is refused, posting is. Signed out, or disabled since, every page leads to the sign-in.
        Methods other than GET, HEAD and POST are answered by 405.

        {WrittenPage.Table(estate.People.Select(p => p.Name).Prepend("page"), answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value.Select(v => v == "reaches" ? "" : v).Prepend($"`{a.Key}`")))}

        """.ReplaceLineEndings("\n");
}

/// <summary>A page, with the names of its handlers of posted forms; null is the unnamed one.</summary>
internal sealed record PageOfPortal(string Route, IReadOnlyList<string?> PostHandlers, bool IsOpen);
