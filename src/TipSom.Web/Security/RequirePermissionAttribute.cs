using Microsoft.AspNetCore.Authorization;
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
public sealed class PermissionHandler(ILogger<PermissionHandler> log) : AuthorizationHandler<RequirePermissionAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequirePermissionAttribute requirement)
    {
        if (context.User.Allows(requirement.Permission))
            context.Succeed(requirement);
        else if (context.User.Identity?.IsAuthenticated == true)
            log.LogWarning("Refused {Permission} to a {Role}", requirement.Permission, context.User.Role());
        return Task.CompletedTask;
    }
}
