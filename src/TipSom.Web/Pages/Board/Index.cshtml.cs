using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Board;

/// <summary>Every open referral by status and age, and how answers come. Numbers only; each leads to the referrals it counts.</summary>
[RequirePermission(Permission.ReadBoard)]
public sealed class IndexModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : BoardPageModel(db, user, clock)
{
    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    public AnswerTimes Answers { get; private set; } = new(0, 0, null, null);

    public int Open => Rows.Sum(row => row.All);

    public int Overdue => Rows.Sum(row => row.Overdue);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadFiltersAsync(ct);
        Rows = await Db.BoardRowsAsync(Side, Province, Now, ct);
        Answers = await Db.AnswerTimesAsync(Side, Province, Since, ct);
    }
}
