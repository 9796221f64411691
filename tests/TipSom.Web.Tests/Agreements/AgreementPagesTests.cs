using System.Net;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.TestSupport;
using TipSom.Web.Localisation;

namespace TipSom.Web.Tests.Agreements;

public sealed class AgreementPagesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static DateOnly Today => PakistanTime.DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task The_register_says_who_what_where_and_how_long_and_can_be_narrowed_to_today()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var current = await world.AgreementAsync(police, await world.ProviderAsync(), t => t with { Number = "A-1 current" });
        var ending = await world.AgreementAsync(police, await world.ProviderAsync(), t => t with { Number = "A-2 ending", InForceTo = Today.AddDays(12) });
        var over = await world.AgreementAsync(police, await world.ProviderAsync(), t => t with { Number = "A-3 over", InForceTo = Today.AddDays(-1) });
        var suspended = await world.AgreementAsync(police, await world.ProviderAsync(), t => t with { Number = "A-4 suspended" });
        await SuspendAsync(suspended);
        var browser = await portal.BrowserOfAsync(police.Officer);

        var all = await browser.OpenAsync("/agreements");
        var today = await browser.OpenAsync("/agreements?show=InForce");

        Assert.Equal(["in force", "ends in 12 days", "expired", "suspended"],
            new[] { current, ending, over, suspended }.Select(a => Row(all, a).QuerySelector(".tag")!.TextContent));
        Assert.Contains("Safe place to stay", Row(all, current).TextContent);
        Assert.Contains("Punjab, Sindh", Row(all, current).TextContent);
        Assert.Equal(
            new HashSet<string> { current.Number, ending.Number },
            today.QuerySelectorAll("tbody th .id").Select(e => e.TextContent).Where(n => n.StartsWith("A-", StringComparison.Ordinal)).ToHashSet());
    }

    [Fact]
    public async Task One_agreement_shows_everything_it_covers_who_may_refer_and_what_its_end_means()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var (police, other) = (await world.PoliceAsync(), await world.FiaAsync());
        var agreement = await world.AgreementAsync(police, await world.ProviderAsync(), t => t with
        {
            InForceTo = Today.AddDays(-1),
            DistrictCodes = ["KP-PESHAWAR"],
            ReferringAgencyIds = [other.Agency.Id]
        });
        var browser = await portal.BrowserOfAsync(other.Supervisor);

        var page = await browser.OpenAsync($"/agreements/{agreement.Id}");
        var urdu = await (await portal.BrowserOfAsync(police.Officer, "ur-PK")).OpenAsync($"/agreements/{agreement.Id}");

        foreach (var part in new[] { agreement.Number, "Lead Signatory", "Provider Signatory", "Peshawar", "Punjab, Sindh", "Women, Girls", "expired", "People already in care stay in care." })
            Assert.Contains(part, page.MainText());
        Assert.Equal(2, page.QuerySelectorAll("main ul li").Length);
        Assert.Contains("Signed on paper", page.MainText());
        Assert.Contains("میعاد ختم", urdu.MainText());
        Assert.Contains("پشاور", urdu.MainText());
    }

    [Fact]
    public async Task The_register_is_narrowed_by_standing_and_province_and_printed_as_one_list()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var administrator = await world.AdministratorAsync(police);
        var soon = await world.AgreementAsync(police, await world.ProviderAsync(), t => t with { InForceTo = Today.AddDays(89) });
        var north = await world.AgreementAsync(police, await world.ProviderAsync(), t => t with { ProvinceCodes = [], DistrictCodes = ["KP-PESHAWAR"] });
        var proposed = await world.ProposeAsync(administrator, police, await world.ProviderAsync());
        var changing = await world.ProposeChangeAsync(administrator, north, t => t with { Places = 12 });
        await world.SuspendAsync(administrator, soon);
        var browser = await portal.BrowserOfAsync(police.Officer);

        async Task<bool> ShowsAsync(string query, Agreement agreement) =>
            (await browser.OpenAsync($"/agreements?whole=true{query}")).QuerySelector($"main a[href='/agreements/{agreement.Id}']") is not null;

        Assert.True(await ShowsAsync("&show=Suspended", soon) && !await ShowsAsync("&show=Suspended", north));
        Assert.True(await ShowsAsync("&show=Waiting", proposed) && await ShowsAsync("&show=Waiting", changing) && !await ShowsAsync("&show=Waiting", soon));
        Assert.True(await ShowsAsync("&province=KP", north) && !await ShowsAsync("&province=KP", soon));
        Assert.False(await ShowsAsync("&show=InForce", proposed));
        Assert.False(await ShowsAsync("&show=Over", north));
        var row = Row(await browser.OpenAsync("/agreements?whole=true"), north);
        Assert.Equal(["in force", "change proposed"], row.QuerySelectorAll(".tag").Select(t => t.TextContent));
        Assert.Null((await browser.OpenAsync("/agreements")).QuerySelector("main a[href='/agreements/new']"));
        Assert.NotNull((await (await portal.BrowserOfAsync(administrator)).OpenAsync("/agreements")).QuerySelector("main a[href='/agreements/new']"));
    }

    [Fact]
    public async Task Signed_out_refused_and_unknown()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var analyst = await portal.BrowserOfAsync(await world.UserAsync(police.Headquarters, Role.Analyst));
        var officer = await portal.BrowserOfAsync(police.Officer);
        var unknown = $"/agreements/{Guid.CreateVersion7()}";

        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync("/agreements")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync("/agreements")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync(unknown)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(unknown)).StatusCode);
    }

    [Theory]
    [InlineData(-1, "expired", "bad")]
    [InlineData(0, "ends today", "warn")]
    [InlineData(1, "ends tomorrow", "warn")]
    [InlineData(30, "ends in {0} days", "warn")]
    [InlineData(31, "in force", "good")]
    public async Task The_last_day_decides_the_tag(int days, string text, string tag)
    {
        await using var world = new World(database);
        var agreement = await world.AgreementAsync(await world.PoliceAsync(), await world.ProviderAsync(), t => t with { InForceTo = Today.AddDays(days) });

        var standing = AgreementStanding.Of(agreement, Today);

        Assert.Equal((text, tag), (standing.Text, standing.Tag));
    }

    private static AngleSharp.Dom.IElement Row(AngleSharp.Html.Dom.IHtmlDocument page, Agreement agreement) =>
        page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector($"a[href='/agreements/{agreement.Id}']") is not null);

    private async Task SuspendAsync(Agreement agreement)
    {
        await using var connection = new Npgsql.NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(
            $"update casework.agreements set status = 'Suspended', status_reason = 'Inspection' where id = '{agreement.Id}'", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
