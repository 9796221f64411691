using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>Who is signed in, as the portal knows them, and by which ways.</summary>
[RequirePermission(Permission.KeepOwnAccount)]
public sealed class IndexModel(CurrentUser user, Factors factors) : PageModel
{
    public string Name => User.FindFirstValue(ClaimTypes.Name)!;

    public Role Role => user.Role;

    public FactorsHeld Held { get; private set; } = new(false, null, 0);

    public bool WasChanged { get; private set; }

    public async Task OnGetAsync(string? done, CancellationToken ct)
    {
        WasChanged = done == "changed";
        Held = await factors.HeldByAsync(user.Id, ct);
    }
}
