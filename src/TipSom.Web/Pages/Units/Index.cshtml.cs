using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Units;

/// <summary>The own unit and those below it, each under the one it hangs on.</summary>
[RequirePermission(Permission.KeepUnits)]
public sealed class IndexModel(TipSomDbContext db, CurrentUser user) : PageModel
{
    [FromQuery(Name = "done")]
    public UnitNotice? Notice { get; init; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var tree = await db.UnitsOfTreeAsync(user.AgencyId, user.UnitId, ct, withEnded: true);
        var districts = await db.Districts.AsNoTracking().ToDictionaryAsync(d => d.Code, d => new BilingualName(d.NameEn, d.NameUr), ct);
        var ids = tree.Select(u => u.Id).ToList();
        var people = await db.Users.Where(u => ids.Contains(u.UnitId) && u.DisabledAt == null).GroupBy(u => u.UnitId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var below = tree.Skip(1).ToLookup(u => u.ParentId);
        var rows = new List<Row>();
        Add(tree[0], null);
        Rows = rows;

        void Add(Unit unit, Unit? above)
        {
            rows.Add(new Row(
                unit, new BilingualName(unit.NameEn, unit.NameUr), above is null ? null : new BilingualName(above.NameEn, above.NameUr),
                unit.DistrictCode is { } code ? districts[code] : null, people.GetValueOrDefault(unit.Id)));
            foreach (var next in below[unit.Id].OrderBy(u => u.EndedAt is not null).ThenBy(u => u.Code, StringComparer.Ordinal))
                Add(next, unit);
        }
    }

    public sealed record Row(Unit Unit, BilingualName Name, BilingualName? Above, BilingualName? District, int People);
}
