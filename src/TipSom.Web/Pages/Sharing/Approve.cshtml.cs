using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Sharing;

/// <summary>A supervisor of the holder approves that the lead is offered to another agency.</summary>
[RequirePermission(Permission.DecideSharing)]
public sealed class ApproveModel(TipSomDbContext db, CaseSharing sharing, CurrentUser user, TimeProvider clock) : OfferPageModel(db, sharing)
{
    public void OnGet()
    {
        // The offer was loaded before.
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Offer.Transfer.Approve(user.Actor, clock.GetUtcNow());
        return SavedAsync(SharingNotice.Offered, ct);
    }
}
