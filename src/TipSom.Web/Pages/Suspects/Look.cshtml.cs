using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Identity;
using TipSom.Domain.Suspects;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Suspects;

/// <summary>A supervisor notes having looked at the accusation of a person whom the case protects.</summary>
[RequirePermission(Permission.LookAtAccusations)]
public sealed class LookModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : SuspectPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string? Why => Suspect.SealedWhyAccused is { } kept ? cipher.Open<string>(SealKinds.WhyAccused, Suspect.Id, kept) : null;

    public void OnGet()
    {
        // The accusation was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Suspect.Look(cipher.Seal(SealKinds.LookNote, Suspect.Id, Input.Note!), user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return ToSuspect(SuspectNotice.Looked);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Write what you found."), StringLength(Suspect.ReasonMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Note { get; set; }
    }
}
