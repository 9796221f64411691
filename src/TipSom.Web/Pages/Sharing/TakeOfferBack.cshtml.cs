using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Sharing;

/// <summary>Takes back the offer of the lead while nobody has answered it.</summary>
[RequirePermission(Permission.ProposeSharing)]
public sealed class TakeOfferBackModel(TipSomDbContext db, CaseSharing sharing, CurrentUser user, TimeProvider clock) : OfferPageModel(db, sharing)
{
    public void OnGet()
    {
        // The offer was loaded before.
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Offer.Transfer.TakeBack(user.Actor, clock.GetUtcNow());
        return SavedAsync(SharingNotice.OfferTakenBack, ct);
    }
}
