using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Assessment;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Assessment;

/// <summary>Makes a need more or less urgent; whoever's turn it is has more or less time from then on.</summary>
[RequirePermission(Permission.AssessPeople)]
public sealed class NeedUrgencyModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : NeedPageModel(db, cipher, user, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var id = Guid.CreateVersion7();
        Db.Add(Need.ChangeUrgency(id, Case, Input.Urgency!.Value, IsInHand, Sealed(id, Input.Reason!), Actor, Now));
        await Db.SaveChangesAsync(ct);
        return Saved("needs");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Say how soon it is needed.")]
        public Urgency? Urgency { get; set; }

        [Required(ErrorMessage = "Say why."), MaxLength(NeedChange.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
