using System.Net;
using System.Text.Json;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Releases;

/// <summary>Releases of public figures: made and signed off by the national administrator, read by everybody without an account.</summary>
public sealed class ReleasePagesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_national_administrator_keeps_releases()
    {
        var force = await world.PoliceAsync();
        var release = await world.ReleaseAsync(await world.AdministratorAsync(force), 2018);
        foreach (var url in new[] { "/releases", $"/releases/{release.Number}", $"/releases/{release.Number}/sign-off" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
            foreach (var role in Enum.GetValues<Role>())
                Assert.Equal(
                    role.Allows(Permission.KeepReleases) ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                    (await (await portal.BrowserOfAsync(await world.UserAsync(force.Headquarters, role))).GetAsync(url)).StatusCode);
        }
    }

    [Fact]
    public async Task A_release_is_made_read_signed_off_and_then_public_under_a_stable_address()
    {
        var force = await world.PoliceAsync();
        await world.CaseAsync(force.Officer);
        await FoundInAsync(force, 2020);
        var browser = await portal.BrowserOfAsync(await world.AdministratorAsync(force));
        var made = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync("/releases"), null, ("Input.Year", "2020")));
        var number = made.Url.Split('/')[^1];
        Assert.Contains("32,022", made.MainText());
        var nobody = portal.Browser();
        foreach (var url in new[] { $"/figures/{number}", $"/figures/{number}.json", $"/figures/{number}/provinces.csv" })
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(url)).StatusCode);

        await browser.SubmitAsync(await browser.OpenAsync($"/releases/{number}/sign-off"));

        Assert.Contains("32,022", (await nobody.OpenAsync($"/figures/{number}")).MainText());
        Assert.Contains(number, (await nobody.OpenAsync("/figures")).MainText());
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/figures/method")).StatusCode);
        var json = JsonDocument.Parse(await TextAsync(nobody, $"/figures/{number}.json")).RootElement;
        Assert.Equal((number, 2020, 11), (json.GetProperty("number").GetString(), json.GetProperty("year").GetInt32(), json.GetProperty("protection").GetProperty("minimum").GetInt32()));
        Assert.Contains(json.GetProperty("headline").EnumerateArray(), h => h.GetProperty("figure").GetString() == "Identified/Total" && h.GetProperty("value").GetInt32() == 32_022);
        Assert.StartsWith("found-province", await TextAsync(nobody, $"/figures/{number}/provinces.csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync($"/figures/{number}/nothing.csv")).StatusCode);
    }

    [Fact]
    public async Task A_year_that_has_not_ended_is_refused_with_a_sentence()
    {
        var browser = await portal.BrowserOfAsync(await world.AdministratorAsync(await world.PoliceAsync()));
        var answer = await browser.SubmitAsync(await browser.OpenAsync("/releases"), null, ("Input.Year", "2999"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(FigureRelease.NotEnded, (await answer.HtmlAsync()).MainText());
        Assert.Contains("Choose the year.", (await (await browser.SubmitAsync(await browser.OpenAsync("/releases"), null, ("Input.Year", ""))).HtmlAsync()).MainText());
    }

    [Fact]
    public async Task Of_two_releases_made_from_one_only_the_first_is_signed_off()
    {
        var administrator = await world.AdministratorAsync(await world.PoliceAsync());
        var (first, second) = (await world.ReleaseAsync(administrator, 2021), await world.ReleaseAsync(administrator, 2021));
        var browser = await portal.BrowserOfAsync(administrator);
        var late = await browser.OpenAsync($"/releases/{second.Number}/sign-off");
        await browser.SubmitAsync(await browser.OpenAsync($"/releases/{first.Number}/sign-off"));
        Assert.Contains(FigureRelease.Overtaken, (await (await browser.SubmitAsync(late)).HtmlAsync()).MainText());
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().GetAsync($"/figures/{second.Number}")).StatusCode);
    }

    [Fact]
    public async Task A_small_count_stands_in_no_file()
    {
        var force = await world.PoliceAsync();
        for (var i = 0; i < 3; i++)
            await world.CaseAsync(force.Officer);
        await FoundInAsync(force, 2022);
        var release = await world.ReleaseAsync(await world.AdministratorAsync(force), 2022, isSigned: true);
        var json = JsonDocument.Parse(await TextAsync(portal.Browser(), $"/figures/{release.Number}.json")).RootElement;
        Assert.All(
            json.GetProperty("tables").EnumerateArray().SelectMany(t => t.GetProperty("cells").EnumerateArray()).SelectMany(r => r.EnumerateArray()),
            cell => Assert.True(cell.ValueKind == JsonValueKind.Null || cell.GetInt32() is 0 or >= 10));
        Assert.DoesNotContain("\"bases\"", release.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_year_without_records_there_is_no_table_of_zeros()
    {
        var release = await world.ReleaseAsync(await world.AdministratorAsync(await world.PoliceAsync()), 2019, isSigned: true);
        var page = await portal.Browser().OpenAsync($"/figures/{release.Number}");
        Assert.Contains("No record is counted for this year.", page.MainText());
        Assert.Empty(page.QuerySelectorAll(".released"));
        Assert.Equal("group,persons", (await TextAsync(portal.Browser(), $"/figures/{release.Number}/groups.csv")).Trim().TrimStart('\ufeff'));
    }

    // The cases of a force were found in March of a year, and are counted.
    private async Task FoundInAsync(Force force, int year)
    {
        await using var connection = new Npgsql.NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var move = new Npgsql.NpgsqlCommand($"update casework.cases set found_on = '{year}-03-04' where holding_agency_id = '{force.Agency.Id}'", connection);
        await move.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await world.CountAsync();
    }

    private static async Task<string> TextAsync(PortalBrowser browser, string url) =>
        await (await browser.GetAsync(url)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
