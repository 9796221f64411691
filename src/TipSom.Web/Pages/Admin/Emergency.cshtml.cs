using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Admin;

/// <summary>Which agencies may open an identity in an emergency. It holds at once, also for an hour that runs.</summary>
[RequirePermission(Permission.SwitchEmergencies), StepUp]
public sealed class EmergencyModel(TipSomDbContext db) : PageModel, IShowsRecord
{
    [BindProperty]
    public Guid Agency { get; set; }

    [BindProperty]
    public bool Allowed { get; set; }

    /// <summary>Agencies whose people log cases, and the one of the national desk.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Agencies = await db.Agencies.AsNoTracking().Where(a => a.IsActive && a.Kind != AgencyKind.CareProvider && a.Kind != AgencyKind.Committee).OrderBy(a => a.NameEn).ToListAsync(ct);
        return null;
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || !await db.Agencies.AnyAsync(a => a.Id == Agency, ct))
            return NotFound();
        await db.Database.ExecuteSqlAsync($"select security.allow_emergency_opening({Agency}, {Allowed})", ct);
        return LocalRedirect("/admin/emergency");
    }
}
