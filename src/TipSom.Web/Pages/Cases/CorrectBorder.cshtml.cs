using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>Corrects whether a border was crossed, and with it which agency should lead. The hand-over itself is agreed between the agencies.</summary>
[RequirePermission(Permission.AssessPeople)]
public sealed class CorrectBorderModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : CasePageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input.Border = Case.Border;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Case.LearnBorder(Input.Border!.Value, user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return ToCase(CaseNotice.BorderCorrected);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Say whether the border was crossed.")]
        public BorderCrossing? Border { get; set; }
    }
}
