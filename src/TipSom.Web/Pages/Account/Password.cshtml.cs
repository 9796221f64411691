using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>Changes the own password. A changed stamp ends every session; this browser gets a new one.</summary>
[RequirePermission(Permission.KeepOwnAccount), StepUp, RepeatIsHarmless]
public sealed class PasswordModel(
    UserManager<User> users, Proofs proofs, BrowserSessions sessions, KnownPlaces places, CurrentUser user, IStringLocalizer<Ui> texts)
    : PageModel, INewPassword
{
    [BindProperty]
    public ConfirmForm.PasswordInput Input { get; set; } = new();

    [BindProperty]
    public NewPassword New { get; set; } = new();

    public void OnGet()
    {
        // Nothing of a password is ever shown.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var own = (await users.FindByIdAsync(user.Id.ToString()))!;
        var (found, waitsUntil) = await proofs.PasswordAsync(own.UserName!, Input.Password!, ct);
        if (found is null)
        {
            this.RefusePassword("Input.Password", texts, waitsUntil);
            return Page();
        }

        if (!await New.IsGoodAsync(users, own, ModelState, texts))
            return Page();
        var changed = await users.ChangePasswordAsync(own, Input.Password!, New.Password!);
        if (!changed.Succeeded)
            throw new InvalidOperationException($"The password could not be changed: {changed}");
        await places.TellAsync(user.Id, NotificationKind.SignInChanged, ct);
        await sessions.RestampAsync(own, ct);
        return LocalRedirect("/account?done=changed");
    }
}
