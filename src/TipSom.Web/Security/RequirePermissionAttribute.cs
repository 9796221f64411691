using Microsoft.AspNetCore.Authorization;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;

namespace TipSom.Web.Security;

/// <summary>Worn by every page that is not open to everybody: the one permission its act needs.</summary>
public sealed class RequirePermissionAttribute(Permission permission)
    : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Permission Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Answers from the role of the signed-in person; no claim, no permission.</summary>
public sealed class PermissionHandler(AuditNotes notes, ILogger<PermissionHandler> log) : AuthorizationHandler<RequirePermissionAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RequirePermissionAttribute requirement)
    {
        if (context.User.Allows(requirement.Permission))
        {
            context.Succeed(requirement);
        }
        else if (context.User.Identity?.IsAuthenticated == true)
        {
            log.LogWarning("Refused {Permission} to a {Role}", requirement.Permission, context.User.Role());
            if (context.Resource is HttpContext http)
            {
                await notes.AloneAsync(
                    http.RequestServices.GetRequiredService<SessionUser>(), AuditNotes.Refused, "pages", null,
                    AuditCodes.OfPage(http.GetEndpoint(), StatusCodes.Status403Forbidden), http.RequestAborted);
            }
        }
    }
}
