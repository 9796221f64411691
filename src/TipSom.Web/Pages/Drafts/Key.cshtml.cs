using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data.Encryption;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Drafts;

/// <summary>
/// Gives the signed-in person's browser the key under which it seals what could not be sent. The script keeps it in memory only. Asking
/// also says that somebody is there, which keeps the session.
/// </summary>
[RequirePermission(Permission.SeeOwnWork), RepeatIsHarmless]
public sealed class KeyModel(DraftKeys keys, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost() => new JsonResult(new { key = Convert.ToBase64String(keys.KeyOf(user.Id)), idle = (int)user.Idle.TotalSeconds });
}
