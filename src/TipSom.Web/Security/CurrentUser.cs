using System.Globalization;
using System.Security.Claims;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;

namespace TipSom.Web.Security;

/// <summary>The signed-in person of this request.</summary>
public sealed class CurrentUser(IHttpContextAccessor accessor)
{
    /// <summary>The person as the record of an act shows them. Only on pages that demand a permission.</summary>
    public Actor Actor => new(Id, Claim(People.Unit), Claim(People.Agency), Principal.FindFirstValue(ClaimTypes.Name)!);

    public Guid Id => Claim(ClaimTypes.NameIdentifier);

    public Guid UnitId => Claim(People.Unit);

    public Guid AgencyId => Claim(People.Agency);

    public Role Role => Principal.Role() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The session of this request.</summary>
    public Guid SessionId => Claim(People.Session);

    /// <summary>Whether the session is on a shared computer.</summary>
    public bool IsShared => Principal.HasClaim(People.Shared, "true");

    /// <summary>How long the session may be unused.</summary>
    public TimeSpan Idle => SessionStore.IdleOf(IsShared);

    public bool May(Permission permission) => Principal.Allows(permission);

    private ClaimsPrincipal Principal => accessor.HttpContext?.User ?? throw new InvalidOperationException("There is no request.");

    private Guid Claim(string type) => Guid.Parse(Principal.FindFirstValue(type) ?? throw new InvalidOperationException("Nobody is signed in."));
}

/// <summary>A signed-in person as claims; made anew for each request and never stored.</summary>
public static class People
{
    public const string Unit = "unit";
    public const string Agency = "agency";
    public const string Work = "work";
    public const string AgencyKind = "agency_kind";

    /// <summary>Id of the session, as the audit trail and the person's own list call it.</summary>
    public const string Session = "session";

    /// <summary>Whether the computer is shared.</summary>
    public const string Shared = "shared";

    /// <summary>When the person last proved who they are.</summary>
    public const string Proven = "proven";

    /// <summary>The screen is hidden: nothing opens but the page that asks for the password.</summary>
    public const string Hidden = "hidden";

    private const string Demo = "demo";

    public static ClaimsPrincipal ToPrincipal(this SignedInUser user, string scheme)
    {
        var session = user.Session;
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user.Id.ToString("D")), new(Session, session.Id.ToString("D"))], scheme);
        if (user.Culture is { } culture)
            identity.AddClaim(new("culture", culture));
        if (session.IsHidden)
        {
            identity.AddClaim(new(Hidden, "true"));
            return new ClaimsPrincipal(identity);
        }

        identity.AddClaims(
        [
            new(ClaimTypes.Name, user.Name),
            new(ClaimTypes.Role, user.Role.ToString()),
            new(Unit, user.UnitId.ToString("D")),
            new(Agency, user.AgencyId.ToString("D")),
            new("agency_name", user.AgencyNameEn),
            new("agency_name_ur", user.AgencyNameUr),
            new(Work, user.Work.ToString(CultureInfo.InvariantCulture)),
            new(AgencyKind, user.AgencyKind.ToString()),
            new(Shared, session.IsShared ? "true" : "false"),
            new(Demo, session.IsDemo ? "true" : "false")
        ]);
        if (session.SteppedUpAt is { } at)
            identity.AddClaim(new(Proven, at.ToString("O", CultureInfo.InvariantCulture)));
        return new ClaimsPrincipal(identity);
    }

    public static Role? Role(this ClaimsPrincipal user) =>
        Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;

    public static bool IsHidden(this ClaimsPrincipal user) => user.HasClaim(Hidden, "true");

    /// <summary>Whether the account is a demo account, which has no second factor.</summary>
    public static bool IsDemo(this ClaimsPrincipal user) => user.HasClaim(Demo, "true");

    public static DateTimeOffset? SteppedUpAt(this ClaimsPrincipal user) =>
        user.FindFirstValue(Proven) is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : null;

    public static bool Allows(this ClaimsPrincipal user, Permission permission) =>
        user.Role() is { } role && role.Allows(permission)
            && (!Enum.TryParse<Domain.Agencies.AgencyKind>(user.FindFirstValue(AgencyKind), out var kind) || role.Allows(permission, kind));
}
