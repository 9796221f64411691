using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Data.Referrals;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Services;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>What a provider owes, most pressing first: answers, arrivals, then those in care. Made for a phone at night.</summary>
[RequirePermission(Permission.ReadInbox)]
public sealed class InboxModel(TipSomDbContext db, ReferralMessages messages, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<ReceivedReferral> ToAnswer { get; private set; } = [];

    public IReadOnlyList<ReceivedReferral> Expected { get; private set; } = [];

    public ReceivedPage InCare { get; private set; } = null!;

    /// <summary>What the unit and the units below it offer in places.</summary>
    public IReadOnlyList<ProviderService> Offered { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        ToAnswer = await ReceivedReferral.ReadAsync(db, Owed(ReferralStatus.Sent, ReferralStatus.Seen), ct);
        Expected = await ReceivedReferral.ReadAsync(db, Owed(ReferralStatus.Accepted), ct);
        InCare = ReceivedPage.Of(await ReceivedReferral.ReadAsync(db, Cared(), ct), Before, After);
        var offered = await db.ProviderServices.AsNoTracking()
            .Where(s => s.AgencyId == user.AgencyId && s.StoppedAt == null && OwnServices.Keeps(s.UnitId))
            .OrderBy(s => s.Service).ThenBy(s => s.Id)
            .ToListAsync(ct);
        Offered = [.. offered.Where(PlacesCard.Counts)];
        var shown = ToAnswer.Concat(Expected).Concat(InCare.Rows).ToList();
        var counts = await messages.CountAsync([.. shown.Select(r => r.Id)], Side.Recipient, ct);
        foreach (var referral in shown)
            referral.Messages = counts.GetValueOrDefault(referral.Id, MessageCount.None);
    }

    /// <summary>The deadline as a person at night reads it.</summary>
    public string Deadline(ReceivedReferral referral)
    {
        var due = referral.DueAt!.Value;
        var left = due - clock.GetUtcNow();
        return (referral.Status, left) switch
        {
            (_, { Ticks: < 0 }) => texts["Overdue since {0}", PortalTime.Moment(due)],
            (ReferralStatus.Sent, { TotalHours: < 1 }) => texts["Open within {0} min", Math.Max(1, (int)left.TotalMinutes)],
            (ReferralStatus.Sent, { TotalHours: < 48 }) => texts["Open within {0} h", (int)left.TotalHours],
            (ReferralStatus.Sent, _) => texts["Open within {0} days", (int)left.TotalDays],
            (_, { TotalHours: < 1 }) => texts["Answer within {0} min", Math.Max(1, (int)left.TotalMinutes)],
            (_, { TotalHours: < 48 }) => texts["Answer within {0} h", (int)left.TotalHours],
            (_, _) => texts["Answer within {0} days", (int)left.TotalDays]
        };
    }

    /// <summary>Kind of the tag that shows the deadline.</summary>
    public string Pressing(ReceivedReferral referral) => (referral.DueAt - clock.GetUtcNow()) switch
    {
        { Ticks: < 0 } => "bad",
        { TotalHours: < 1 } => "warn",
        _ => "info"
    };

    public bool IsLate(DateTimeOffset? moment) => moment < clock.GetUtcNow();

    // Answered ones make room for the next, so what is owed is shown from the most pressing on and needs no pages.
    private IQueryable<ReferralAccess> Owed(params ReferralStatus[] statuses) => db.ReferralAccess
        .Where(a => a.Side == Side.Recipient && !a.IsSettled && statuses.Contains(a.Status))
        .OrderBy(a => a.DueAt).ThenBy(a => a.ReferralId)
        .Take(ReceivedPage.Size);

    // Nothing is due in care; the ids are drawn in the order of sending.
    private IQueryable<ReferralAccess> Cared()
    {
        var inCare = db.ReferralAccess.Where(a => a.Side == Side.Recipient && !a.IsSettled && a.DueAt == null && a.Status == ReferralStatus.InCare);
        var page = (Before, After) switch
        {
            (_, { } after) => inCare.Where(a => a.ReferralId.CompareTo(after) > 0).OrderBy(a => a.ReferralId),
            ({ } before, null) => inCare.Where(a => a.ReferralId.CompareTo(before) < 0).OrderByDescending(a => a.ReferralId),
            (null, null) => inCare.OrderByDescending(a => a.ReferralId)
        };
        return page.Take(ReceivedPage.Size + 1);
    }
}
