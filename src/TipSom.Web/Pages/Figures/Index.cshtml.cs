using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Reporting;

namespace TipSom.Web.Pages.Figures;

/// <summary>The public figures: every signed release, the latest first. For everybody, without an account.</summary>
[AllowAnonymous]
public sealed class IndexModel(TipSomDbContext db) : PageModel
{
    public IReadOnlyList<FigureRelease> Releases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Releases = await db.Releases.AsNoTracking().Where(r => r.SignedAt != null).OrderByDescending(r => r.Year).ThenByDescending(r => r.SignedAt).Take(200).ToListAsync(ct);
}
