using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Domain.Identity;
using TipSom.Web.Imports;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Imports;

/// <summary>Gives out a file to fill in: the headings that are recognised, and one invented person.</summary>
[RequirePermission(Permission.ImportRegisters)]
public sealed class TemplateModel : PageModel
{
    public IActionResult OnGet() => File(RegisterSheet.Of([RegisterSheet.Heading, RegisterSheet.Example]), RegisterSheet.ContentType, "register.csv");
}
