using Microsoft.Extensions.Localization;
using TipSom.Data.Reporting;
using TipSom.Domain.Reporting;
using TipSom.Web.Pages.Statistics.Reports;
using TipSom.Web.Tables;

namespace TipSom.Web.Downloads;

/// <summary>A report as a file: the tables of its page, a sheet each or one below the other.</summary>
public static class ReportFile
{
    public static MadeFile Of(Report report, DownloadRequest request, IStringLocalizer<Ui> texts, IProgress<(int Done, int Of)> progress, CancellationToken ct)
    {
        var whole = report.Tables(texts).Count();
        var tables = new List<FigureTable>();
        foreach (var table in report.Tables(texts))
        {
            ct.ThrowIfCancellationRequested();
            tables.Add(table);
            progress.Report((tables.Count, whole));
        }

        return request.Format == DownloadFormat.Xlsx
            ? new MadeFile(Workbook.Of(tables, request.IsUrdu), report.FileName + ".xlsx", tables.Sum(t => t.Rows.Count))
            : new MadeFile(CsvTable.Of(tables), report.FileName + ".csv", tables.Sum(t => t.Rows.Count));
    }
}
