using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Agencies;

namespace TipSom.Data.Queries;

/// <summary>A unit and all units below it in the same agency, the unit first.</summary>
public static class OwnTree
{
    /// <summary>The units in use in one read; an agency has some hundreds.</summary>
    /// <param name="withEnded">Also those that ended.</param>
    public static async Task<IReadOnlyList<Unit>> UnitsOfTreeAsync(
        this TipSomDbContext db, Guid agencyId, Guid unitId, CancellationToken ct, bool withEnded = false)
    {
        var below = (await db.Units.AsNoTracking().Where(u => u.AgencyId == agencyId && (withEnded || u.EndedAt == null)).ToListAsync(ct)).ToLookup(u => u.ParentId);
        var tree = below.SelectMany(g => g).Where(u => u.Id == unitId).ToList();
        for (var i = 0; i < tree.Count; i++)
            tree.AddRange(below[tree[i].Id]);
        return tree;
    }
}
