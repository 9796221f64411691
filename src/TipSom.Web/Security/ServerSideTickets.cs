using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using TipSom.Data.Identity;

namespace TipSom.Web.Security;

/// <summary>Keeps the cookie to a key: who it belongs to, and whether it still counts, is read from the database at each request.</summary>
public sealed class ServerSideTickets(SessionStore sessions) : ITicketStore
{
    public Task<string> StoreAsync(AuthenticationTicket ticket) =>
        sessions.StartAsync(Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!), CancellationToken.None);

    public Task RenewAsync(string key, AuthenticationTicket ticket) => sessions.TouchAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (await sessions.FindAsync(key, CancellationToken.None) is not { } user)
            return null;
        var properties = new AuthenticationProperties { IssuedUtc = user.IdleUntil - SessionStore.Idle, ExpiresUtc = user.IdleUntil };
        return new AuthenticationTicket(user.ToPrincipal(IdentityConstants.ApplicationScheme), properties, IdentityConstants.ApplicationScheme);
    }

    public Task RemoveAsync(string key) => sessions.EndAsync(key, CancellationToken.None);
}
