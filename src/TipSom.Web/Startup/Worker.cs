using Npgsql;

namespace TipSom.Web.Startup;

/// <summary>
/// Work beside the requests, in rounds. A round that fails takes neither the portal nor the next round with it; the log says what kind of
/// failure it was and no more, since its words may hold a row.
/// </summary>
public abstract class Worker(TimeProvider clock, ILogger log) : BackgroundService
{
    protected TimeProvider Clock => clock;

    protected ILogger Log => log;

    /// <summary>Between two rounds.</summary>
    protected abstract TimeSpan Pause { get; }

    /// <summary>One round. Whether there is more to do at once.</summary>
    protected abstract Task<bool> RoundAsync(CancellationToken ct);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await HasMoreAsync(stoppingToken))
                await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task<bool> HasMoreAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await RoundAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            if (Outage.IsBehind(failure))
                log.LogWarning("{Worker} waits: the database is away", GetType().Name);
            else
                log.LogError("{Worker} failed and is tried again: {Failure} {State}", GetType().Name, failure.GetType().Name, (failure as PostgresException)?.SqlState);
            return false;
        }
    }
}
