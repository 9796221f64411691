using TipSom.Data.Imports;
using TipSom.Web.Startup;

namespace TipSom.Web.Imports;

/// <summary>Brings registers in beside the requests, one at a time. A portal that is killed leaves nothing half in: another goes on.</summary>
public sealed class ImportWorker(ImportRegister imports, TimeProvider clock, ILogger<ImportWorker> log) : Worker(clock, log)
{
    private static readonly TimeSpan BetweenTidying = TimeSpan.FromHours(1);

    private DateTimeOffset lastTidied = DateTimeOffset.MinValue;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(2);

    protected override async Task<bool> RoundAsync(CancellationToken ct)
    {
        while (await imports.WorkAsync(ct))
            Log.LogInformation("Worked on an import");
        if (Clock.GetUtcNow() - lastTidied > BetweenTidying)
        {
            if (await imports.EmptyOldAsync(ct) is > 0 and var emptied)
                Log.LogInformation("Emptied {Files} files of earlier imports", emptied);
            lastTidied = Clock.GetUtcNow();
        }

        return false;
    }
}
