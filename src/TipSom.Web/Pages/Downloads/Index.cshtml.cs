using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Downloads;

/// <summary>The files somebody asked for, the newest first; nobody else's.</summary>
[RequirePermission(Permission.ReadStatistics)]
public sealed class IndexModel(TipSomDbContext db, TimeProvider clock) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<DownloadView> Rows { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await db.Downloads.OrderByDescending(d => d.AskedAt).Take(Most).Select(DownloadView.Row).ToListAsync(ct);
}
