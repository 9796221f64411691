using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Services;

/// <summary>What the own unit and the units below it offer, with the places, each confirmed by one tap.</summary>
[RequirePermission(Permission.ConfirmPlaces)]
public sealed class IndexModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : PageModel
{
    /// <summary>What was just done, one of <see cref="ServiceNotice"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayKeep => user.May(Permission.KeepServices);

    public IReadOnlyList<Row> Offered { get; private set; } = [];

    public IReadOnlyList<Row> Stopped { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Languages { get; private set; } = new Dictionary<string, string>();

    public sealed record Row(ProviderService Service, BilingualName Unit, BilingualName District);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await (
                from s in db.ProviderServices.AsNoTracking()
                join u in db.Units on s.UnitId equals u.Id
                join d in db.Districts on s.DistrictCode equals d.Code
                where s.AgencyId == user.AgencyId && OwnServices.Keeps(s.UnitId)
                orderby u.NameEn, s.Service, s.Id
                select new Row(s, new BilingualName(u.NameEn, u.NameUr), new BilingualName(d.NameEn, d.NameUr)))
            .ToListAsync(ct);
        (Offered, Stopped) = ([.. rows.Where(r => r.Service.IsOffered)], [.. rows.Where(r => !r.Service.IsOffered)]);
        Languages = await db.LanguageNamesAsync(ct);
    }
}
