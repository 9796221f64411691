using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Retention;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Retention;

/// <summary>What is due to be erased in the own units, the longest waiting first, and what was decided last.</summary>
[RequirePermission(Permission.DecideErasures)]
public sealed class IndexModel(TipSomDbContext db) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await (
            from e in db.Erasures
            join u in db.Units on e.UnitId equals u.Id
            orderby e.EndedAt != null, e.EndedAt descending, e.ProposedAt
            select new Row(e.Id, e.CaseNumber, new BilingualName(u.NameEn, u.NameUr), e.Ground, e.ProposedAt, e.Status))
        .Take(Most).ToListAsync(ct);

    public sealed record Row(Guid Id, string Number, BilingualName Unit, ErasureGround Ground, DateTimeOffset ProposedAt, ErasureStatus Status);
}
