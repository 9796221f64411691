using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Users;

/// <summary>The units where somebody invites people, with their agencies.</summary>
public static class InvitePlaces
{
    public static async Task<IReadOnlyList<(Unit Unit, Agency Agency)>> InvitePlacesAsync(this TipSomDbContext db, CurrentUser user, CancellationToken ct)
    {
        if (user.Role == Role.NationalAdministrator)
        {
            // Administrators of agencies sit at the root; national roles at any unit of the few agencies that have them.
            var rows = await (
                from u in db.Units
                join g in db.Agencies on u.AgencyId equals g.Id
                where g.IsActive && u.EndedAt == null && (u.ParentId == null || g.Kind == AgencyKind.Fia || g.Kind == AgencyKind.Oversight)
                select new { u, g }).AsNoTracking().ToListAsync(ct);
            return [.. rows.Select(r => (r.u, r.g))];
        }

        var agency = await db.Agencies.AsNoTracking().SingleAsync(g => g.Id == user.AgencyId, ct);
        return [.. (await db.UnitsOfTreeAsync(user.AgencyId, user.UnitId, ct)).Select(u => (u, agency))];
    }
}
