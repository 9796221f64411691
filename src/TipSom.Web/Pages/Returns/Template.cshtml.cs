using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data.Imports;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Imports;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Returns;

/// <summary>Gives out a file to fill in: every figure by its code and in words, for the month that ended last, with no value.</summary>
[RequirePermission(Permission.WriteReturns)]
public sealed class TemplateModel(IStringLocalizer<Ui> texts, PortalTime time) : PageModel
{
    public IActionResult OnGet()
    {
        var period = ReportPeriod.Of(PeriodKind.Month, time.Today).Before;
        string[][] heading = [[ReturnFile.PeriodHeading, ReturnFile.FigureHeading, ReturnFile.ValueHeading, texts["In words"]]];
        var lines = FigureCell.All.Select(cell => new[] { period.Name, cell.Code, "", ReturnLabels.Of(cell, texts) });
        return File(RegisterSheet.Of(heading.Concat(lines)), RegisterSheet.ContentType, "figures.csv");
    }
}
