using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Returns;

/// <summary>Begins a return: for which days. Its figures are written on the next page.</summary>
[RequirePermission(Permission.WriteReturns)]
public sealed class NewModel(TipSomDbContext db, CurrentUser user, PortalTime time, TimeProvider clock) : PageModel, IShowsRecord
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The unit for which the reader writes; null where the reader is posted elsewhere in the agency.</summary>
    public Reporter? Reporter { get; private set; }

    public static IEnumerable<Choice> Months =>
        Enumerable.Range(1, 12).Select(m => new Choice($"{m}", CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(m)));

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Reporter = await db.ReporterAsync(user.UnitId, ct);
        return null;
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var last = ReportPeriod.Of(PeriodKind.Month, time.Today).Before;
        Input = new InputModel { Kind = PeriodKind.Month, Year = last.From.Year, Month = last.From.Month };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid)
            return Page();
        if (Reporter is null)
            throw new RuleBrokenException(Return.NotHere);
        var period = ReportPeriod.Beginning(Input.Kind!.Value, Input.Year!.Value, Input.Month!.Value);
        var begun = Return.Begin(
            RecordNumber.Draw(RecordNumber.ReturnPrefix, time.Today.Year), Reporter.Agency, Reporter.Unit, period, Reporter.Returns, time.Today, user.Actor,
            clock.GetUtcNow());
        db.Add(begun);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/returns/{begun.Number}/edit");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose how long the period is.")]
        public PeriodKind? Kind { get; set; }

        [Required(ErrorMessage = "Enter the year."), Range(1947, 2999, ErrorMessage = "Enter the year.")]
        public int? Year { get; set; }

        [Required(ErrorMessage = "Choose the first month."), Range(1, 12)]
        public int? Month { get; set; }
    }
}
