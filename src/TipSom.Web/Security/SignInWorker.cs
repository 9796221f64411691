using TipSom.Data.Identity;
using TipSom.Web.Startup;

namespace TipSom.Web.Security;

/// <summary>Takes away sessions that are over and counts that nobody needs. Any number of portals may run it.</summary>
public sealed class SignInWorker(EndedSignIns ended, TimeProvider clock, ILogger<SignInWorker> log) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Takes all of it away. How much.</summary>
    public async Task<int> WorkAsync(CancellationToken ct)
    {
        var (total, batch) = (0, 0);
        do
        {
            batch = await ended.TakeAwayAsync(Batch, ct);
            total += batch;
        }
        while (batch >= Batch);
        return total;
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
                log.LogWarning("Ended sessions cannot be taken away: the database is away");
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}
