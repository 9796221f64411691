using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data.RowSecurity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>
/// Takes the answer of a security key: signs in by it alone, since the key asks for its own PIN or finger; or is the second step; or shows
/// anew who somebody signed in is.
/// </summary>
[AllowAnonymous, RepeatIsHarmless]
public sealed class KeyModel(SecurityKeys keys, BrowserSessions sessions, AuditNotes notes, SessionUser asks, CurrentUser user) : PageModel
{
    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public bool IsShared { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => RedirectToPage("SignIn");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var url = Url.OwnPage(ReturnUrl);
        var answer = new KeyAnswer(Question, Credential);
        if (User.IsHidden())
            return Redirect("/account/hidden");
        if (User.Identity?.IsAuthenticated == true)
        {
            if (await keys.AnswerAsync(answer, user.Id, user.IsShared, ct) is null)
                return LocalRedirect("/account/confirm" + QueryString.Create(new Dictionary<string, string?> { ["returnUrl"] = url, ["key"] = "refused" }));
            await notes.AloneAsync(asks, AuditNotes.StepUp, "users", user.Id, null, ct);
            await sessions.ProveAsync(withFactor: true, ct);
            return LocalRedirect(url);
        }

        var half = await sessions.HalfAsync(ct);
        if (await keys.AnswerAsync(answer, half?.UserId, half?.IsShared ?? IsShared, ct) is not { } owner)
            return LocalRedirect((half is null ? "/account/sign-in" : "/account/second-step") + QueryString.Create(new Dictionary<string, string?> { ["returnUrl"] = url, ["key"] = "refused" }));
        if (half is not null)
            await sessions.CompleteAsync(half, SignInOutcome.SignedInWithPasskey, ct);
        else
            await sessions.StartAsync(owner.Id, IsShared, SignInOutcome.SignedInWithPasskey, ct);
        return LocalRedirect(url);
    }
}
