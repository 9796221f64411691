using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Agreements;

namespace TipSom.Web.Pages.Agreements;

/// <summary>A page on which the administrator changes where an agreement stands, with a reason.</summary>
public abstract class StandingPageModel(TipSomDbContext db) : AgreementPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The act of the page.</summary>
    protected abstract void Change(string reason);

    public void OnGet()
    {
        // The agreement was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Change(Input.Reason!);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/agreements/{Id}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Write the reason in a few words.")]
        [StringLength(Agreement.ReasonMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Reason { get; set; }
    }
}
