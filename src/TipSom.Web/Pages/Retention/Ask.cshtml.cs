using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Identity;
using TipSom.Domain.Retention;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Retention;

/// <summary>A supervisor asks that who the people of a closed case are is erased before its time, for the person or a court.</summary>
[RequirePermission(Permission.AskErasures)]
public sealed class AskModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : CasePageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
        // The case was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var id = Guid.CreateVersion7();
        Db.Add(Erasure.Ask(Case, id, Input.Ground!.Value, cipher.Seal(SealKinds.ErasureReason, id, Input.Reason!), user.Actor, clock.GetUtcNow()));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/erasures/{id}");
    }

    public sealed class InputModel : IValidatableObject
    {
        [Required(ErrorMessage = "Choose why it is erased.")]
        public ErasureGround? Ground { get; set; }

        [Required(ErrorMessage = "Write why it is erased.")]
        [StringLength(Erasure.ReasonMaxLength, MinimumLength = Erasure.ReasonMinLength, ErrorMessage = "Write {2} to {1} characters.")]
        public string? Reason { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Ground == ErasureGround.TimeIsOver)
                yield return new ValidationResult("Choose why it is erased.", [nameof(Ground)]);
        }
    }
}
