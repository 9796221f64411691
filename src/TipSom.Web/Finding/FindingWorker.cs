using Npgsql;
using TipSom.Data.Finding;
using TipSom.Web.Startup;

namespace TipSom.Web.Finding;

/// <summary>
/// Fills this portal's index of names when it starts, follows what changes every second, and sweeps the feed. The portal serves meanwhile; its
/// search page says how far the filling is.
/// </summary>
public sealed class FindingWorker(IndexKeeper keeper, TimeProvider clock, ILogger<FindingWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
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
            log.LogInformation("The index of names holds {People} people", keeper.Read);
            if (keeper.Unreadable > 0)
                log.LogError("{Identities} identities could not be opened and are not found by name", keeper.Unreadable);
        }

        var now = clock.GetUtcNow();
        if (now - lastSweep < BetweenSweeps)
            return;
        await keeper.SweepAsync(ct);
        lastSweep = now;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception failure) when (Outage.IsBehind(failure))
            {
                log.LogWarning("The index of names cannot be kept current: the database is away");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Searching must not take the portal with it, and is mended by the next round.
                log.LogError("The index of names failed: {Failure} {State}", failure.GetType().Name, (failure as PostgresException)?.SqlState);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}
