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

/// <summary>What the board and the lists behind its numbers share: the reader's side, the province, the period, and the addresses.</summary>
public abstract class BoardPageModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : PageModel
{
    private static readonly int[] Periods = [30, 90, 365];

    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    /// <summary>Length of the period in days, by the moment of sending; any other than those offered reads as the first.</summary>
    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = Periods[0];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<(string Code, BilingualName Name)> Provinces { get; private set; } = [];

    public IReadOnlyList<int> DaysOffered => Periods;

    /// <summary>The national desk sees every referral; a supervisor those of the own tree.</summary>
    public Side Side => user.Role == Role.NationalCoordinator ? Side.National : Side.Sender;

    protected TipSomDbContext Db => db;

    protected DateTimeOffset Since => Now.AddDays(-Days);

    /// <summary>The address of the list behind a number, with the filters of this page.</summary>
    public string ListUrl(BoardShow show = BoardShow.Open, ReferralStatus? status = null, BoardAge? age = null, string? after = null) =>
        "/board/referrals" + QueryString.Create(new Dictionary<string, string?>
        {
            ["show"] = show == BoardShow.Open ? null : show.ToString(),
            ["status"] = status?.ToString(),
            ["age"] = age?.ToString(),
            ["province"] = Province,
            ["days"] = Days == Periods[0] ? null : $"{Days}",
            ["after"] = after
        }.Where(pair => pair.Value is not null));

    public IEnumerable<Choice> ProvinceChoices => Provinces.Select(p => new Choice(p.Code, p.Name.Here));

    protected async Task LoadFiltersAsync(CancellationToken ct)
    {
        var provinces = await db.Provinces.AsNoTracking().OrderBy(p => p.SortOrder).ToListAsync(ct);
        Provinces = [.. provinces.Select(p => (p.Code, new BilingualName(p.NameEn, p.NameUr)))];
        if (!Provinces.Any(p => p.Code == Province))
            Province = null;
        if (!Periods.Contains(Days))
            Days = Periods[0];
    }
}
