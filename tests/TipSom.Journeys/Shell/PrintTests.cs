using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TipSom.Domain.Identity;
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
