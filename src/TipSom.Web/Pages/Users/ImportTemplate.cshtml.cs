using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Domain.Identity;
using TipSom.Web.Imports;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>Gives out a file to fill in: the headings in the reader's language, and nobody, because an example left in would be invited too.</summary>
[RequirePermission(Permission.KeepPeople)]
public sealed class ImportTemplateModel(IStringLocalizer<Ui> texts) : PageModel
{
    public IActionResult OnGet() => File(
        RegisterSheet.Of([[texts["Name and rank"], texts["User name"], texts["E-mail"], texts["Unit"], texts["Role"]]]), RegisterSheet.ContentType, "accounts.csv");
}
