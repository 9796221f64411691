using System.Security.Claims;
using TipSom.Data.RowSecurity;

namespace TipSom.Web.Security;

/// <summary>What the signed context says of a request besides the person: the session and the place.</summary>
public static class WhoAsks
{
    /// <summary>Who signed in is who the database is told is asking.</summary>
    public static void TellWhoAsks(this HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true)
            return;
        var asks = context.RequestServices.GetRequiredService<SessionUser>();
        asks.UserId = context.RequestServices.GetRequiredService<CurrentUser>().Id;
        asks.SessionId = Guid.TryParse(context.User.FindFirstValue(People.Session), out var session) ? session : null;
        asks.Place = context.Place();
    }

    /// <summary>Where the request comes from, as a keyed hash of its address.</summary>
    public static string? Place(this HttpContext context) =>
        context.RequestServices.GetRequiredService<AccessContext>().PlaceOf(context.Connection.RemoteIpAddress);
}
