using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Board;

/// <summary>What is open by stage and age, where it takes long, where places are free, and what was missing. Numbers only; each that counts records leads to them.</summary>
[RequirePermission(Permission.ReadBoard)]
public sealed class IndexModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : BoardPageModel(db, user, clock)
{
    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    public StageTimes Times { get; private set; } = null!;

    public IReadOnlyList<PlacesRow> Places { get; private set; } = [];

    public IReadOnlyList<GapRow> Gaps { get; private set; } = [];

    public int Open => Rows.Sum(row => row.All);

    public int Overdue => Rows.Sum(row => row.Overdue);

    public IEnumerable<VictimGroup> Groups => Enum.GetValues<VictimGroup>().Where(g => Places.Any(p => p.Group == g));

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadFiltersAsync(ct);
        Rows = await Db.BoardRowsAsync(Scope, Now, ct);
        Times = await Db.StageTimesAsync(Scope, Since, ct);
        Places = await Db.BoardPlacesAsync(Scope, Now, ct);
        Gaps = await Db.BoardGapsAsync(Scope, Since, ct);
    }

    /// <summary>Needs of the period for which there was no place, in a district.</summary>
    public string GapsUrl(GapRow? gap = null)
    {
        var url = UrlOf("/board/gaps");
        return gap is null ? url : $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}district={gap.DistrictCode}&service={gap.Service}";
    }
}
