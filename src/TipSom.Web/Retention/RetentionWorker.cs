using TipSom.Data.Retention;
using TipSom.Web.Startup;

namespace TipSom.Web.Retention;

/// <summary>Keeps the schedule: proposes what is due to be erased, and takes away what has run out. Any number of portals may run it.</summary>
public sealed class RetentionWorker(RetentionWork work, TimeProvider clock, ILogger<RetentionWorker> log) : BackgroundService
{
    private const int Batch = 500;
    private const int MostBatches = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    /// <summary>Does what is due now. How many cases were proposed, and how many rows taken away.</summary>
    public async Task<(int Proposed, int Purged)> WorkAsync(CancellationToken ct)
    {
        var (proposed, purged) = (await work.ProposeAsync(Batch, ct), 0);
        for (var (batch, round) = (1, 0); batch > 0 && round < MostBatches; round++)
            purged += batch = await work.PurgeAsync(Batch, ct);
        if (proposed + purged > 0)
            log.LogInformation("Proposed {Cases} cases to be erased and took away {Rows} rows whose time was over", proposed, purged);
        return (proposed, purged);
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
                log.LogWarning("The schedule of keeping cannot be kept: the database is away");
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}
