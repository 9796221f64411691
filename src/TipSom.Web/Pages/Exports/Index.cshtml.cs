using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Downloads;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Exports;

/// <summary>Asks for a file by one of the standards of the field.</summary>
[RequirePermission(Permission.ExportFigures)]
public sealed class IndexModel(DownloadDesk desk, PortalTime time, IStringLocalizer<Ui> texts) : PageModel
{
    /// <summary>The first year that may be asked for: the Acts are of 2018.</summary>
    public const int FirstYear = Statistics.StatisticsPageModel.FirstYear;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<Choice> Standards => ExportLabels.Standards.Select(k => new Choice($"{k}", texts[DownloadLabels.Of(k)], texts[ExportLabels.About(k)]));

    public IEnumerable<Choice> Years => Enumerable.Range(FirstYear, time.Today.Year - FirstYear + 1).Reverse().Select(y => $"{y}").Select(y => new Choice(y, y));

    public void OnGet()
    {
        // An empty form.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Year is { } asked && (asked < FirstYear || asked > time.Today.Year))
            ModelState.AddModelError("Input.Year", texts["Choose a year."]);
        if (Input.Kind is { } chosen && !ExportLabels.Standards.Contains(chosen))
            ModelState.AddModelError("Input.Kind", texts["Choose the standard."]);
        if (!ModelState.IsValid)
            return Page();
        var kind = Input.Kind!.Value;
        // What the trail tells of each time the file is taken out.
        var choices = new Dictionary<string, string>();
        if (ExportLabels.KOf(kind) is { } k)
            choices["k"] = k.ToString(CultureInfo.InvariantCulture);
        var number = await desk.AskAsync(kind, Input.Year!.Value.ToString(CultureInfo.InvariantCulture), choices, ExportLabels.FormatOf(kind), ct);
        return LocalRedirect($"/downloads/{number}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the standard.")]
        public DownloadKind? Kind { get; set; }

        [Required(ErrorMessage = "Choose a year.")]
        public int? Year { get; set; }
    }
}
