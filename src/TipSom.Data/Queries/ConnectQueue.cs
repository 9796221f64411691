using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Finding;

namespace TipSom.Data.Queries;

/// <summary>Who may be the same person, where somebody waits for an answer.</summary>
public static class ConnectQueue
{
    /// <summary>Questions of other units that this unit may answer; and, for who decides, what officers were not sure of.</summary>
    public static async Task<IReadOnlyList<ConnectRow>> ToConnectAsync(this TipSomDbContext db, bool decides, CancellationToken ct)
    {
        // Row security leaves the targets of those who see the record; who works on it is asked.
        var asked = from r in db.ConnectRequests.AsNoTracking()
            join t in db.ConnectTargets on r.Id equals t.RequestId
            join u in db.Units on r.FromUnitId equals u.Id
            where r.Answer == null && db.CaseAccess.Any(a => a.CaseId == t.CaseId && a.Works)
            select new ConnectRow { Number = r.Number, Position = (int?)null, At = r.At, UnitEn = u.NameEn, UnitUr = u.NameUr };
        var unsure = from c in db.DuplicateChoices.AsNoTracking()
            join v in db.Victims on c.VictimId equals v.Id
            join k in db.Cases on v.CaseId equals k.Id
            join u in db.Units on c.ActorUnitId equals u.Id
            where c.Answer == DuplicateAnswer.NotSure && c.SettledAt == null && decides && db.CaseAccess.Any(a => a.CaseId == v.CaseId && a.Works)
            select new ConnectRow { Number = k.Number, Position = (int?)v.Position, At = c.At, UnitEn = u.NameEn, UnitUr = u.NameUr };
        return await asked.Concat(unsure).OrderBy(r => r.At).Take(WorkQueue.MostShown).ToListAsync(ct);
    }
}

/// <summary>One question. Names nobody.</summary>
public sealed class ConnectRow
{
    /// <summary>Number of the request, or of the case.</summary>
    public string Number { get; init; } = "";

    /// <summary>The person of the case; null for a request.</summary>
    public int? Position { get; init; }

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The unit that asks, in English.</summary>
    public string UnitEn { get; init; } = "";

    /// <summary>The unit that asks, in Urdu.</summary>
    public string UnitUr { get; init; } = "";
}
