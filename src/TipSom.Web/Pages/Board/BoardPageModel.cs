using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Board;

/// <summary>What the board and the lists behind its numbers share: the reader's side, the filters, and the addresses.</summary>
public abstract class BoardPageModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : PageModel
{
    private static readonly int[] Periods = [30, 90, 365];

    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    /// <summary>Only what was asked of this agency.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Provider { get; set; }

    /// <summary>Length of the period in days; any other than those offered reads as the first.</summary>
    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = Periods[0];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<(string Code, BilingualName Name)> Provinces { get; private set; } = [];

    public IReadOnlyList<(Guid Id, BilingualName Name)> Providers { get; private set; } = [];

    public IReadOnlyList<int> DaysOffered => Periods;

    public IEnumerable<Choice> ProvinceChoices => Provinces.Select(p => new Choice(p.Code, p.Name.Here));

    public IEnumerable<Choice> ProviderChoices => Providers.Select(p => new Choice($"{p.Id}", p.Name.Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture);

    protected TipSomDbContext Db => db;

    protected CurrentUser Reader => user;

    protected DateTimeOffset Since => Now.AddDays(-Days);

    /// <summary>The national desk sees everything; a supervisor what the own tree holds.</summary>
    protected BoardScope Scope => new(user.Role == Role.NationalCoordinator ? Side.National : Side.Sender, user.AgencyId, Province, Provider);

    /// <summary>The address of a page of the board with the filters of this one.</summary>
    public string UrlOf(
        string page, BoardShow show = BoardShow.Open, BoardStage? stage = null, BoardAge? age = null, string? after = null) =>
        page + QueryString.Create(new Dictionary<string, string?>
        {
            ["show"] = show == BoardShow.Open ? null : show.ToString(),
            ["stage"] = stage?.ToString(),
            ["age"] = age?.ToString(),
            ["province"] = Province,
            ["provider"] = Provider?.ToString(),
            ["days"] = Days == Periods[0] ? null : $"{Days}",
            ["after"] = after
        }.Where(pair => pair.Value is not null));

    /// <summary>The list behind a number.</summary>
    public string ListUrl(BoardShow show = BoardShow.Open, BoardStage? stage = null, BoardAge? age = null, string? after = null) =>
        UrlOf("/board/referrals", show, stage, age, after);

    /// <summary>Reads what may be chosen, and leaves out what is no choice. Where nothing is offered, only what was chosen is looked up.</summary>
    protected async Task LoadFiltersAsync(CancellationToken ct, bool areOffered = true)
    {
        if (areOffered || Province is not null)
            await LoadProvincesAsync(ct);
        if (areOffered || Provider is not null)
            await LoadProvidersAsync(ct);
        if (!Provinces.Any(p => p.Code == Province))
            Province = null;
        if (!Providers.Any(p => p.Id == Provider))
            Provider = null;
        if (!Periods.Contains(Days))
            Days = Periods[0];
    }

    private async Task LoadProvincesAsync(CancellationToken ct)
    {
        var provinces = await db.Provinces.AsNoTracking().OrderBy(p => p.SortOrder).ToListAsync(ct);
        Provinces = [.. provinces.Select(p => (p.Code, new BilingualName(p.NameEn, p.NameUr)))];
    }

    private async Task LoadProvidersAsync(CancellationToken ct)
    {
        var providers = await db.Agencies.AsNoTracking().Where(a => db.ProviderServices.Any(s => s.AgencyId == a.Id))
            .Select(a => new { a.Id, a.NameEn, a.NameUr }).ToListAsync(ct);
        Providers = [.. providers.Select(p => (p.Id, new BilingualName(p.NameEn, p.NameUr)))];
    }
}
