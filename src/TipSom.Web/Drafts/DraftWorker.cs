using TipSom.Data.Drafts;
using TipSom.Web.Startup;

namespace TipSom.Web.Drafts;

/// <summary>Empties drafts whose time is over. Any number of portals may run it.</summary>
public sealed class DraftWorker(ExpiredDrafts drafts, TimeProvider clock, ILogger<DraftWorker> log) : Worker(clock, log)
{
    private const int Batch = 200;

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
            Log.LogInformation("Emptied {Drafts} drafts whose time was over", emptied);
        return emptied;
    }

    protected override TimeSpan Pause => TimeSpan.FromHours(1);

    protected override async Task<bool> RoundAsync(CancellationToken ct)
    {
        await WorkAsync(ct);
        return false;
    }
}
