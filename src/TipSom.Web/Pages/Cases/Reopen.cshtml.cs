using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>A supervisor opens a closed case again, with a reason.</summary>
[RequirePermission(Permission.ReopenCases)]
public sealed class ReopenModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : CasePageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
        // The case was loaded before; there is nothing else to show.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var change = Case.Reopen(Input.Words!, user.Actor, clock.GetUtcNow());
        change.KeepWords(cipher.Seal(SealKinds.StatusWords, change.Id, Input.Words!));
        Db.Add(change);
        await Db.SaveChangesAsync(ct);
        return ToCase(CaseNotice.Reopened);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Write why the case is opened again.")]
        [StringLength(CaseStatusChange.WordsMaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Words { get; set; }
    }
}
