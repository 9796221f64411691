using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The provider reports that nobody came at the time agreed: both sides are alarmed, the place is free again, the search begins.</summary>
[RequirePermission(Permission.ConfirmArrivals)]
public sealed class NoShowModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : ReceivedPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override ReferralVerb Verb => ReferralVerb.ReportNoShow;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Referral.ReportNoShow(user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return ToReferral();
    }

    public sealed class InputModel
    {
        [Range(typeof(bool), "true", "true", ErrorMessage = "Confirm that the person did not arrive.")]
        public bool Confirmed { get; set; }
    }
}
