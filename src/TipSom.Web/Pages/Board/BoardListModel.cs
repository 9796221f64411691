using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Web.Navigation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Board;

/// <summary>A list behind a number of the board, a page at a time.</summary>
public abstract class BoardListModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : BoardPageModel(db, user, clock)
{
    [BindProperty(SupportsGet = true)]
    public BoardShow Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public BoardStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public BoardAge? Age { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public BoardTable Table { get; private set; } = null!;

    public string? NextUrl { get; private set; }

    public string FirstUrl => UrlOf(Address, Show, Stage, Age);

    public bool OfPeriod => Show is BoardShow.Answered or BoardShow.Declined;

    protected abstract string Address { get; }

    protected virtual bool OnlyNeeds => false;

    protected BoardList List => new(Scope, Show, Now, Since, Stage, Age, OnlyNeeds);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadFiltersAsync(ct);
        var lines = await Db.BoardLinesAsync(List, ListCursor.Read(After), ReferralBoard.PageSize + 1, ct);
        Table = new(
            [.. lines.Take(ReferralBoard.PageSize)], Now, Reader.May(Permission.RemindReferrals), Reader.May(Permission.PlaceNeeds), Reader.May(Permission.HandOverCases));
        if (lines.Count > ReferralBoard.PageSize)
        {
            var last = Table.Lines[^1];
            NextUrl = UrlOf(Address, Show, Stage, Age, ListCursor.Of(OfPeriod ? last.SentAt!.Value : last.DueAt!.Value, last.Id));
        }
    }
}

/// <summary>The lines, and what their reader may do with them.</summary>
public sealed record BoardTable(IReadOnlyList<BoardLine> Lines, DateTimeOffset Now, bool MayRemind, bool MayPlace, bool MayHandOver);
