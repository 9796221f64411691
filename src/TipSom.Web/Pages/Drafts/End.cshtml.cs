using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data.Drafts;
using TipSom.Domain.Drafts;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Drafts;

/// <summary>Discards an own draft: from the list, or to begin the form anew.</summary>
[RequirePermission(Permission.SeeOwnWork)]
public sealed class EndModel(DraftStore drafts, CurrentUser user) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || !Url.IsLocalUrl(Input.Page))
            return BadRequest();
        await drafts.EndAsync(user.Id, Input.Page, ct);
        return LocalRedirect(Input.BeginsAnew ? Input.Page : "/?draft=discarded");
    }

    public sealed class InputModel
    {
        [Required, StringLength(Draft.PageMaxLength)]
        public string? Page { get; set; }

        /// <summary>Whether to go on with the empty form.</summary>
        public bool BeginsAnew { get; set; }
    }
}
