using System.Globalization;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;
using TipSom.Web.Downloads;

namespace TipSom.Web.Tests.Statistics;

/// <summary>A portal whose reports are read, asked for and made.</summary>
public sealed class ReportSite(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase database = new(server);

    public World World { get; private set; } = null!;

    public Portal Portal { get; private set; } = null!;

    public static DateOnly Today => PakistanTime.DayOf(TimeProvider.System.GetUtcNow());

    public Task<PortalBrowser> As(User user, string? culture = null) => Portal.BrowserOfAsync(user, culture);

    /// <summary>Counts the records as they are now.</summary>
    public Task CountAsync() => World.AsOwnerAsync(db => db.Database.ExecuteSqlAsync($"select statistics.rebuild()"));

    /// <summary>The rows of the tables of a report, as a file holds them: numbers without signs of their place, nothing for what is not available.</summary>
    public static IReadOnlyList<string> Rows(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("article.report table tbody tr").Select(row => string.Join('|', row.Children.Select(cell => Plain(cell.TextContent))))];

    /// <summary>A cell of a page or of a file.</summary>
    public static string Plain(string? text)
    {
        var folded = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return folded == "Not available" ? ""
            : decimal.TryParse(folded.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.##", CultureInfo.InvariantCulture) : folded;
    }

    /// <summary>Asks for a report as a file on its page, has it made, and takes it out.</summary>
    public async Task<byte[]> FileAsync(PortalBrowser browser, string url, string format, CancellationToken ct)
    {
        var asked = await browser.SubmitAsync(await browser.OpenAsync(url), "main form[method=post]", ("Format", format));
        Assert.StartsWith("/downloads/TD-", asked.Headers.Location?.OriginalString);
        return await MadeAsync(browser, asked.Headers.Location!.OriginalString, ct);
    }

    /// <summary>Has a file made that was asked for, and takes it out.</summary>
    public Task<byte[]> MadeAsync(PortalBrowser browser, Download asked, CancellationToken ct) => MadeAsync(browser, $"/downloads/{asked.Number}", ct);

    private async Task<byte[]> MadeAsync(PortalBrowser browser, string url, CancellationToken ct)
    {
        while (await Portal.Services.GetRequiredService<MakeDownload>().WorkAsync(ct))
        {
            // One after the other, until none waits.
        }

        using var file = await browser.SubmitAsync(await browser.OpenAsync(url));
        Assert.NotNull(file.Content.Headers.ContentDisposition?.FileName);
        return await file.Content.ReadAsByteArrayAsync(ct);
    }

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        World = new World(database);
        Portal = new Portal(database);
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await World.DisposeAsync();
        await database.DisposeAsync();
    }
}
