using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Returns;

/// <summary>Who owes a return of a period that ended, since when, and a reminder for them.</summary>
[RequirePermission(Permission.FollowReturns)]
public sealed class MissingModel(TipSomDbContext db, PortalTime time) : PageModel, IShowsRecord
{
    [BindProperty, Required]
    public Guid? UnitId { get; set; }

    [BindProperty, Required]
    public string? Period { get; set; }

    [FromQuery(Name = "reminded")]
    public bool IsReminded { get; init; }

    public IReadOnlyList<MissingReturn> Rows { get; private set; } = [];

    public DateOnly Today => time.Today;

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Rows = await db.MissingReturnsAsync(ct);
        return null;
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || ReportPeriod.Parse(Period!) is not { } period)
            return BadRequest();
        await db.RemindOfReturnAsync(UnitId!.Value, period, ct);
        return LocalRedirect("/returns/missing?reminded=true");
    }
}
