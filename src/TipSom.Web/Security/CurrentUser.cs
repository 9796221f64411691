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

    /// <summary>Id of the browser's session, where the sign-in gives one.</summary>
    public const string Session = "session";

    public static ClaimsPrincipal ToPrincipal(this SignedInUser user, string scheme)
    {
        var identity = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, user.Id.ToString("D")),
            new(ClaimTypes.Name, user.Name),
            new(ClaimTypes.Role, user.Role.ToString()),
            new(Unit, user.UnitId.ToString("D")),
            new(Agency, user.AgencyId.ToString("D")),
            new("agency_name", user.AgencyNameEn),
            new("agency_name_ur", user.AgencyNameUr),
            new(Work, user.Work.ToString(CultureInfo.InvariantCulture))
        ], scheme);
        if (user.Culture is { } culture)
            identity.AddClaim(new("culture", culture));
        return new ClaimsPrincipal(identity);
    }

    public static Role? Role(this ClaimsPrincipal user) =>
        Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;

    public static bool Allows(this ClaimsPrincipal user, Permission permission) => user.Role() is { } role && role.Allows(permission);
}
