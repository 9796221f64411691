using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data.Identity;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>Takes a second factor away. One always stays.</summary>
[RequirePermission(Permission.KeepOwnAccount), StepUp]
public sealed class RemoveModel(Factors factors, KnownPlaces places, CurrentUser user) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
        // The question is the same for everybody.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (!await (Input.Which == CodeKind.App ? factors.RemoveAppAsync(user.Id, ct) : factors.RemoveCardAsync(user.Id, ct)))
            throw new RuleBrokenException("You do not have this, or it is the only one you have. Set up another first.");
        await places.TellAsync(user.Id, NotificationKind.SignInChanged, ct);
        return LocalRedirect("/account?done=changed");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose which one.")]
        public CodeKind? Which { get; set; }
    }
}
