using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>One agreement: everything it covers, who signed, who may refer under it, and what its end means.</summary>
[RequirePermission(Permission.ReadAgreements)]
public sealed class DetailsModel(TipSomDbContext db, PortalTime time) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public AgreementView View { get; private set; } = null!;

    public Agreement Agreement => View.Agreement;

    /// <summary>Why it carries no referral today; null when it does.</summary>
    public AgreementProblem? Problem => Agreement.StandingProblem(time.Today);

    /// <summary>Whether its dates have passed or begun by today, for the lines of its history.</summary>
    public bool HasBegun => Agreement.InForceFrom <= time.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Agreements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } agreement)
            return NotFound();
        View = (await AgreementView.OfAsync(db, [agreement], time.Today, ct))[0];
        return Page();
    }
}
