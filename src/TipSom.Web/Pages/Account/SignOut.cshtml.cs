using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data.RowSecurity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>
/// Ends the session on the server, so that every copy of the cookie is worth nothing, and empties the browser: of everything, unless
/// somebody keeps a sealed copy of what could not be sent. The script removes the copies of the one who leaves and says whether others are left.
/// </summary>
[AllowAnonymous, RepeatIsHarmless]
public sealed class SignOutModel(BrowserSessions sessions, AuditNotes notes, SessionUser user) : PageModel
{
    /// <summary>Whether sealed copies stay in the browser.</summary>
    [BindProperty]
    public bool Keep { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Page() : RedirectToPage("SignIn");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await notes.AloneAsync(user, AuditNotes.SignOut, "users", user.UserId, null, ct);
        await sessions.EndAsync(ct);
        Response.Headers["Clear-Site-Data"] = Keep ? "\"cache\"" : "\"cache\", \"storage\"";
        return RedirectToPage("SignIn");
    }
}
