using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agencies;

/// <summary>Suspends an agency: its people are out with their next request, and nothing new is sent to it. What it holds waits there.</summary>
[RequirePermission(Permission.KeepAgencies), StepUp]
public sealed class SuspendModel(TipSomDbContext db, KeptAgencies agencies, CurrentUser user) : AgencyPageModel(db, agencies)
{
    public void OnGet()
    {
        // The agency was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Agency.Suspend(user.AgencyId);
        await Agencies.StandAsync(Agency, ct);
        return Done(AgencyNotice.Suspended);
    }
}
