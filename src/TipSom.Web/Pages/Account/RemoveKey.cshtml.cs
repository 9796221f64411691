using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data.Identity;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>Takes a security key away, unless nothing else is left.</summary>
[RequirePermission(Permission.KeepOwnAccount), StepUp]
public sealed class RemoveKeyModel(Factors factors, KnownPlaces places, CurrentUser user) : PageModel
{
    /// <summary>Id of the key, in hexadecimal digits.</summary>
    [BindProperty]
    public string? KeyId { get; set; }

    public IActionResult OnGet() => Redirect("/account/keys");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (KeyId is not { Length: > 0 and <= 2048 } || KeyId.Length % 2 != 0 || !KeyId.All(char.IsAsciiHexDigit))
            return BadRequest();
        if (!await factors.RemoveKeyAsync(user.Id, Convert.FromHexString(KeyId), ct))
            throw new RuleBrokenException("You do not have this, or it is the only one you have. Set up another first.");
        await places.TellAsync(user.Id, NotificationKind.SignInChanged, ct);
        return LocalRedirect("/account?done=changed");
    }
}
