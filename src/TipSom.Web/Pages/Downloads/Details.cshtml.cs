using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Downloads;

/// <summary>One download: how far it is, or the file to take out.</summary>
[RequirePermission(Permission.ReadStatistics)]
public sealed class DetailsModel(TipSomDbContext db, TimeProvider clock) : DownloadPageModel(db, clock)
{
    private const string Again = "5";

    public int? MinutesLeft => Download.MinutesLeft(Now);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        // Looked at again by the browser itself, with or without a script.
        if (Status.IsUnfinished())
            Response.Headers["Refresh"] = Again;
        return null;
    }

    public void OnGet()
    {
        // The download was loaded before; there is nothing else to show.
    }
}
