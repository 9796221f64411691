using System.Net;
using AngleSharp.Dom;
using Npgsql;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Providers;

public sealed class ProvidersTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_directory_says_what_whom_and_how_many_places_and_never_an_old_count()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var fresh = await world.ProviderAsync();
        var stale = await world.ProviderAsync([VictimGroup.Men], ServiceType.LegalAid, "SD-KARACHI-SOUTH", null);
        await world.AgreementAsync(police, fresh);
        await ExecuteAsync($"update casework.provider_services set places_total = 2000, places_free = 1717, places_confirmed_at = now() - interval '25 hours' where id = '{stale.Service.Id}'");
        var browser = await portal.BrowserOfAsync(police.Officer);

        var all = await browser.OpenAsync("/providers?service=Shelter");
        var men = await browser.OpenAsync("/providers?group=Men&province=SD&service=LegalAid");
        var none = await browser.OpenAsync("/providers?group=Boys&service=Livelihood");

        var row = Row(all, "Safe place to stay");
        Assert.Contains("200 of 200", row.TextContent);
        Assert.Contains("Women, Girls", row.TextContent);
        Assert.Equal("in force", row.QuerySelector(".tag")!.TextContent);
        Assert.Contains("not known", Row(men, "Legal aid").TextContent);
        Assert.DoesNotContain("1717", Row(men, "Legal aid").TextContent);
        Assert.Equal("no agreement", Assert.Single(men.QuerySelectorAll("tbody tr")).QuerySelector(".tag")!.TextContent);
        Assert.Contains("No provider is like this.", none.MainText());
    }

    [Fact]
    public async Task Pages_follow_each_other_by_district()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        for (var i = 0; i < 27; i++)
            await world.ProviderAsync([VictimGroup.Transgender], ServiceType.Education, i % 2 == 0 ? "BA-QUETTA" : "KP-PESHAWAR");
        var browser = await portal.BrowserOfAsync((await world.PoliceAsync()).Officer);

        var first = await browser.OpenAsync("/providers?service=Education");
        var second = await browser.OpenAsync(first.QuerySelector("a.pager-older")!.GetAttribute("href")!);

        Assert.Equal((25, 2), (first.QuerySelectorAll("tbody tr").Length, second.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("Quetta", first.QuerySelector("tbody tr")!.TextContent);
        Assert.Contains("Peshawar", second.QuerySelector("tbody tr")!.TextContent);
    }

    [Fact]
    public async Task Signed_out_and_refused()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var auditor = await portal.BrowserOfAsync(await world.UserAsync((await world.PoliceAsync()).Headquarters, Role.Auditor));

        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync("/providers")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync("/providers")).StatusCode);
    }

    private static IElement Row(IDocument page, string service) =>
        page.QuerySelectorAll("tbody tr").First(row => row.QuerySelectorAll("td")[0].TextContent.Trim() == service);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
