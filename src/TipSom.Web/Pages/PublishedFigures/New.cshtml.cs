using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.PublishedFigures;

/// <summary>Enters a figure as it was printed, with where it stands.</summary>
[RequirePermission(Permission.KeepPublishedFigures)]
public sealed class NewModel(TipSomDbContext db, CurrentUser user, PortalTime time, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<Choice> Figures => FigureCell.All.Select(c => new Choice(c.Code, ReturnLabels.OfCategory(c, texts), Group: texts[FigureLabels.Of(c.Indicator)]));

    public IEnumerable<Choice> Authorities =>
        Enum.GetValues<AgencyKind>().Where(k => k.Reports()).Select(k => new Choice($"{k}", texts[AgencyLabels.Of(k)]));

    public void OnGet()
    {
        // An empty form.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (FigureCell.Parse(Input.Figure!) is not { } cell)
            return BadRequest();
        var year = new ReportYear(Input.YearKind!.Value, Input.Begins!.Value);
        var standsAlready = await db.PublishedFigures.AnyAsync(f =>
            f.YearKind == year.Kind && f.Begins == year.Begins && f.Authority == Input.Authority && f.Cell == cell && f.WithdrawnAt == null, ct);
        db.Add(PublishedFigure.Enter(
            year, Input.Authority!.Value, cell, Input.Value!.Value, new Published(Input.Source!, Input.Page!, Input.PublishedOn, Input.Note), standsAlready,
            time.Today, user.Actor, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/statistics/published?done={PublishedNotice.Entered}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the kind of year.")]
        public YearKind? YearKind { get; set; }

        [Required(ErrorMessage = "Enter the year."), Range(1947, 2999, ErrorMessage = "Enter the year.")]
        public int? Begins { get; set; }

        [Required(ErrorMessage = "Choose whose figure it is.")]
        public AgencyKind? Authority { get; set; }

        [Required(ErrorMessage = "Choose the figure."), StringLength(60)]
        public string? Figure { get; set; }

        [Required(ErrorMessage = FigureSet.Negative), Range(0, FigureSet.Highest, ErrorMessage = FigureSet.Negative)]
        public int? Value { get; set; }

        [Required(ErrorMessage = "Enter where it was published."), StringLength(PublishedFigure.WordsMaxLength)]
        public string? Source { get; set; }

        [Required(ErrorMessage = "Enter the page."), StringLength(PublishedFigure.PageMaxLength)]
        public string? Page { get; set; }

        public DateOnly? PublishedOn { get; set; }

        [StringLength(PublishedFigure.WordsMaxLength)]
        public string? Note { get; set; }
    }
}
