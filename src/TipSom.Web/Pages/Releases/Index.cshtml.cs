using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Statistics;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Releases;

/// <summary>The releases of public figures, and the making of one.</summary>
[RequirePermission(Permission.KeepReleases)]
public sealed class IndexModel(TipSomDbContext db, CurrentUser user, PortalTime time, TimeProvider clock) : PageModel, IShowsRecord
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<FigureRelease> Releases { get; private set; } = [];

    /// <summary>Years that have ended, the latest first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(StatisticsPageModel.FirstYear, time.Today.Year - StatisticsPageModel.FirstYear).Reverse();

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Releases = await db.Releases.AsNoTracking().OrderByDescending(r => r.MadeAt).Take(100).ToListAsync(ct);
        return null;
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(ct);
            return Page();
        }

        var release = await db.MakeReleaseAsync(Input.Year!.Value, time.Today, user.Actor, clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/releases/{release.Number}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the year."), Range(StatisticsPageModel.FirstYear, 2999, ErrorMessage = "Choose the year.")]
        public int? Year { get; set; }
    }
}
