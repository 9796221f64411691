using System.Net;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Audit;

public sealed class AuditTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_trail_says_who_changed_which_fields_newest_first_and_never_what_they_held()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var referral = await world.SentReferralAsync(police, shelter);
        await world.OpenAsync(shelter.Caseworker, referral);
        var browser = await portal.BrowserOfAsync(await world.UserAsync(police.Headquarters, Role.Auditor));

        var all = await browser.OpenAsync($"/audit?Filter.Agency={shelter.Agency.Id}&Filter.Table=referrals");
        var changes = await browser.OpenAsync("/audit?Filter.Table=referrals&Filter.Act=UPDATE");

        var newest = all.QuerySelector("tbody tr")!;
        Assert.Contains("Ms Test Caseworker", newest.TextContent);
        Assert.Contains("Test shelter", newest.TextContent);
        Assert.Contains("Referral: Changed", newest.TextContent);
        Assert.Contains("seen_at", newest.TextContent);
        Assert.Equal(referral.Id.ToString(), Assert.Single(changes.QuerySelectorAll("tbody .trail-row:not(:last-child), tbody td:nth-child(3) .trail-row")).TextContent);
        Assert.Contains("SI Test Officer", (await browser.OpenAsync("/audit")).MainText());
        Assert.DoesNotContain("Canary", all.Source.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_trail_is_read_page_by_page_to_its_end()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        for (var i = 0; i < 14; i++)
            await world.CaseAsync(police.Officer);
        var browser = await portal.BrowserOfAsync(await world.UserAsync(police.Headquarters, Role.Auditor));

        var ids = new List<long>();
        for (var url = "/audit"; url is not null;)
        {
            var page = await browser.OpenAsync(url);
            ids.AddRange(page.QuerySelectorAll("tbody th .id").Select(e => long.Parse(e.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
            url = page.QuerySelector("a.pager-older")?.GetAttribute("href");
        }

        Assert.True(ids.Count > 50, $"{ids.Count}");
        Assert.Equal(ids.OrderDescending(), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Only_an_auditor_reads_it()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync("/audit")).StatusCode);
        foreach (var user in new[] { police.Supervisor, await world.CoordinatorAsync(), await world.UserAsync(police.Headquarters, Role.NationalAdministrator) })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.BrowserOfAsync(user)).GetAsync("/audit")).StatusCode);
    }
}
