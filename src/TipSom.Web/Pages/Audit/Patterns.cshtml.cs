using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Audit;

/// <summary>Unusual patterns of the seven days before a day: what an auditor looks at first, each with the entries behind it.</summary>
[RequirePermission(Permission.ReadAudit)]
public sealed class PatternsModel(TipSomDbContext db, TimeProvider clock) : PageModel
{
    private const int Days = 7;

    /// <summary>The last day; today where none is given.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public IReadOnlyList<UnusualLooks.Pattern> Patterns { get; private set; } = [];

    /// <summary>Openings in an emergency that nobody reviewed in time.</summary>
    public int OverdueReviews { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        OverdueReviews = await db.OverdueEmergenciesAsync(clock.GetUtcNow(), ct);
        var today = PakistanTime.DayOf(clock.GetUtcNow());
        // A year before the product and after today nothing can be found, and a day at the end of the calendar has no next.
        var last = To is { Year: >= 2020 } day && day <= today ? day : today;
        To = last;
        Patterns = await db.UnusualLooksAsync(
            PakistanTime.MomentOf(last.AddDays(1 - Days), TimeOnly.MinValue), PakistanTime.MomentOf(last.AddDays(1), TimeOnly.MinValue), ct);
        await AuditNotes.InRequestAsync(
            db, AuditNotes.AuditRead, "trail", null, $"/audit/patterns To:{last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", ct);
    }

    /// <summary>The entries behind a pattern.</summary>
    public static string UrlOf(UnusualLooks.Pattern pattern) => new TrailFilter
    {
        Person = pattern.Person,
        Table = pattern.Table,
        From = pattern.Day,
        To = pattern.Day
    }.UrlOf(null);
}
