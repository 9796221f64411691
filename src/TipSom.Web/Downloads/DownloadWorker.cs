using TipSom.Data.Reporting;
using TipSom.Web.Startup;

namespace TipSom.Web.Downloads;

/// <summary>Makes downloads beside the requests, one at a time, and takes away those whose day is over.</summary>
public sealed class DownloadWorker(MakeDownload downloads, DownloadQueue queue, TimeProvider clock, ILogger<DownloadWorker> log) : Worker(clock, log)
{
    private static readonly TimeSpan BetweenTidying = TimeSpan.FromMinutes(5);

    private DateTimeOffset lastTidied = DateTimeOffset.MinValue;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(2);

    protected override async Task<bool> RoundAsync(CancellationToken ct)
    {
        if (Clock.GetUtcNow() - lastTidied > BetweenTidying)
        {
            if (await queue.EmptyOldAsync(ct) is > 0 and var emptied)
                Log.LogInformation("Emptied {Files} downloads whose day is over", emptied);
            lastTidied = Clock.GetUtcNow();
        }

        return await downloads.WorkAsync(ct);
    }
}
