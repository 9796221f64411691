using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Board;

/// <summary>What stands behind a number of the board: what, for whom in one word, from where to where, whose turn it is, and why. No identity.</summary>
[RequirePermission(Permission.ReadBoard)]
public sealed class ReferralsModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : BoardListModel(db, user, clock)
{
    public string CsvUrl => UrlOf("/board/csv", Show, Stage, Age);

    protected override string Address => "/board/referrals";
}
