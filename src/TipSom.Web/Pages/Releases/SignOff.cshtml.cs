using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Releases;

/// <summary>Signs a release off: from then on everybody reads it.</summary>
[RequirePermission(Permission.KeepReleases), StepUp]
public sealed class SignOffModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : ReleasePageModel(db)
{
    public void OnGet()
    {
        // The release was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Release.SignOff(await Db.LatestReleaseAsync(Release.Year, ct), user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/releases/{Release.Number}");
    }
}
