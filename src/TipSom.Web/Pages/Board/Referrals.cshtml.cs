using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Navigation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Board;

/// <summary>The referrals behind a number of the board: what, for whom in one word, from where to where, since when. No identity.</summary>
[RequirePermission(Permission.ReadBoard)]
public sealed class ReferralsModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : BoardPageModel(db, user, clock)
{
    [BindProperty(SupportsGet = true)]
    public BoardShow Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public ReferralStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public BoardAge? Age { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<BoardReferral> Rows { get; private set; } = [];

    public string? NextUrl { get; private set; }

    public string FirstUrl => ListUrl(Show, Status, Age);

    public bool OfPeriod => Show is BoardShow.Answered or BoardShow.Declined;

    /// <summary>The states the list may be narrowed to: those that occur in it.</summary>
    public IEnumerable<ReferralStatus> StatusesOffered => Show switch
    {
        BoardShow.Open or BoardShow.Overdue => ReferralBoard.OpenStates,
        BoardShow.Answered => Enum.GetValues<ReferralStatus>().Except([ReferralStatus.Sent, ReferralStatus.Seen]),
        BoardShow.Declined => [ReferralStatus.Declined]
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadFiltersAsync(ct);
        var list = new BoardList(Side, Show, Now, Since, Province, Status, Age);
        var rows = await Db.BoardReferralsAsync(list, ListCursor.Read(After), ReferralBoard.PageSize + 1, ct);
        Rows = [.. rows.Take(ReferralBoard.PageSize)];
        if (rows.Count > ReferralBoard.PageSize)
        {
            var last = Rows[^1];
            NextUrl = ListUrl(Show, Status, Age, ListCursor.Of(OfPeriod ? last.SentAt : last.DueAt!.Value, last.Id));
        }
    }
}
