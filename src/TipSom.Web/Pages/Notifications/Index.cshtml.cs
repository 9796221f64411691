using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.Web.Navigation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Notifications;

/// <summary>What one was told: what still asks for something on top, then everything else, newest first. Reading the list marks nothing.</summary>
[RequirePermission(Permission.ReadNotifications)]
public sealed class IndexModel(TipSomDbContext db, TimeProvider clock) : PageModel
{
    public const int PageSize = 30;

    /// <summary>Most that stand under what needs somebody; the number in the header counts them all.</summary>
    public const int MostWork = 100;

    /// <summary>The last row of the page before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    /// <summary>The newest row that was on the page; what came later was not read.</summary>
    [BindProperty]
    public string? UpTo { get; set; }

    public IReadOnlyList<Row> Work { get; private set; } = [];

    public IReadOnlyList<Row> News { get; private set; } = [];

    public string? OlderUrl { get; private set; }

    /// <summary>The newest unread row on the page; null when there is nothing to mark as read.</summary>
    public string? Newest { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var before = ListCursor.Read(Before);
        if (before is null)
            Work = await Rows(db.Notifications.Where(n => n.IsWork && n.SettledAt == null)).Take(MostWork).ToListAsync(ct);
        var news = db.Notifications.Where(n => !n.IsWork || n.SettledAt != null);
        if (before is var (at, id))
            news = news.Where(n => n.MadeAt < at || (n.MadeAt == at && n.Id.CompareTo(id) < 0));
        var found = await Rows(news).Take(PageSize + 1).ToListAsync(ct);
        News = [.. found.Take(PageSize)];
        OlderUrl = found.Count > PageSize ? $"/notifications?before={ListCursor.Of(News[^1].MadeAt, News[^1].Id)}" : null;
        Newest = Work.Concat(News).Where(r => r.IsNew).MaxBy(r => r.MadeAt) is { } newest ? ListCursor.Of(newest.MadeAt, newest.Id) : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ListCursor.Read(UpTo) is not var (upTo, _))
            return BadRequest();
        var now = clock.GetUtcNow();
        // Row security leaves nobody's but one's own.
        await db.Notifications.Where(n => n.ReadAt == null && n.MadeAt <= upTo).ExecuteUpdateAsync(n => n
            .SetProperty(x => x.ReadAt, now)
            .SetProperty(x => x.SettledAt, x => x.SettledAt ?? (x.IsWork && Notification.DoneByReading.Contains(x.Kind) ? now : null)), ct);
        return LocalRedirect("/notifications");
    }

    private IQueryable<Row> Rows(IQueryable<Notification> told) => told.OrderByDescending(n => n.MadeAt).ThenByDescending(n => n.Id).Select(n => new Row(
        n.Id, n.Kind, n.Number, n.ReferralId != null, n.CaseId != null, n.UnplacedNeedId,
        n.ReferralId == null && n.UnplacedNeedId == null && n.CaseId == null ? db.Agreements.Where(a => a.Number == n.Number).Select(a => (Guid?)a.Id).FirstOrDefault() : null,
        n.MadeAt, n.IsUrgent, n.ReadAt == null));

    public sealed record Row(
        Guid Id, NotificationKind Kind, string Number, bool IsReferral, bool IsLaw, Guid? UnplacedNeedId, Guid? AgreementId, DateTimeOffset MadeAt, bool IsUrgent, bool IsNew)
    {
        public string Url => this switch
        {
            { Kind: NotificationKind.ConnectAsked or NotificationKind.ConnectAnswered } => $"/connect/{Number}",
            { Kind: NotificationKind.LooksByOthers } => $"/looks?week={Number}",
            { Kind: NotificationKind.ManyOpenings } => "/audit/patterns",
            { Kind: NotificationKind.ReturnDue } => "/returns/new",
            { Kind: NotificationKind.RoleToConfirm } => "/admin/users/proposals",
            { Kind: NotificationKind.AccountsDormant } => "/admin/users?show=Dormant",
            _ when Notification.OfEmergency.Contains(Kind) => $"/emergency/{Number}",
            _ when Notification.OfAccount.Contains(Kind) => "/account",
            { IsReferral: true } => $"/referrals/{Number}",
            { IsLaw: true } => $"/cases/{Number}/law",
            // The desk is told of a need without the number of its case.
            { UnplacedNeedId: { } need, Number: "" } => $"/board/unplaced/{need}",
            { UnplacedNeedId: not null } => $"/cases/{Number}",
            { Kind: NotificationKind.CaseNote } => $"/cases/{Number}/sharing/notes",
            { Kind: NotificationKind.TransferToAnswer or NotificationKind.TransferTakenBack } => $"/transfers/{Number}",
            { Kind: NotificationKind.TransferToApprove } => $"/cases/{Number}/lead/approve",
            { Kind: NotificationKind.CaseShared or NotificationKind.HandedOver } => $"/cases/{Number}",
            { Kind: NotificationKind.ShareToDecide or NotificationKind.ShareDecided or NotificationKind.TransferRefused } => $"/cases/{Number}/sharing",
            // Who is told so may not see the case any more.
            { Kind: NotificationKind.ShareEnded or NotificationKind.TransferAccepted } => "/cases",
            { Kind: NotificationKind.DocumentInfected } => $"/cases/{Number}/documents",
            { AgreementId: { } agreement } => $"/agreements/{agreement}",
            _ => "/agreements"
        };
    }
}
