using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Agencies;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Queries;

/// <summary>The unit for which somebody writes returns.</summary>
public static class ReportingUnits
{
    /// <summary>The unit with its agency and its returns, without their figures; null where it reports nothing. Two statements.</summary>
    public static async Task<Reporter?> ReporterAsync(this TipSomDbContext db, Guid unitId, CancellationToken ct)
    {
        var place = await db.Units.AsNoTracking().Where(u => u.Id == unitId).Join(db.Agencies, u => u.AgencyId, g => g.Id, (Unit, Agency) => new { Unit, Agency }).SingleAsync(ct);
        if (!place.Agency.Kind.Reports(place.Unit))
            return null;
        return new Reporter(place.Agency, place.Unit, await db.Returns.AsNoTracking().Where(r => r.UnitId == unitId && r.Status != ReturnStatus.Superseded).ToListAsync(ct));
    }
}

/// <summary>A unit that reports.</summary>
/// <param name="Agency">Its agency.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Returns">Its drafts and signed returns.</param>
public sealed record Reporter(Agency Agency, Unit Unit, IReadOnlyList<Return> Returns);
