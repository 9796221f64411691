using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Coordination;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Board;

/// <summary>The needs of a period for which there was no place, one by one: where, which service, for whom in one word, and why.</summary>
[RequirePermission(Permission.ReadBoard)]
public sealed class GapsModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : BoardPageModel(db, user, clock)
{
    private const int MostShown = 500;

    [BindProperty(SupportsGet = true)]
    public string? District { get; set; }

    [BindProperty(SupportsGet = true)]
    public ServiceType? Service { get; set; }

    public IReadOnlyList<Gap> Gaps { get; private set; } = [];

    public bool IsCut { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadFiltersAsync(ct);
        var (province, district, service, since) = (Province, District, Service, Since);
        var gaps = await (
                from g in Db.ServiceGaps.AsNoTracking()
                join d in Db.Districts on g.DistrictCode equals d.Code
                where g.At >= since && (province == null || g.ProvinceCode == province)
                    && (district == null || g.DistrictCode == district) && (service == null || g.Service == service)
                orderby g.At descending
                select new Gap(g, new BilingualName(d.NameEn, d.NameUr)))
            .Take(MostShown + 1).ToListAsync(ct);
        (Gaps, IsCut) = ([.. gaps.Take(MostShown)], gaps.Count > MostShown);
    }

    public sealed record Gap(ServiceGap Record, BilingualName District);
}
