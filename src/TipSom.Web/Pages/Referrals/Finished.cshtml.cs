using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>Received referrals under which nothing more is to be done: closed, declined, withdrawn. Newest sent first.</summary>
[RequirePermission(Permission.ReadInbox)]
public sealed class FinishedModel(TipSomDbContext db) : PageModel
{
    private static readonly ReferralStatus[] Final = [ReferralStatus.Closed, ReferralStatus.Declined, ReferralStatus.Withdrawn];

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public ReceivedPage List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) =>
        List = ReceivedPage.Of(await ReceivedReferral.ReadAsync(db, await PageAsync(ct), ct), Before, After);

    private async Task<IQueryable<ReferralAccess>> PageAsync(CancellationToken ct)
    {
        var finished = db.ReferralAccess.Where(a => a.Side == Side.Recipient && Final.Contains(a.Status));
        // The page begins beside the row named; one that is not the reader's names no place, so the list begins at its head.
        var from = (After ?? Before) is { } id
            ? await db.ReferralAccess.Where(a => a.ReferralId == id && a.Side == Side.Recipient).Select(a => (DateTimeOffset?)a.SentAt).SingleOrDefaultAsync(ct)
            : null;
        var page = (from, Before, After) switch
        {
            ({ } at, _, { } after) => finished
                .Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.SentAt, a.ReferralId), ValueTuple.Create(at, after)))
                .OrderBy(a => a.SentAt).ThenBy(a => a.ReferralId),
            ({ } at, { } before, null) => finished
                .Where(a => EF.Functions.LessThan(ValueTuple.Create(a.SentAt, a.ReferralId), ValueTuple.Create(at, before)))
                .OrderByDescending(a => a.SentAt).ThenByDescending(a => a.ReferralId),
            _ => Head(finished)
        };
        return page.Take(ReceivedPage.Size + 1);
    }

    private IOrderedQueryable<ReferralAccess> Head(IQueryable<ReferralAccess> finished)
    {
        (Before, After) = (null, null);
        return finished.OrderByDescending(a => a.SentAt).ThenByDescending(a => a.ReferralId);
    }
}
