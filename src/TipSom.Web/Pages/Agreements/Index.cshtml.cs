using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>The register of agreements, by number: who is bound, what is covered, until when.</summary>
[RequirePermission(Permission.ReadAgreements)]
public sealed class IndexModel(TipSomDbContext db, PortalTime time) : PageModel
{
    public const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public bool InForce { get; set; }

    /// <summary>Number of the last agreement of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<AgreementView> Rows { get; private set; } = [];

    public string? NextUrl { get; private set; }

    public string FirstUrl => PageUrl(null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = time.Today;
        var agreements = db.Agreements.AsNoTracking();
        if (InForce)
        {
            agreements = agreements.Where(a =>
                a.Status == AgreementStatus.Signed && a.InForceFrom <= today && (a.InForceTo == null || a.InForceTo >= today));
        }

#pragma warning disable CA1309 // It becomes SQL: the database compares, by the order the list is in.
        if (After is { } after)
            agreements = agreements.Where(a => string.Compare(a.Number, after) > 0);
#pragma warning restore CA1309
        var found = await agreements.OrderBy(a => a.Number).Take(PageSize + 1).ToListAsync(ct);
        Rows = await AgreementView.OfAsync(db, [.. found.Take(PageSize)], today, ct);
        NextUrl = found.Count > PageSize ? PageUrl(Rows[^1].Agreement.Number) : null;
    }

    private string PageUrl(string? after) => "/agreements" + QueryString.Create(
        new Dictionary<string, string?> { ["inForce"] = InForce ? "true" : null, ["after"] = after }.Where(pair => pair.Value is not null));
}
