using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Telling;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>A page that sets up a second factor, for somebody signed in or on the way there.</summary>
public abstract class FactorPageModel(CurrentUser user, BrowserSessions sessions, KnownPlaces places) : PageModel
{
    /// <summary>The session before the second step; null for somebody signed in.</summary>
    protected HalfSession? Half { get; private set; }

    public bool IsFirst => User.Identity?.IsAuthenticated != true;

    protected async Task<Guid> PersonAsync(CancellationToken ct)
    {
        if (!IsFirst)
            return user.Id;
        Half = await sessions.HalfAsync(ct) ?? throw new InvalidOperationException("Nobody is on the way in.");
        return Half.UserId;
    }

    /// <summary>A factor was given: signs somebody in who was on the way.</summary>
    protected Task CompleteAsync(CancellationToken ct) => Half is { } half ? sessions.CompleteAsync(half, SignInOutcome.SignedInWithCode, ct) : Task.CompletedTask;

    /// <summary>Tells the person, who may not be the one at the browser.</summary>
    protected Task TellAsync(Guid person, CancellationToken ct) => places.TellAsync(person, NotificationKind.SignInChanged, ct);
}
