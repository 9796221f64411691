using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Data.Seeding;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>Signs in. Unknown account, wrong password, locked and disabled get one answer, in the same time.</summary>
[AllowAnonymous]
public sealed class SignInModel(UserManager<User> users, IStringLocalizer<Ui> texts, IHostEnvironment environment, AuditNotes notes,
    ILogger<SignInModel> log) : PageModel
{
    // The password of an account nobody has: checking against it costs an unknown name what a known one costs.
    private static string? nobodysHash;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<DemoAccount> DemoAccounts => environment.IsDevelopment() ? DemoData.Accounts : [];

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target()) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        if (await CheckAsync(Input.UserName!, Input.Password!) is not { } user)
        {
            Input.Password = null;
            ModelState.Remove("Input.Password");
            ModelState.AddModelError("", texts["The user name or the password is wrong, or the account is waiting after too many tries. After {0} wrong tries an account waits {1} minutes.",
                Startup.SignIn.TriesBeforeLockout, (int)Startup.SignIn.Lockout.TotalMinutes]);
            return Page();
        }

        // Nobody comes in without an entry.
        await NoteAsync(user, SignInOutcome.SignedIn);
        // A session that was open in this browser does not live on beside the new one.
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user.Id.ToString("D"))], IdentityConstants.ApplicationScheme);
        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity));
        log.LogInformation("Signed in {UserId}", user.Id);
        return LocalRedirect(Target());
    }

    private async Task<User?> CheckAsync(string userName, string password)
    {
        var user = await users.FindByNameAsync(userName);
        if (user is null || user.DisabledAt is not null || await users.IsLockedOutAsync(user))
        {
            nobodysHash ??= users.PasswordHasher.HashPassword(user!, Guid.NewGuid().ToString());
            users.PasswordHasher.VerifyHashedPassword(user!, nobodysHash, password);
            await NoteAsync(user, user is null ? SignInOutcome.UnknownAccount : user.DisabledAt is not null ? SignInOutcome.Disabled : SignInOutcome.Locked);
            log.LogWarning("Refused a sign-in: {Reason}", user is null ? "unknown account" : user.DisabledAt is not null ? "disabled" : "locked");
            return null;
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            await NoteAsync(user, SignInOutcome.WrongPassword);
            log.LogWarning("Refused a sign-in of {UserId}: wrong password", user.Id);
            return null;
        }

        if (user.AccessFailedCount > 0)
            await users.ResetAccessFailedCountAsync(user);
        return user;
    }

    private Task NoteAsync(User? user, SignInOutcome outcome) => notes.SignInAsync(user?.Id, outcome, HttpContext.Place(), HttpContext.RequestAborted);

    private string Target() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Enter your user name."), StringLength(256)]
        public string? UserName { get; set; }

        [Required(ErrorMessage = "Enter your password."), StringLength(256), DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
