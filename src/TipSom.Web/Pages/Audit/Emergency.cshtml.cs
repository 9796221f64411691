using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Audit;

/// <summary>Every opening in an emergency, what nobody reviewed first, and how many there were each month.</summary>
[RequirePermission(Permission.ReadAudit)]
public sealed class EmergencyModel(TipSomDbContext db, TimeProvider clock) : PageModel
{
    private const int Days = 365;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<EmergencyRow> Rows { get; private set; } = [];

    public IReadOnlyList<EmergencyCount> Counts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rows = await db.EmergenciesAsync(ct);
        Counts = await db.EmergencyCountsAsync(Now.AddDays(-Days), ct);
        await AuditNotes.InRequestAsync(db, AuditNotes.AuditRead, "trail", null, "/audit/emergency", ct);
    }
}
