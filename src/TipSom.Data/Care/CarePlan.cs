using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Domain.Care;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Data.Care;

/// <summary>Keeps the plan of one person's care.</summary>
public sealed class CarePlan(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Parts of a plan that are shown: the open ones first.</summary>
    public const int MostShown = 100;

    /// <summary>Seals the goal and adds it to the plan. The caller saves.</summary>
    public CarePlanItem Add(Referral referral, ServiceType service, string goal, DateOnly dueOn, Actor by)
    {
        var (id, now) = (Guid.CreateVersion7(), clock.GetUtcNow());
        var item = CarePlanItem.Plan(
            id, referral, service, cipher.Seal(SealKinds.PlanGoal, id, goal), dueOn, by, PakistanTime.DayOf(now), now);
        db.Add(item);
        return item;
    }

    /// <summary>The plan, what is still open first, then by day.</summary>
    public async Task<IReadOnlyList<OpenedPlanItem>> ReadAsync(Referral referral, CancellationToken ct)
    {
        var items = await db.CarePlanItems.AsNoTracking()
            .Where(i => i.ReferralId == referral.Id)
            .OrderBy(i => i.DoneAt != null || i.DroppedAt != null).ThenBy(i => i.DueOn).ThenBy(i => i.Id)
            .Take(MostShown)
            .ToListAsync(ct);
        return [.. items.Select(i => new OpenedPlanItem(i, Goal(i)))];
    }

    /// <summary>The words of a goal.</summary>
    public string Goal(CarePlanItem item) => cipher.Open<string>(SealKinds.PlanGoal, item.Id, item.SealedGoal);
}

/// <summary>A part of a plan with its goal in words.</summary>
/// <param name="Item">The part.</param>
/// <param name="Goal">The goal.</param>
public sealed record OpenedPlanItem(CarePlanItem Item, string Goal)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(OpenedPlanItem);
}
