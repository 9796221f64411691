using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Emergency;
using TipSom.Domain.Identity;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Emergency;

/// <summary>Oversight, or a supervisor over those who hold the case, says whether an opening was justified. Written once.</summary>
[RequirePermission(Permission.ReviewEmergencies)]
public sealed class ReviewModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : EmergencyPageModel(db, user, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Reason { get; private set; } = "";

    public IReadOnlyList<Choice> Answers => [new("true", texts["Justified"]), new("false", texts["Not justified"])];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        // Who asked is refused with a reason; others who do not review find nothing here.
        if (!IsOwn && (await Db.EmergencyFactsAsync(Access.Id, ct))?.MayReview != true)
            return NotFound();
        Reason = cipher.Open<string>(SealKinds.EmergencyReason, Access.Id, Access.SealedReason);
        return null;
    }

    public void OnGet()
    {
        // The access was loaded before; there is nothing else to show.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (Review is not null)
            throw new RuleBrokenException(EmergencyReview.Done);
        Db.Add(new EmergencyReview(
            Access, Approval, Input.IsJustified!.Value, Input.Note!, (id, note) => cipher.Seal(SealKinds.EmergencyNote, id, note), Me.Actor, Now));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/emergency/{Access.Number}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose what you find.")]
        public bool? IsJustified { get; set; }

        [Required(ErrorMessage = "Write what you found."), StringLength(EmergencyReview.NoteMaxLength)]
        public string? Note { get; set; }
    }
}
