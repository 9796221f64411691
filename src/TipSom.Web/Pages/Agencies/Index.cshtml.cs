using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agencies;

/// <summary>Every agency, with where its head office sits and how it is reached.</summary>
[RequirePermission(Permission.KeepAgencies)]
public sealed class IndexModel(TipSomDbContext db) : PageModel
{
    [FromQuery(Name = "done")]
    public AgencyNotice? Notice { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await (
            from g in db.Agencies
            orderby g.Kind, g.Code
            select new Row(
                g, new BilingualName(g.NameEn, g.NameUr),
                (from u in db.Units
                 join d in db.Districts on u.DistrictCode equals d.Code
                 join p in db.Provinces on d.ProvinceCode equals p.Code
                 where u.AgencyId == g.Id && u.ParentId == null
                 select new BilingualName(p.NameEn, p.NameUr)).FirstOrDefault(),
                db.Units.Where(u => u.AgencyId == g.Id && u.ParentId == null).Select(u => u.Phone).FirstOrDefault()))
        .AsNoTracking().ToListAsync(ct);

    public sealed record Row(Agency Agency, BilingualName Name, BilingualName? Province, string? Phone);
}
