using Npgsql;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Pages.Releases;

namespace TipSom.TestSupport;

/// <summary>Figures counted from the records of a test, and releases of them.</summary>
public sealed partial class World
{
    /// <summary>Counts everything from nothing, as the owner of the database does.</summary>
    public async Task CountAsync()
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select statistics.rebuild()", connection) { CommandTimeout = 3600 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A release of the public figures of a year; signed off if asked.</summary>
    public async Task<FigureRelease> ReleaseAsync(User administrator, int year, bool isSigned = false)
    {
        var release = await AsAsync(administrator, (_, db) => db.MakeReleaseAsync(year, PakistanTime.DayOf(Now), ActorOf(administrator), Now, CancellationToken.None));
        if (isSigned)
            await AsAsync(administrator, async (_, db) =>
            {
                var draft = (await db.Releases.FindAsync(release.Id))!;
                draft.SignOff(await db.LatestReleaseAsync(year, CancellationToken.None), ActorOf(administrator), Now);
                return draft;
            });
        return release;
    }
}
