using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Suspects;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Suspects;

/// <summary>Notes where the law stands with a suspect, without opening who it is.</summary>
[RequirePermission(Permission.KeepSuspects)]
public sealed class StatusModel(TipSomDbContext db, TimeProvider clock) : SuspectPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input.Status = Suspect.Status;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Case.MustBeOpen();
        Suspect.StandsAs(Input.Status!.Value, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return ToSuspect(SuspectNotice.Changed);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose how it stands.")]
        public SuspectStatus? Status { get; set; }
    }
}
