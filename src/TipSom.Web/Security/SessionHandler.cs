using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using TipSom.Data.Identity;

namespace TipSom.Web.Security;

/// <summary>
/// Signs a request in by the key in its cookie, and by nothing else: who it belongs to, and whether it still counts, is read from the
/// database each time. Nobody signed in is led to the page that signs in; a refusal is a status with a page of its own.
/// </summary>
public sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionStore sessions, SignInCookies cookies)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[cookies.Session] is not { Length: > 0 } key || await sessions.FindAsync(key, Context.RequestAborted) is not { } user)
            return AuthenticateResult.NoResult();
        var until = await sessions.TouchAsync(key, user.Session, Context.RequestAborted);
        var properties = new AuthenticationProperties { ExpiresUtc = until < user.Session.EndsAt ? until : user.Session.EndsAt };
        return AuthenticateResult.Success(new AuthenticationTicket(user.ToPrincipal(Scheme.Name), properties, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect(BuildRedirectUri($"/account/sign-in{QueryString.Create("returnUrl", Request.PathBase + Request.Path + Request.QueryString)}"));
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
