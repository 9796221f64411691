using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Services;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Providers;

/// <summary>The directory of care providers by district: what they offer, whom they take, free places as last confirmed.</summary>
[RequirePermission(Permission.ReadProviders)]
public sealed class IndexModel(TipSomDbContext db, PortalTime time, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public ServiceType? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    [BindProperty(SupportsGet = true)]
    public VictimGroup? Group { get; set; }

    /// <summary>District and id of the last service of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<(string Code, BilingualName Name)> Provinces { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Languages { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? NextUrl { get; private set; }

    public string FirstUrl => PageUrl(null);

    public sealed record Row(
        ProviderService Service, BilingualName Provider, BilingualName Unit, BilingualName District, AgreementStanding Standing);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var provinces = await db.Provinces.AsNoTracking().OrderBy(p => p.SortOrder).ToListAsync(ct);
        Provinces = [.. provinces.Select(p => (p.Code, new BilingualName(p.NameEn, p.NameUr)))];
        var found = await (
                from s in Filtered().OrderBy(s => s.DistrictCode).ThenBy(s => s.Id).Take(PageSize + 1)
                join a in db.Agencies on s.AgencyId equals a.Id
                join u in db.Units on s.UnitId equals u.Id
                join d in db.Districts on s.DistrictCode equals d.Code
                orderby s.DistrictCode, s.Id
                select new
                {
                    Service = s,
                    Provider = new BilingualName(a.NameEn, a.NameUr),
                    Unit = new BilingualName(u.NameEn, u.NameUr),
                    District = new BilingualName(d.NameEn, d.NameUr)
                })
            .ToListAsync(ct);
        Languages = await db.LanguageNamesAsync(ct);
        var shown = found.Take(PageSize).ToList();
        var providers = shown.Select(f => f.Service.AgencyId).Distinct().ToList();
        var agreements = await db.Agreements.AsNoTracking().Where(a => providers.Contains(a.ProviderAgencyId)).ToListAsync(ct);
        Rows = [.. shown.Select(f => new Row(f.Service, f.Provider, f.Unit, f.District, StandingOf(f.Service, agreements)))];
        NextUrl = found.Count > PageSize ? PageUrl($"{Rows[^1].Service.DistrictCode}.{Rows[^1].Service.Id:n}") : null;
    }

    private IQueryable<ProviderService> Filtered()
    {
        var services = db.ProviderServices.AsNoTracking().Where(s => s.StoppedAt == null && db.Agencies.Any(a => a.Id == s.AgencyId && a.IsActive));
        if (Service is { } service)
            services = services.Where(s => s.Service == service);
        if (Group is { } group)
            services = services.Where(s => EF.Property<List<VictimGroup>>(s, "groups").Contains(group));
        if (Province is { } province)
            services = services.Where(s => db.Districts.Any(d => d.Code == s.DistrictCode && d.ProvinceCode == province));
        if (After?.Split('.') is [var district, var last] && Guid.TryParseExact(last, "n", out var id))
            services = services.Where(s => EF.Functions.GreaterThan(ValueTuple.Create(s.DistrictCode, s.Id), ValueTuple.Create(district, id)));
        return services;
    }

    // Of several agreements that name the service the one that serves longest counts; one that is over, only where none is in force.
    private AgreementStanding StandingOf(ProviderService service, IEnumerable<Agreement> agreements) => agreements
        .Where(a => a.Status != AgreementStatus.Refused && a.ProviderAgencyId == service.AgencyId && a.Services.Contains(service.Service))
        .OrderBy(a => a.StandingProblem(time.Today) is null ? 0 : 1)
        .ThenByDescending(a => a.InForceTo ?? DateOnly.MaxValue)
        .Select(a => AgreementStanding.Of(a, time.Today))
        .FirstOrDefault(AgreementStanding.None);

    private string PageUrl(string? after) => "/providers" + QueryString.Create(new Dictionary<string, string?>
    {
        ["service"] = Service?.ToString(),
        ["province"] = Province,
        ["group"] = Group?.ToString(),
        ["after"] = after
    }.Where(pair => pair.Value is not null));
}
