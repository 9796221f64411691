using TipSom.Data.RowSecurity;
using TipSom.Web.Startup;

namespace TipSom.Web.Statistics;

/// <summary>
/// Counts what changed since it counted last, beside the requests. Any number of portals may run it: one counts at a time, and each batch is
/// one transaction, so a worker killed in the middle leaves the figures as they were.
/// </summary>
public sealed class CountingWorker(ProgramDatabase database, TimeProvider clock, ILogger<CountingWorker> log) : Worker(clock, log)
{
    private const int Batch = 500;

    /// <summary>Counts everything that waits. How many batches it took.</summary>
    public async Task<int> WorkAsync(CancellationToken ct)
    {
        var batches = 1;
        while (await database.AskAsync<int>(ProgramWork.Counting, "select statistics.recount($1)", ct, Batch) > 0)
            batches++;
        return batches;
    }

    protected override TimeSpan Pause => TimeSpan.FromSeconds(5);

    protected override async Task<bool> RoundAsync(CancellationToken ct)
    {
        await WorkAsync(ct);
        return false;
    }
}
