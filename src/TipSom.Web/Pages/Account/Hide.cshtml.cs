using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>Hides the screen: the session opens nothing until the password is given, here and in every other tab.</summary>
[RequirePermission(Permission.KeepOwnAccount), RepeatIsHarmless]
public sealed class HideModel(BrowserSessions sessions) : PageModel
{
    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sessions.HideAsync(Url.OwnPage(ReturnUrl), ct);
        return LocalRedirect("/account/hidden");
    }
}
