using TipSom.Data.Identity;
using TipSom.Web.Startup;

namespace TipSom.Web.Security;

/// <summary>Takes away sessions that are over and counts that nobody needs. Any number of portals may run it.</summary>
public sealed class SignInWorker(EndedSignIns ended, TimeProvider clock, ILogger<SignInWorker> log) : Worker(clock, log)
{
    private const int Batch = 500;

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

    protected override TimeSpan Pause => TimeSpan.FromHours(1);

    protected override async Task<bool> RoundAsync(CancellationToken ct)
    {
        await WorkAsync(ct);
        return false;
    }
}
