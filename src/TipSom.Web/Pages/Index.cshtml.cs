using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages;

[RequirePermission(Permission.SeeOwnWork)]
public sealed class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}
