using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agencies;

/// <summary>Lets a suspended agency take part again. Everybody of it signs in anew.</summary>
[RequirePermission(Permission.KeepAgencies), StepUp]
public sealed class ResumeModel(TipSomDbContext db, KeptAgencies agencies) : AgencyPageModel(db, agencies)
{
    public void OnGet()
    {
        // The agency was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Agency.Resume();
        await Agencies.StandAsync(Agency, ct);
        return Done(AgencyNotice.Resumed);
    }
}
