using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>A supervisor voids what was entered in error, with what was wrong; it stays on record and counts nowhere.</summary>
[RequirePermission(Permission.VoidReferrals)]
public sealed class VoidModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : ReferralPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The sentence that says why it cannot be voided; null when it can.</summary>
    public string? Refusal => ReferralLifecycle.After(Referral.Status, ReferralVerb.Void) is null ? ReferralLifecycle.Refusal(Referral.Status) : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Referral.Void(Input.Reason, user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{Referral.Number}");
    }

    protected override bool IsFor(Side side) => side == Side.Sender;

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Write what was wrong, in a few words."), StringLength(Referral.NoteMaxLength)]
        public string? Reason { get; set; }
    }
}
