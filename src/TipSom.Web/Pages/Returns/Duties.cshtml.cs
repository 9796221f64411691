using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Returns;

/// <summary>Which agencies owe returns, how often and since when. A new answer takes the place of the one before, which stays on record.</summary>
[RequirePermission(Permission.FollowReturns)]
public sealed class DutiesModel(TipSomDbContext db, CurrentUser user, PortalTime time, TimeProvider clock) : PageModel, IShowsRecord
{
    private IReadOnlyList<Agency> agencies = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromQuery(Name = "saved")]
    public bool IsSaved { get; init; }

    public IReadOnlyList<(ReportDuty Duty, BilingualName Agency)> Rows { get; private set; } = [];

    public IEnumerable<Choice> Agencies => agencies.Select(g => new Choice($"{g.Id}", new BilingualName(g.NameEn, g.NameUr).Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture);

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        agencies = await db.Agencies.Where(g => g.IsActive && g.Kind != AgencyKind.Oversight).OrderBy(g => g.Code).ToListAsync(ct);
        var owed = await db.ReportDuties.Where(d => d.EndedAt == null).Join(db.Agencies, d => d.AgencyId, g => g.Id, (Duty, Agency) => new { Duty, Agency })
            .OrderBy(d => d.Agency.Kind).ThenBy(d => d.Agency.Code).ToListAsync(ct);
        Rows = [.. owed.Select(d => (d.Duty, new BilingualName(d.Agency.NameEn, d.Agency.NameUr)))];
        return null;
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new InputModel { Year = time.Today.Year, Month = time.Today.Month };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid)
            return Page();
        if (agencies.FirstOrDefault(g => g.Id == Input.AgencyId) is not { } agency)
            return NotFound();
        var now = clock.GetUtcNow();
        if (Rows.FirstOrDefault(r => r.Duty.AgencyId == agency.Id).Duty is { } before)
        {
            before.End(now);
            // The one before ends first: an agency owes one thing at a time.
            await db.SaveChangesAsync(ct);
        }

        if (Input.HowOften is { } owed and not Owed.Nothing)
            db.Add(ReportDuty.Owe(agency, ReportPeriod.Beginning(Enum.Parse<PeriodKind>($"{owed}"), Input.Year!.Value, Input.Month!.Value), user.Actor, now));
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/returns/duties?saved=true");
    }

    /// <summary>What an agency owes.</summary>
    public enum Owed
    {
        Month,
        Quarter,
        Year,
        Nothing
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the agency.")]
        public Guid? AgencyId { get; set; }

        [Required(ErrorMessage = "Choose how long the period is.")]
        public Owed? HowOften { get; set; }

        [Range(1947, 2999, ErrorMessage = "Enter the year."), Required(ErrorMessage = "Enter the year.")]
        public int? Year { get; set; }

        [Required(ErrorMessage = "Choose the first month."), Range(1, 12)]
        public int? Month { get; set; }
    }
}
