using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>Where the person is signed in, and the end of each of these. It asks for no proof: whoever sees a stranger there is in a hurry.</summary>
[RequirePermission(Permission.KeepOwnAccount)]
public sealed class SessionsModel(SessionStore sessions, CurrentUser user) : PageModel
{
    public IReadOnlyList<OwnSession> Sessions { get; private set; } = [];

    public Guid Own => user.SessionId;

    /// <summary>The one to end; all but this one where none is named.</summary>
    [BindProperty]
    public Guid? SessionId { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => Sessions = await sessions.OfAsync(user.Id, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (SessionId is { } ended)
            await sessions.EndAsync(user.Id, ended, ct);
        else
            await sessions.EndOthersAsync(user.Id, user.SessionId, ct);
        return LocalRedirect("/account/sessions");
    }
}
