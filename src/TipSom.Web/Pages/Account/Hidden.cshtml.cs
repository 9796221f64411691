using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>What stands on a hidden screen: nothing about anybody, and the way on by the password.</summary>
[AllowAnonymous, RepeatIsHarmless]
public sealed class HiddenModel(UserManager<User> users, Proofs proofs, BrowserSessions sessions, IStringLocalizer<Ui> texts) : PageModel
{
    [BindProperty]
    public ConfirmForm.PasswordInput Input { get; set; } = new();

    public IActionResult OnGet() => User.IsHidden() ? Page() : Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!User.IsHidden())
            return Redirect("/");
        if (!ModelState.IsValid)
            return Page();
        var own = (await users.FindByIdAsync(User.FindFirstValue(ClaimTypes.NameIdentifier)!))!;
        var (found, waitsUntil) = await proofs.PasswordAsync(own.UserName!, Input.Password!, ct);
        if (found is null)
        {
            this.RefusePassword("Input.Password", texts, waitsUntil);
            return Page();
        }

        var url = await sessions.HiddenUrlAsync(ct);
        await sessions.ProveAsync(withFactor: false, ct);
        return LocalRedirect(Url.OwnPage(url));
    }
}
