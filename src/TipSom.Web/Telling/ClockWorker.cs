using TipSom.Data.Telling;
using TipSom.Web.Startup;

namespace TipSom.Web.Telling;

/// <summary>
/// Reminds, says what is late, and brings the national desk in, beside the requests and never in one. Any number of portals may run it:
/// each batch is one transaction of the database, so a worker killed in the middle leaves nothing half told.
/// </summary>
public sealed class ClockWorker(Clocks clocks, TimeProvider clock, ILogger<ClockWorker> log) : Worker(clock, log)
{
    private const int Batch = 100;

    // What was told today is not told again; asking often only tells sooner what became due late in the day.
    private static readonly TimeSpan BetweenDays = TimeSpan.FromMinutes(15);

    private DateTimeOffset lastDay = DateTimeOffset.MinValue;

    /// <summary>Tells everything that is due by now. How much.</summary>
    public async Task<int> WorkAsync(CancellationToken ct)
    {
        var (told, fired, failed) = (0, 0, 0);
        do
        {
            (fired, failed) = await clocks.FireAsync(Clock.GetUtcNow(), Batch, ct);
            told += fired;
            if (failed > 0)
                Log.LogError("{Timers} timers failed and are tried again in five minutes; the database's log says which", failed);
        }
        while (fired + failed > 0);
        if (told > 0)
            Log.LogInformation("Fired {Timers} timers", told);

        var now = Clock.GetUtcNow();
        if (now - lastDay < BetweenDays)
            return told;
        await clocks.TidySharesAsync(ct);
        var ofTheDay = await clocks.PostingsOfTheDayAsync(ct) + await clocks.TellOfTheDayAsync(now, ct);
        lastDay = now;
        if (ofTheDay > 0)
            Log.LogInformation("Told of {Count} things that came with the day", ofTheDay);
        return told + ofTheDay;
    }

    protected override TimeSpan Pause => TimeSpan.FromSeconds(20);

    protected override async Task<bool> RoundAsync(CancellationToken ct)
    {
        await WorkAsync(ct);
        return false;
    }
}
