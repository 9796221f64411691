using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Domain.Reporting.Exports;
using TipSom.TestSupport;
using TipSom.Web.Downloads;

namespace TipSom.Web.Tests.Exports;

/// <summary>Exports by standard: who asks, what the page says, the file that is made, and the template of the National Police Bureau.</summary>
public sealed partial class ExportPagesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Template = "/statistics/exports/template";

    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/statistics/exports")]
    [InlineData("/statistics/exports/mapping")]
    [InlineData(Template)]
    public async Task Each_page_opens_to_who_may(string url)
    {
        var force = await world.PoliceAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(
                role.Allows(Permission.ExportFigures) ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                (await (await portal.BrowserOfAsync(await world.UserAsync(force.Headquarters, role))).GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task Every_standard_is_asked_for_once_at_a_time_and_becomes_a_file_with_its_note()
    {
        var administrator = await world.AdministratorAsync(await world.PoliceAsync());
        var browser = await portal.BrowserOfAsync(administrator);
        var files = new Dictionary<string, string>();
        foreach (var kind in (string[])["Htcds", "Ctdc", "IcTip", "Glotip", "NationalPoliceBureau"])
        {
            (string, string)[] asked = [("Input.Kind", kind), ("Input.Year", "2026")];
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.OpenAsync("/statistics/exports"), null, asked)).StatusCode);
            var twice = await browser.SubmitAsync(await browser.OpenAsync("/statistics/exports"), null, asked);
            Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
            Assert.Contains(Download.AskedAlready, (await twice.HtmlAsync()).MainText());
            while (await portal.Services.GetRequiredService<MakeDownload>().WorkAsync(Ct))
            {
                // Until none waits.
            }

            foreach (var (name, text) in await FilesAsync(administrator, Enum.Parse<DownloadKind>(kind)))
                files[name] = text;
        }

        Assert.Equal(
            ["ctdc.csv", "event.csv", "glotip.csv", "htcds.csv", "national-police-bureau-2026.csv", "notes.txt", "perpetrator.csv", "reporting-entity.csv", "victim.csv"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(string.Join(",", Ctdc.Headings), files["ctdc.csv"].Split("\r\n")[0]);
        Assert.Equal(string.Join(",", Htcds.Headings), files["htcds.csv"].Split("\r\n")[0]);
        // Another test of this class may have saved a template by then.
        var headings = (await world.AsAsync(administrator, (_, db) => db.ExportTemplateAsync(Ct))).Columns.Select(c => c.Heading);
        Assert.StartsWith(string.Join(',', headings) + "\r\n", files["national-police-bureau-2026.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_chosen_and_a_report_that_is_no_export_are_told()
    {
        var browser = await portal.BrowserOfAsync(await world.UserAsync((await world.PoliceAsync()).Headquarters, Role.Analyst));
        var nothing = (await (await browser.SubmitAsync(await browser.OpenAsync("/statistics/exports"))).HtmlAsync()).MainText();
        Assert.Contains("Choose the standard.", nothing);
        Assert.Contains("Choose a year.", nothing);

        var other = await browser.SubmitAsync(await browser.OpenAsync("/statistics/exports"), null, ("Input.Kind", "AnnualReport"), ("Input.Year", "1999"));
        Assert.Contains("Choose the standard.", (await other.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task The_mapping_names_every_column_in_both_languages()
    {
        var administrator = await world.AdministratorAsync(await world.PoliceAsync());
        var english = (await (await portal.BrowserOfAsync(administrator)).OpenAsync("/statistics/exports/mapping")).MainText();
        Assert.All(Ctdc.Headings.Concat(Htcds.Headings), h => Assert.Contains(h, english));
        Assert.Contains("DEBT, EARN", english);

        foreach (var url in (string[])["/statistics/exports", "/statistics/exports/mapping", Template])
        {
            var urdu = await (await portal.BrowserOfAsync(administrator, "ur-PK")).OpenAsync(url);
            foreach (var foreign in urdu.QuerySelectorAll("[lang=en], bdi, script, input"))
                foreign.Remove();
            Assert.DoesNotMatch(Latin(), urdu.QuerySelector("main")!.TextContent);
        }
    }

    [Fact]
    public async Task The_template_is_saved_as_a_version_and_refused_where_another_was_saved_meanwhile()
    {
        var force = await world.PoliceAsync();
        var (browser, colleague) = (await portal.BrowserOfAsync(await world.AdministratorAsync(force)), await portal.BrowserOfAsync(await world.AdministratorAsync(force)));
        var opened = await colleague.OpenAsync(Template);

        var saved = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync(Template), null, ("Input.Columns[0].Heading", "Where from"), ("Input.Columns[1].Place", "")));
        Assert.Contains("The template is saved.", saved.MainText());
        var late = await colleague.SubmitAsync(opened);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains(ExportTemplate.Overtaken, (await late.HtmlAsync()).MainText());
        var twice = await browser.SubmitAsync(await browser.OpenAsync(Template), null, ("Input.Columns[2].Heading", "Where from"));
        Assert.Contains(ExportTemplate.Twice, (await twice.HtmlAsync()).MainText());

        var analyst = await portal.BrowserOfAsync(await world.UserAsync(force.Headquarters, Role.Analyst));
        var page = await analyst.OpenAsync(Template);
        Assert.Contains("Where from", page.MainText());
        Assert.Null(page.QuerySelector("main form"));
    }

    private async Task<Dictionary<string, string>> FilesAsync(User user, DownloadKind kind)
    {
        var found = await world.AsAsync(user, (_, db) => db.Downloads.AsNoTracking().SingleAsync(d => d.Kind == kind));
        Assert.True(found.Status == DownloadStatus.Ready, $"{kind}: {found.Failure}");
        var content = portal.Services.GetRequiredService<RecordCipher>().Open<byte[]>(SealKinds.Download, found.Id, found.SealedContent);
        if (found.Format != DownloadFormat.Zip)
            return new() { [found.FileName!] = Encoding.UTF8.GetString(content).TrimStart('\ufeff') };
        await using var zip = new ZipArchive(new MemoryStream(content));
        return zip.Entries.ToDictionary(e => e.Name, e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd());
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [GeneratedRegex("[A-Za-z]{2,} [A-Za-z]{2,}")]
    private static partial Regex Latin();
}
