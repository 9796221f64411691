using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Sharing;

/// <summary>Takes back a share, at once. Whoever works on the case may: it only ever protects.</summary>
[RequirePermission(Permission.ProposeSharing)]
public sealed class TakeBackModel(TipSomDbContext db, CaseSharing sharing, CurrentUser user, TimeProvider clock) : SharePageModel(db, sharing, clock)
{
    private readonly TimeProvider clock = clock;

    public void OnGet()
    {
        // The share was loaded before.
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Share.Share.TakeBack(Case, user.Actor, clock.GetUtcNow());
        return SavedAsync(SharingNotice.TakenBack, ct);
    }
}
