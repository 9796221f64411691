using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Imports;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Imports;

/// <summary>The registers the supervisors of this unit brought in, the newest first.</summary>
[RequirePermission(Permission.ImportRegisters)]
public sealed class IndexModel(TipSomDbContext db) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await (
            from i in db.Imports
            join u in db.Units on i.UnitId equals u.Id
            orderby i.UploadedAt descending
            select new Row(i.Id, new BilingualName(u.NameEn, u.NameUr), i.Rows, i.PeopleIn, i.Status, i.UploadedAt))
        .Take(Most).ToListAsync(ct);

    public sealed record Row(Guid Id, BilingualName Unit, int Lines, int PeopleIn, ImportStatus Status, DateTimeOffset UploadedAt);
}
