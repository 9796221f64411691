using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Referrals;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Referrals;

/// <summary>A received referral in a list: what is asked, by whom and until when. Never who the person is.</summary>
public sealed record ReceivedReferral(
    Guid Id,
    string Number,
    Sex Sex,
    bool IsChild,
    AgeBand AgeBand,
    ServiceType Service,
    Urgency Urgency,
    ReferralStatus Status,
    DateTimeOffset StatusSince,
    DateTimeOffset? DueAt,
    DateTimeOffset? ArrivalExpectedAt,
    BilingualName FromUnit,
    BilingualName FromAgency)
{
    /// <summary>What was written between the two sides; counted for the rows of a page at once.</summary>
    public MessageCount Messages { get; set; } = MessageCount.None;

    /// <summary>
    /// Reads the rows in the order they stand in. The count taken is one more than a page shows, which tells whether there are more
    /// without counting everything.
    /// </summary>
    public static async Task<List<ReceivedReferral>> ReadAsync(TipSomDbContext db, IQueryable<ReferralAccess> access, CancellationToken ct) =>
        await access
            .Select(a => new ReceivedReferral(
                a.ReferralId,
                a.Referral.Number,
                a.Referral.Sex,
                a.Referral.IsChild,
                a.Referral.AgeBand,
                a.Referral.Service,
                a.Referral.Urgency,
                a.Status,
                a.StatusSince,
                a.DueAt,
                a.Referral.ArrivalExpectedAt,
                db.Units.Where(u => u.Id == a.Referral.FromUnitId).Select(u => new BilingualName(u.NameEn, u.NameUr)).Single(),
                db.Agencies.Where(g => g.Id == a.Referral.FromAgencyId).Select(g => new BilingualName(g.NameEn, g.NameUr)).Single()))
            .ToListAsync(ct);
}

/// <summary>One page of a list read in order, and the ids where the pages beside it begin.</summary>
public sealed record ReceivedPage(IReadOnlyList<ReceivedReferral> Rows, Guid? Newer, Guid? Older)
{
    public const int Size = 25;

    /// <summary>
    /// Cuts what was read, one row more than a page holds, to the page. Rows read towards the newer end come in the opposite order.
    /// </summary>
    public static ReceivedPage Of(List<ReceivedReferral> read, Guid? before, Guid? after)
    {
        var hasMore = read.Count > Size;
        var rows = read.Take(Size).ToList();
        if (after is not null)
            rows.Reverse();
        var hasNewer = after is null ? before is not null : hasMore;
        var hasOlder = after is not null || hasMore;
        return new ReceivedPage(
            rows,
            hasNewer && rows.Count > 0 ? rows[0].Id : null,
            hasOlder && rows.Count > 0 ? rows[^1].Id : null);
    }
}
