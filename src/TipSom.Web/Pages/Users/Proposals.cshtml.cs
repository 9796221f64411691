using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>National roles that wait for a second administrator, and the latest that were decided.</summary>
[RequirePermission(Permission.KeepPeople)]
public sealed class ProposalsModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (user.Role != Role.NationalAdministrator)
            return NotFound();
        Rows = await (
                from p in db.RoleProposals
                join u in db.Units on p.UnitId equals u.Id
                join who in db.Users on p.ProposedById equals who.Id
                orderby p.ProposedAt descending, p.Id
                select new Row(p, new BilingualName(u.NameEn, u.NameUr), who.DisplayName))
            .AsNoTracking().Take(100).ToListAsync(ct);
        return Page();
    }

    public sealed record Row(RoleProposal Proposal, BilingualName Unit, string ProposedBy);
}
