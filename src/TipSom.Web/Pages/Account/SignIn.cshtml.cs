using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data.Identity;
using TipSom.Data.Seeding;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>The first step of signing in. Unknown account, wrong password, waiting and disabled get one answer, in the same time.</summary>
[AllowAnonymous]
public sealed class SignInModel(Proofs proofs, BrowserSessions sessions, SecurityKeys keys, IStringLocalizer<Ui> texts, IHostEnvironment environment) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>A security key was not taken.</summary>
    [BindProperty(SupportsGet = true, Name = "key")]
    public string? KeyRefused { get; set; }

    public KeyForm? KeyForm { get; private set; }

    public IReadOnlyList<DemoAccount> DemoAccounts => environment.IsDevelopment() ? DemoData.Accounts : [];

    public async Task<IActionResult> OnGetAsync()
    {
        // Shared unless somebody says otherwise: most stations have one computer.
        Input.IsShared = true;
        KeyForm = new KeyForm(await keys.AskAsync(null), KeyForm.Use, Target(), AsksWhetherShared: true);
        return User.Identity?.IsAuthenticated == true ? LocalRedirect(Target()) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var (user, waitsUntil) = await proofs.PasswordAsync(Input.UserName!, Input.Password!, ct);
        if (user is not null)
            return LocalRedirect(await sessions.PasswordGivenAsync(user, Input.IsShared, Target(), ct));
        Input.Password = null;
        ModelState.Remove("Input.Password");
        ModelState.AddModelError("", texts["The user name or the password is wrong, or the account cannot sign in now. After {0} wrong tries you wait, longer each time.", GuessGuard.TriesAtAPlace]);
        if (waitsUntil is { } until)
            ModelState.AddModelError("", texts["Try again at {0}.", PortalTime.Clock(until.AddMinutes(1))]);
        return Page();
    }

    private string Target() => Url.OwnPage(ReturnUrl);

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Enter your user name."), StringLength(256)]
        public string? UserName { get; set; }

        [Required(ErrorMessage = "Enter your password."), StringLength(256), DataType(DataType.Password)]
        public string? Password { get; set; }

        public bool IsShared { get; set; }
    }
}
