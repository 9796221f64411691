using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>One agreement: everything it covers, every version with who decided on it, its papers, and what rests on it.</summary>
[RequirePermission(Permission.ReadAgreements)]
public sealed class DetailsModel(TipSomDbContext db, CurrentUser user, PortalTime time) : PageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public Agreement Agreement { get; private set; } = null!;

    public TermsView Names { get; private set; } = null!;

    /// <summary>Every version, newest first.</summary>
    public IReadOnlyList<(AgreementVersion Version, TermsView Names)> Versions { get; private set; } = [];

    /// <summary>The signed papers, newest first.</summary>
    public IReadOnlyList<Document> Documents { get; private set; } = [];

    /// <summary>Referrals under way that rest on it and the reader may see, by status.</summary>
    public IReadOnlyList<(ReferralStatus Status, int Count)> UnderWay { get; private set; } = [];

    public AgreementStanding Standing => AgreementStanding.Of(Agreement, time.Today);

    /// <summary>Why it carries no referral today; null when it does.</summary>
    public AgreementProblem? Problem => Agreement.StandingProblem(time.Today);

    /// <summary>Whether the reader's side is asked to approve.</summary>
    public bool WaitsForReader => user.May(Permission.ApproveAgreements) && Agreement.Awaiting is { } awaiting
        && (user.Role == Role.NationalCoordinator
            ? awaiting.WaitsFor(AgreementSide.Lead)
            : awaiting.WaitsFor(AgreementSide.Provider) && Agreement.ProviderAgencyId == user.AgencyId);

    public bool Manages => user.May(Permission.ManageAgreements);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await db.Agreements.AsNoTracking()
            .Where(a => a.Id == Id)
            .Select(a => new
            {
                Agreement = a,
                Versions = a.Versions.OrderByDescending(v => v.Version).ToList(),
                Documents = db.AgreementDocuments.Where(d => d.AgreementId == a.Id).OrderByDescending(d => d.AttachedAt)
                    .Select(d => new Document(d.Id, d.Version, d.Length, d.AttachedByName, d.AttachedAt)).ToList()
            })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Agreement, Documents) = (found.Agreement, found.Documents);
        var names = await TermsView.OfAsync(db, [Agreement.Terms, .. found.Versions.Select(v => v.Terms)], ct);
        Names = names[0];
        Versions = [.. found.Versions.Zip(names.Skip(1))];
        var byStatus = await db.ReferralAccess.Where(a => a.Referral.AgreementId == Id && !a.IsSettled)
            .GroupBy(a => a.Status).Select(g => new { Status = g.Key, Count = g.Count() }).ToListAsync(ct);
        UnderWay = [.. byStatus.Where(s => s.Status.IsLive()).OrderBy(s => s.Status).Select(s => (s.Status, s.Count))];
        return Page();
    }

    public sealed record Document(Guid Id, int Version, int Length, string AttachedByName, DateTimeOffset AttachedAt);
}
