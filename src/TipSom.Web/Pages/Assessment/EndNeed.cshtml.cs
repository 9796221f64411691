using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Assessment;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Assessment;

/// <summary>Ends a need that was met otherwise, or is no longer one. It leaves the list of needs in nobody's hands.</summary>
[RequirePermission(Permission.AssessPeople)]
public sealed class EndNeedModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : NeedPageModel(db, cipher, user, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var id = Guid.CreateVersion7();
        Db.Add(Need.End(id, Case, Input.Ending!.Value, IsInHand, Sealed(id, Input.Reason!), Actor, Now));
        await Db.SaveChangesAsync(ct);
        return Saved("needs");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Say how the need ended.")]
        public NeedEnding? Ending { get; set; }

        [Required(ErrorMessage = "Say why."), MaxLength(NeedChange.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
