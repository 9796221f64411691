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
        if (await db.Agreements.AsNoTracking().Include(a => a.Versions).SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } found)
            return NotFound();
        Agreement = found;
        Documents = await db.AgreementDocuments.Where(d => d.AgreementId == Id).OrderByDescending(d => d.AttachedAt)
            .Select(d => new Document(d.Id, d.Version, d.Length, d.AttachedByName, d.AttachedAt)).ToListAsync(ct);
        var versions = found.Versions.OrderByDescending(v => v.Version).ToList();
        var names = await TermsView.OfAsync(db, [found.Terms, .. versions.Select(v => v.Terms)], ct);
        Names = names[0];
        Versions = [.. versions.Zip(names.Skip(1))];
        var byStatus = await db.ReferralAccess.Where(a => a.Referral.AgreementId == Id && !a.IsSettled)
            .GroupBy(a => a.Status).Select(g => new { Status = g.Key, Count = g.Count() }).ToListAsync(ct);
        UnderWay = [.. byStatus.Where(s => s.Status.IsLive()).OrderBy(s => s.Status).Select(s => (s.Status, s.Count))];
        return Page();
    }

    public sealed record Document(Guid Id, int Version, int Length, string AttachedByName, DateTimeOffset AttachedAt);
}
