using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>Who is signed in, as the portal knows them.</summary>
[RequirePermission(Permission.KeepOwnAccount)]
public sealed class IndexModel(CurrentUser user) : PageModel
{
    public string Name => User.FindFirstValue(ClaimTypes.Name)!;

    public Role Role => user.Role;

    public void OnGet()
    {
        // Everything shown is in the claims that this request was signed in with.
    }
}
