using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Downloads;

/// <summary>Gives a download up that is not ready yet.</summary>
[RequirePermission(Permission.ReadStatistics)]
public sealed class CancelModel(TipSomDbContext db, TimeProvider clock) : DownloadPageModel(db, clock)
{
    public void OnGet()
    {
        // The download was loaded before; there is nothing else to show.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        (await RecordAsync(ct)).Cancel(Now);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/downloads/{Download.Number}");
    }
}
