using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Npgsql;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Journeys.Browsing;
using TipSom.Journeys.Walk;
using TipSom.TestSupport;

namespace TipSom.Journeys.Shell;

/// <summary>What goes on paper: one sheet, as small as promised, and nothing on it that betrays the person who carries it.</summary>
public sealed partial class PrintTests(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    private const double Millimetre = 96 / 25.4;

    [Theory]
    [InlineData(Look.English)]
    [InlineData(Look.Urdu)]
    public async Task Slip_and_card_fit_their_paper(string culture)
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var scene = await Scene.SetAsync(world);
        await using var window = await chromium.OpenAsync(site, new Look(culture));
        await new Person(window, scene.People[Role.Officer], new Pointer()).SignInAsync();
        var referral = scene.Referrals["accepted"];

        await window.GoAsync($"/referrals/{referral}/slip");
        Assert.Equal(1, await SheetsAsync(window.Page));
        var slip = await SizeAsync(window.Page, "main");
        Assert.InRange(slip.Height, 1, 148.5 * Millimetre);
        await NothingBetraysAsync(window.Page);

        await window.GoAsync($"/referrals/{referral}/card");
        Assert.Equal(1, await SheetsAsync(window.Page));
        var card = await SizeAsync(window.Page, ".pocket-card");
        Assert.InRange(card.Width, 1, 86 * Millimetre);
        Assert.InRange(card.Height, 1, 55 * Millimetre);
        await NothingBetraysAsync(window.Page);
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData(Look.English)]
    [InlineData(Look.Urdu)]
    public async Task Each_sheet_of_an_ordinary_case_is_one_page_with_names_too(string culture)
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await using var window = await chromium.OpenAsync(site, new Look(culture));
        await new Person(window, police.Officer, new Pointer()).SignInAsync();

        foreach (var sheet in new[] { "print/fir-annex", "people/1/print" })
        {
            await window.GoAsync($"/cases/{@case.Number}/{sheet}");
            await window.Page.Locator("main input[type=radio]").First.CheckAsync();
            await window.Page.CheckAsync("[name='Reason.WithNames']");
            await window.Page.Locator("main form[method=post] button").First.ClickAsync();
            await window.Page.WaitForSelectorAsync(".sheet");
            Assert.Contains("Zarmeena Canarybird", await window.Page.Locator(".sheet").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal(1, await SheetsAsync(window.Page));
        }

        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData(Look.English)]
    [InlineData(Look.Urdu)]
    public async Task The_board_is_one_tagged_page_and_two_clicks_lead_to_what_is_overdue_in_sindh_and_why(string culture)
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var coordinator = await world.CoordinatorAsync();
        var (police, shelter) = (await world.PoliceAsync("SD-KARACHI-SOUTH"), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
        var @case = await world.CaseAsync(police.Officer, districtCode: "SD-KARACHI-SOUTH");
        await world.ConsentAsync(police.Officer, @case);
        var late = await world.SendAsync(police.Officer, @case, shelter);
        for (var i = 0; i < 6; i++)
            await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, await SentAsync()));
        await MakeOverdueAsync(late);
        await using var window = await chromium.OpenAsync(site, new Look(culture));
        await new Person(window, coordinator, new Pointer()).SignInAsync();

        await window.GoAsync("/");
        await window.Page.ClickAsync("td.late a[href$='province=SD']");
        await window.Page.WaitForURLAsync("**/board/referrals?show=Overdue&province=SD");
        var lines = await window.Page.Locator("main tbody").InnerTextAsync();
        Assert.Contains(late.Number, lines, StringComparison.Ordinal);
        Assert.Contains(culture == Look.English ? "It is the provider's turn" : "باری ہے", lines, StringComparison.Ordinal);

        await window.GoAsync("/board");
        var paper = Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true, Tagged = true }));
        Assert.Single(Sheet().Matches(paper));
        Assert.Contains("/StructTreeRoot", paper, StringComparison.Ordinal);
        Assert.Empty(window.Complaints);

        async Task<Referral> SentAsync()
        {
            var another = await world.CaseAsync(police.Officer, districtCode: "SD-KARACHI-SOUTH");
            await world.ConsentAsync(police.Officer, another);
            return await world.SendAsync(police.Officer, another, shelter);
        }
    }

    private async Task MakeOverdueAsync(Referral referral)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"update casework.referral_access set due_at = now() - interval '3 hours' where referral_id = '{referral.Id}'", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<int> SheetsAsync(IPage page) =>
        Sheet().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true })));

    private static async Task<LocatorBoundingBoxResult> SizeAsync(IPage page, string element)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        // As wide as the paper.
        await page.SetViewportSizeAsync((int)(210 * Millimetre), (int)(297 * Millimetre));
        return (await page.Locator(element).BoundingBoxAsync())!;
    }

    private static async Task NothingBetraysAsync(IPage page)
    {
        Assert.DoesNotMatch("(?i)traffick|TipSom|police|FIA|confidential|ٹریفکنگ|سمگلنگ|پولیس", await page.Locator("body").InnerTextAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Null });
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();
}
