using Microsoft.EntityFrameworkCore;

namespace TipSom.Data.Queries;

/// <summary>What an auditor looks at first: patterns that honest work seldom makes. Names accounts, never anybody they looked at.</summary>
public static class UnusualLooks
{
    /// <summary>The patterns in their order of weight.</summary>
    public static IReadOnlyList<string> Patterns { get; } =
    [
        "InhumanSpeed", "ManyPeople", "AfterShelter", "SameSearch", "ManyMisses", "NoAct", "OddHours", "UnusualHours", "ManyRefusals"
    ];

    /// <summary>Those between two moments, the weightiest first.</summary>
    public static async Task<IReadOnlyList<Pattern>> UnusualLooksAsync(this TipSomDbContext db, DateTimeOffset since, DateTimeOffset until, CancellationToken ct)
    {
        var found = await db.Database.SqlQuery<Pattern>($"""
            select p.pattern as "Kind", p.actor_id as "Person", p.day as "Day", p.subject as "Table", p.times as "Times", u.display_name as "Who",
                g.name_en as "AgencyEn", g.name_ur as "AgencyUr"
            from audit.patterns({since}, {until}) p
                join identity.users u on u.id = p.actor_id
                join identity.agencies g on g.id = u.agency_id
            """).ToListAsync(ct);
        return [.. found.OrderBy(p => Patterns.ToList().IndexOf(p.Kind)).ThenByDescending(p => p.Times).ThenByDescending(p => p.Day)];
    }

    /// <summary>One pattern of one account on one day: what, how much, and in which part of the trail its entries stand.</summary>
    public sealed record Pattern(string Kind, Guid Person, DateOnly Day, string Table, long Times, string Who, string AgencyEn, string AgencyUr);
}
