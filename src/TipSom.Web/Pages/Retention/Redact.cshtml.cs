using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Retention;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Retention;

/// <summary>A supervisor takes what does not belong there out of the account of a case or out of one of its notes, for good.</summary>
[RequirePermission(Permission.RedactTexts)]
public sealed class RedactModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : CasePageModel(db)
{
    private Guid row;
    private string before = "";

    /// <summary>The account, or the id of a note.</summary>
    [FromRoute]
    public string What { get; init; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsNote { get; private set; }

    public int Longest => IsNote ? CaseNote.MaxLength : Case.NarrativeMaxLength;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        IsNote = Guid.TryParse(What, out var note);
        var kept = IsNote
            ? await Db.CaseNotes.Where(n => n.Id == note && n.CaseId == Case.Id).Select(n => n.SealedText).SingleOrDefaultAsync(ct)
            : What == "account" ? Case.SealedNarrative : null;
        row = IsNote ? note : Case.Id;
        if (cipher.OpenUnlessErased<string>(Kind, row, kept) is not { } text)
            return NotFound();
        before = text;
        return null;
    }

    public void OnGet() => Input.Text = before;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Text?.Length > Longest)
            ModelState.AddModelError("Input.Text", "The text is longer than it may be.");
        if (!ModelState.IsValid)
            return Page();
        var after = Input.Text!.ReplaceLineEndings("\n");
        var redaction = Redaction.Of(
            Case, IsNote ? RedactedText.Note : RedactedText.Narrative, row, before.ReplaceLineEndings("\n"), after, Input.Reason!.Value, user.Actor, clock.GetUtcNow());
        Db.Add(redaction);
        await Db.SaveChangesAsync(ct);
        await Db.Database.ExecuteSqlAsync($"select security.redact({redaction.Id}, {cipher.Seal(Kind, row, after)})", ct);
        return LocalRedirect($"/cases/{Case.Number}/timeline");
    }

    private string Kind => IsNote ? SealKinds.CaseNote : SealKinds.Narrative;

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Leave a text, such as that it was redacted.")]
        public string? Text { get; set; }

        [Required(ErrorMessage = "Choose why it is redacted.")]
        public RedactionReason? Reason { get; set; }
    }
}
