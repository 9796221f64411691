using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Data.Reporting;
using TipSom.Domain.Reporting;
using TipSom.Domain.Reporting.Exports;
using TipSom.Web.Downloads;

namespace TipSom.Web.Exports;

/// <summary>Rows of people in the Human Trafficking Case Data Standard.</summary>
public sealed class HtcdsMaker(TipSomDbContext db, IStringLocalizer<Ui> texts) : IDownloadMaker
{
    public DownloadKind Kind => DownloadKind.Htcds;

    public Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct) =>
        Microdata.MakeAsync(
            db, texts, request, Htcds.Protected,
            texts["Columns: Human Trafficking Case Data Standard 2.0 of the International Organization for Migration, licensed CC BY 4.0; its core fields that name nobody."], ct);
}

/// <summary>Rows of people for the Counter-Trafficking Data Collaborative.</summary>
public sealed class CtdcMaker(TipSomDbContext db, IStringLocalizer<Ui> texts) : IDownloadMaker
{
    public DownloadKind Kind => DownloadKind.Ctdc;

    public Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct) =>
        Microdata.MakeAsync(
            db, texts, request, Ctdc.Protected,
            texts["Columns: codebook of the Global Synthetic Dataset of the Counter-Trafficking Data Collaborative, second version, February 2024."], ct);
}

/// <summary>What the files of people share: whose rows they are, their protection, and the notes that say so.</summary>
internal static class Microdata
{
    public static async Task<MadeFile> MakeAsync(
        TipSomDbContext db, IStringLocalizer<Ui> texts, DownloadRequest request, Func<IEnumerable<PersonExport>, ExportCodes, ProtectedRows> protect, string credit,
        CancellationToken ct)
    {
        var year = ExportFile.YearOf(request);
        var people = await db.PeopleToExportAsync(year, ct);
        var rows = protect(people, await db.ExportCodesAsync(ct));
        var name = $"{rows.Table.Name}-{year.Name}";
        return ExportFile.Zip(name, [rows.Table], [credit, .. await ConsentAsync(db, texts, year, people.Count, ct), .. ExportFile.Protection(rows, texts), ExportFile.Guarantee(texts)]);
    }

    public static async Task<IEnumerable<string>> ConsentAsync(TipSomDbContext db, IStringLocalizer<Ui> texts, ReportYear year, int people, CancellationToken ct) =>
        [texts["Year {0}: of {1} persons identified, {2} let data without a name serve research and statistics. Nobody else is in this file.", year.Name, await db.IdentifiedAsync(year, ct), people]];
}
