using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>The only page open at the first sign-in: choose a second factor.</summary>
[AllowAnonymous, SetsUpFactor]
public sealed class SetUpModel : PageModel
{
    public void OnGet()
    {
        // It says what there is to choose from.
    }
}
