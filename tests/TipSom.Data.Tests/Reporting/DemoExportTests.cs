using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Data.Queries;
using TipSom.Data.Tests.Encryption;
using TipSom.Data.Tests.Seeding;
using TipSom.Domain.Reporting;
using TipSom.Domain.Reporting.Exports;
using TipSom.TestSupport;
using TipSom.Web.Downloads;

namespace TipSom.Data.Tests.Reporting;

/// <summary>Exports of the demo data, made as the portal makes them: they fit their standards, protect people, and hold nothing that names anybody.</summary>
public sealed class DemoExportTests(DemoDatabase demo, ITestOutputHelper output) : IClassFixture<DemoDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_validate_protect_and_name_nobody()
    {
        await demo.ReadAsync(db => db.Database.ExecuteSqlRawAsync("select statistics.rebuild()", Ct));
        var years = await demo.ReadAsync(db => db.Database.SqlQueryRaw<int>("select distinct extract(year from identified_on)::integer as \"Value\" from statistics.people").ToListAsync(Ct));
        var codes = await demo.ReadAsync(db => db.ExportCodesAsync(Ct));
        await using var portal = new Portal(demo.World.Database);
        var (rows, files) = (0, new List<string>());
        foreach (var year in years)
        {
            var htcds = await FilesAsync(portal, DownloadKind.Htcds, year);
            var ctdc = await FilesAsync(portal, DownloadKind.Ctdc, year);
            rows += Check(htcds["htcds.csv"], Htcds.Columns(codes), Htcds.Headings, Htcds.Identifiers) + Check(ctdc["ctdc.csv"], Ctdc.Columns(codes), Ctdc.Headings, Ctdc.Identifiers);
            Assert.All(Table(ctdc["ctdc.csv"], Ctdc.Columns(codes)).Rows, r => Assert.All(r.Skip(6), mark => Assert.True(mark is "" or "1", mark)));
            files.AddRange([.. htcds.Values, .. ctdc.Values, .. (await FilesAsync(portal, DownloadKind.IcTip, year)).Values, .. (await FilesAsync(portal, DownloadKind.Glotip, year)).Values,
                .. (await FilesAsync(portal, DownloadKind.NationalPoliceBureau, year)).Values]);
            output.WriteLine($"{year}: {htcds["notes.txt"]}{ctdc["notes.txt"]}");
        }

        Assert.True(rows > 100, $"{rows} rows only: nothing was tested.");
        var secrets = await StolenDumpTests.DemoSecretsAsync(demo.OwnerConnectionString);
        var numbers = await demo.TextsAsync("select number as \"Value\" from casework.cases union all select number from casework.referrals");
        // Each name and word of names and accounts that is long enough to be somebody's.
        var words = secrets.Concat(secrets.Where(s => s.Length < 60).SelectMany(s => s.Split(' ')).Where(w => w.Length >= 5)).Concat(numbers).Distinct().ToList();
        Assert.True(words.Count > 500);
        var all = string.Join('\n', files.Where(f => f.Contains(',', StringComparison.Ordinal)));
        Assert.All(words, word => Assert.False(all.Contains(word, StringComparison.Ordinal), $"A file holds \"{word}\"."));
        Assert.All(files.SelectMany(f => f.Split("\r\n")).SelectMany(l => l.Split(',')), cell => Assert.False(ExportCheck.IsForbidden(cell), cell));
    }

    private static int Check(string file, IReadOnlyList<IExportColumn> columns, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> identifiers)
    {
        Assert.Equal(string.Join(",", headings), file.Split("\r\n")[0]);
        var table = Table(file, columns);
        Assert.Empty(ExportCheck.Problems(table, headings));
        var places = identifiers.SelectMany(i => i).Select(table.IndexOf).ToList();
        Assert.All(table.Rows.CountBy(r => string.Join('|', places.Select(p => r[p]))), group => Assert.True(group.Value >= KAnonymity.K, group.Key));
        return table.Rows.Count;
    }

    // No value of a standard holds a comma.
    private static ExportTable Table(string file, IReadOnlyList<IExportColumn> columns) =>
        new("read", columns, [.. file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(','))]);

    private async Task<Dictionary<string, string>> FilesAsync(Portal portal, DownloadKind kind, int year)
    {
        var administrator = await demo.UserAsync("admin@fia.example");
        await demo.ReadAsync(db => db.Database.ExecuteSqlRawAsync("update statistics.downloads set asked_at = asked_at - interval '2 days'", Ct));
        var asked = await demo.World.AskDownloadAsync(administrator, kind, period: $"{year}", format: kind == DownloadKind.NationalPoliceBureau ? DownloadFormat.Csv : DownloadFormat.Zip);
        Assert.True(await portal.Services.GetRequiredService<MakeDownload>().WorkAsync(Ct));
        var found = await demo.ReadAsync(db => db.Downloads.AsNoTracking().SingleAsync(d => d.Id == asked.Id, Ct));
        Assert.True(found.Status == DownloadStatus.Ready, $"{kind} of {year}: {found.Failure}");
        var content = portal.Services.GetRequiredService<RecordCipher>().Open<byte[]>(SealKinds.Download, found.Id, found.SealedContent!);
        if (found.Format == DownloadFormat.Csv)
            return new() { [found.FileName!] = Encoding.UTF8.GetString(content).TrimStart('\ufeff') };
        await using var zip = new ZipArchive(new MemoryStream(content));
        return zip.Entries.ToDictionary(e => e.Name, e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd());
    }
}
