using TipSom.Data.Drafts;
using TipSom.Web.Startup;

namespace TipSom.Web.Drafts;

/// <summary>Empties drafts whose time is over. Any number of portals may run it.</summary>
public sealed class DraftWorker(ExpiredDrafts drafts, TimeProvider clock, ILogger<DraftWorker> log) : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Empties all of them. How many.</summary>
    public async Task<int> WorkAsync(CancellationToken ct)
    {
        var (emptied, batch) = (0, 0);
        do
        {
            batch = await drafts.EmptyAsync(Batch, ct);
            emptied += batch;
        }
        while (batch == Batch);
        if (emptied > 0)
            log.LogInformation("Emptied {Drafts} drafts whose time was over", emptied);
        return emptied;
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
                log.LogWarning("Drafts cannot be emptied: the database is away");
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}
