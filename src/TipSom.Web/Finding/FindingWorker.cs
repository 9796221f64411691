using TipSom.Data.Finding;
using TipSom.Web.Startup;

namespace TipSom.Web.Finding;

/// <summary>
/// Fills this portal's index of names when it starts, follows what changes every second, and sweeps the feed. The portal serves meanwhile; its
/// search page says how far the filling is.
/// </summary>
public sealed class FindingWorker(IndexKeeper keeper, TimeProvider clock, ILogger<FindingWorker> log) : Worker(clock, log)
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    private DateTimeOffset lastSweep = DateTimeOffset.MinValue;

    /// <summary>Fills the index where it is not filled; otherwise reads what changed, and sweeps once an hour.</summary>
    public async Task WorkAsync(CancellationToken ct)
    {
        if (keeper.IsReady)
        {
            await keeper.FollowAsync(ct);
        }
        else
        {
            await keeper.FillAsync(ct);
            Log.LogInformation("The index of names holds {People} people", keeper.Read);
            if (keeper.Unreadable > 0)
                Log.LogError("{Identities} identities could not be opened and are not found by name", keeper.Unreadable);
        }

        var now = Clock.GetUtcNow();
        if (now - lastSweep < BetweenSweeps)
            return;
        await keeper.SweepAsync(ct);
        lastSweep = now;
    }

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override async Task<bool> RoundAsync(CancellationToken ct)
    {
        await WorkAsync(ct);
        return false;
    }
}
