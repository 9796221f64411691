using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Filters;
using TipSom.Web.Security;
using TipSom.Web.Startup;
using TipSom.Web.Tables;

namespace TipSom.Web.Pages.Downloads;

/// <summary>Gives the file out: asked for by a press, first on the audit trail, and always as a file to keep. A repeated press takes it out once more.</summary>
[RequirePermission(Permission.ReadStatistics), EnableRateLimiting(RateLimits.Export), StepUp, RepeatIsHarmless]
public sealed class FetchModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : DownloadPageModel(db, clock)
{
    public void OnGet()
    {
        // Asking gives nothing out: after proving who one is, one presses again.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var record = await RecordAsync(ct);
        var content = record.Fetch(user.Actor, user.Role, Now);
        await Db.SaveChangesAsync(ct);
        await AuditNotes.InRequestAsync(Db, AuditNotes.Export, "downloads", record.Id, $"{record.Kind} {record.Period} {record.Rows} rows{(record.Choices().TryGetValue("k", out var k) ? $" k {k}" : "")}", ct);
        return File(cipher.Open<byte[]>(SealKinds.Download, record.Id, content), TypeOf(record.Format), record.FileName);
    }

    private static string TypeOf(DownloadFormat format) => format switch
    {
        DownloadFormat.Csv => CsvTable.ContentType,
        DownloadFormat.Xlsx => Workbook.ContentType,
        DownloadFormat.Json => "application/json; charset=utf-8",
        DownloadFormat.Zip => "application/zip"
    };
}
