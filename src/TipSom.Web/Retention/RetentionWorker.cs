using TipSom.Data.Retention;
using TipSom.Web.Startup;

namespace TipSom.Web.Retention;

/// <summary>Keeps the schedule: proposes what is due to be erased, and takes away what has run out. Any number of portals may run it.</summary>
public sealed class RetentionWorker(RetentionWork work, TimeProvider clock, ILogger<RetentionWorker> log) : Worker(clock, log)
{
    private const int Batch = 500;
    private const int MostBatches = 200;

    /// <summary>Does what is due now. How many cases were proposed, and how many rows taken away.</summary>
    public async Task<(int Proposed, int Purged)> WorkAsync(CancellationToken ct)
    {
        var (proposed, purged) = (await work.ProposeAsync(Batch, ct), 0);
        for (var (batch, round) = (1, 0); batch > 0 && round < MostBatches; round++)
            purged += batch = await work.PurgeAsync(Batch, ct);
        if (proposed + purged > 0)
            Log.LogInformation("Proposed {Cases} cases to be erased and took away {Rows} rows whose time was over", proposed, purged);
        return (proposed, purged);
    }

    protected override TimeSpan Pause => TimeSpan.FromHours(6);

    protected override async Task<bool> RoundAsync(CancellationToken ct)
    {
        await WorkAsync(ct);
        return false;
    }
}
