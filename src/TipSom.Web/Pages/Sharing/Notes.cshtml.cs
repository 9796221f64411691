using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Sharing;

/// <summary>What those who see a case write to each other, and the next note.</summary>
[RequirePermission(Permission.WriteCaseNotes)]
public sealed class NotesModel(TipSomDbContext db, CaseSharing sharing, CurrentUser user) : CasePageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<OpenedNote> Notes { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Notes = await sharing.NotesAsync(Case, ct);
        return null;
    }

    public void OnGet()
    {
        // The notes were loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        sharing.Write(Case, Input.Text!, user.Actor);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/sharing/notes");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Write the note."), StringLength(CaseNote.MaxLength, ErrorMessage = "Write at most {1} characters.")]
        public string? Text { get; set; }
    }
}
