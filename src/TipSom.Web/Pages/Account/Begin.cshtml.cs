using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>
/// The first sign-in, and the way back in: a code given in person sets the password, and leads to the second step or to setting one up.
/// Whatever is wrong with name or code gets one answer, after one password hash.
/// </summary>
[AllowAnonymous]
public sealed class BeginModel(
    UserManager<User> users, AccountCodes codes, GuessGuard guard, BrowserSessions sessions, IStringLocalizer<Ui> texts, ILogger<BeginModel> log) : PageModel, INewPassword
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public NewPassword New { get; set; } = new();

    public void OnGet() => Input.IsShared = true;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // Judged before the account is looked at, as if it were nobody's but its name: the answer tells nothing.
        if (!ModelState.IsValid || !await New.IsGoodAsync(users, Nobody(Input.UserName!), ModelState, texts))
            return Page();
        var (account, place) = (users.NormalizeName(Input.UserName!)!, Visitor.PlaceOf(HttpContext));
        var waits = await guard.TryAsync(GuessKind.AccountCode, account, place, isKnownPlace: false, ct);
        var user = await users.FindByNameAsync(Input.UserName!);
        var hash = users.PasswordHasher.HashPassword(user!, New.Password!);
        if (waits is null && user is { DisabledAt: null } && await codes.UseAsync(user.Id, Input.Code!, hash, Guid.NewGuid().ToString("N"), ct) is { } kind)
        {
            await guard.ForgiveAsync(GuessKind.AccountCode, account, place, isKnownPlace: false, ct);
            log.LogInformation("{UserId} began with a code: {Kind}", user.Id, kind);
            return LocalRedirect(await sessions.PasswordGivenAsync(user, Input.IsShared, "/", ct));
        }

        log.LogWarning("Refused a code to begin with");
        waits ??= await guard.WaitsUntilAsync(GuessKind.AccountCode, account, place, ct);
        ModelState.AddModelError("", texts["The user name or the code is wrong, or the code was used or is too old. Ask for a new one."]);
        if (waits is { } until)
            ModelState.AddModelError("", texts["Try again at {0}.", PortalTime.Clock(until.AddMinutes(1))]);
        return Page();
    }

    private static User Nobody(string userName) => new() { UserName = userName, DisplayName = "", UnitId = default, AgencyId = default, Role = default };

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Enter your user name."), StringLength(256)]
        public string? UserName { get; set; }

        [Required(ErrorMessage = "Enter the code."), StringLength(40)]
        public string? Code { get; set; }

        public bool IsShared { get; set; }
    }
}
