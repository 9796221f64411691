using Microsoft.EntityFrameworkCore;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Queries;

/// <summary>What a provider has to do for the people in its care and after it. Names nobody.</summary>
public static class CareQueue
{
    /// <summary>Rows shown of each list.</summary>
    public const int MostShown = 25;

    /// <summary>Parts of a plan are shown this long before they are due.</summary>
    public const int DaysAhead = 7;

    /// <summary>People in care, the latest arrival first, one more than <see cref="MostShown"/> where there is a next page.</summary>
    public static Task<List<CareRow>> InCareAsync(this TipSomDbContext db, (DateTimeOffset At, Guid Id)? before, CancellationToken ct)
    {
        var inCare = db.Received().Where(a => !a.IsSettled && a.Status == ReferralStatus.InCare);
        if (before is { } last)
            inCare = inCare.Where(a => EF.Functions.LessThan(ValueTuple.Create(a.StatusSince, a.ReferralId), ValueTuple.Create(last.At, last.Id)));
        return inCare.OrderByDescending(a => a.StatusSince).ThenByDescending(a => a.ReferralId).Take(MostShown + 1)
            .Select(a => new CareRow(
                a.ReferralId, a.Referral.Number, a.Referral.Sex, a.Referral.IsChild, a.Referral.AgeBand, a.Referral.Service, a.StatusSince))
            .ToListAsync(ct);
    }

    /// <summary>Open parts of plans that are due soon or were, of people in care, the earliest first.</summary>
    public static Task<List<PlanRow>> PlanItemsDueAsync(this TipSomDbContext db, DateOnly today, CancellationToken ct)
    {
        var until = today.AddDays(DaysAhead);
        return (
                from a in db.Received().Where(a => !a.IsSettled && a.Status == ReferralStatus.InCare)
                join i in db.CarePlanItems on a.ReferralId equals i.ReferralId
                where i.DoneAt == null && i.DroppedAt == null && i.DueOn <= until
                orderby i.DueOn, i.Id
                select new PlanRow(i.Id, a.Referral.Number, a.Referral.Sex, a.Referral.IsChild, i.Service, i.DueOn))
            .Take(MostShown).ToListAsync(ct);
    }

    /// <summary>Questions to ask, the earliest first.</summary>
    public static Task<List<FollowUpRow>> FollowUpsDueAsync(this TipSomDbContext db, DateOnly today, CancellationToken ct) => (
            from f in db.FollowUps
            join a in db.Received() on f.ReferralId equals a.ReferralId
            where f.Answer == null && f.CancelledAt == null && f.DueOn <= today
            orderby f.DueOn, f.Id
            select new FollowUpRow(f.Days, a.Referral.Number, a.Referral.Sex, a.Referral.IsChild, a.Referral.Service, f.DueOn))
        .Take(MostShown).ToListAsync(ct);

    private static IQueryable<ReferralAccess> Received(this TipSomDbContext db) =>
        db.ReferralAccess.AsNoTracking().Where(a => a.Side == Side.Recipient);
}

/// <summary>Somebody in care.</summary>
public sealed record CareRow(Guid Id, string Number, Sex Sex, bool IsChild, AgeBand AgeBand, ServiceType Service, DateTimeOffset Since);

/// <summary>A part of a plan; the goal itself stays sealed.</summary>
public sealed record PlanRow(Guid ItemId, string Number, Sex Sex, bool IsChild, ServiceType Service, DateOnly DueOn);

/// <summary>A question how somebody is.</summary>
public sealed record FollowUpRow(int Days, string Number, Sex Sex, bool IsChild, ServiceType Service, DateOnly DueOn);
