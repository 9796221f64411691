using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Data.Reporting;
using TipSom.Domain.Reporting;
using TipSom.Domain.Reporting.Exports;
using TipSom.Web.Downloads;

namespace TipSom.Web.Exports;

/// <summary>The four units of the international classification.</summary>
public sealed class IcTipMaker(TipSomDbContext db, IStringLocalizer<Ui> texts) : IDownloadMaker
{
    public DownloadKind Kind => DownloadKind.IcTip;

    public async Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct)
    {
        var year = ExportFile.YearOf(request);
        var people = await db.PeopleToExportAsync(year, ct);
        var units = IcTip.Protected(people, await db.SuspectsToExportAsync(year, ct), await db.ExportCodesAsync(ct));
        return ExportFile.Zip($"ic-tip-{year.Name}", [.. units.Select(u => u.Table)],
        [
            texts["Units: international classification of trafficking in persons (IOM and UNODC). Its lists of codes were not obtained; the values are those of the records."],
            .. await Microdata.ConsentAsync(db, texts, year, people.Count, ct),
            .. units.SelectMany(u => ExportFile.Protection(u, texts)), ExportFile.Guarantee(texts),
            texts["The units are not linked, and the ids are drawn anew for each file."]
        ]);
    }
}

/// <summary>The tables of the global report.</summary>
public sealed class GlotipMaker(TipSomDbContext db, IStringLocalizer<Ui> texts) : IDownloadMaker
{
    public DownloadKind Kind => DownloadKind.Glotip;

    public async Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct)
    {
        var year = ExportFile.YearOf(request);
        return ExportFile.Zip($"glotip-{year.Name}", [await db.GlobalReportAsync(year, ct)],
        [
            texts["Tables: questionnaire for the Global Report on Trafficking in Persons (UNODC). The present form was not seen."],
            texts["Exact counts, for national roles and the questionnaire alone: not to be published. Small counts are not protected here."],
            texts["Counted from the records of {0}. Somebody may stand in several forms of exploitation.", year.Name]
        ]);
    }
}

/// <summary>The file for the database of the National Police Bureau, by the template that holds now.</summary>
public sealed class NationalPoliceBureauMaker(TipSomDbContext db) : IDownloadMaker
{
    public DownloadKind Kind => DownloadKind.NationalPoliceBureau;

    public async Task<MadeFile> MakeAsync(DownloadRequest request, IProgress<(int Done, int Of)> progress, CancellationToken ct)
    {
        var year = ExportFile.YearOf(request);
        return ExportFile.Csv($"national-police-bureau-{year.Name}", (await db.ExportTemplateAsync(ct)).Of(await db.BureauRowsAsync(year, ct)));
    }
}
