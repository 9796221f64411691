using Npgsql;
using TipSom.Data.Imports;
using TipSom.Web.Startup;

namespace TipSom.Web.Imports;

/// <summary>Brings registers in beside the requests, one at a time. A portal that is killed leaves nothing half in: another goes on.</summary>
public sealed class ImportWorker(ImportRegister imports, TimeProvider clock, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenTidying = TimeSpan.FromHours(1);

    private DateTimeOffset lastTidied = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await imports.WorkAsync(stoppingToken))
                    log.LogInformation("Worked on an import");
                if (clock.GetUtcNow() - lastTidied > BetweenTidying)
                {
                    if (await imports.EmptyOldAsync(stoppingToken) is > 0 and var emptied)
                        log.LogInformation("Emptied {Files} files of earlier imports", emptied);
                    lastTidied = clock.GetUtcNow();
                }
            }
            catch (Exception failure) when (Outage.IsBehind(failure))
            {
                log.LogWarning("No register can be brought in: the database is away");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Names only what failed: the lines of a register are personal.
                log.LogError("An import failed and is tried again: {Failure} {State}", failure.GetType().Name, (failure as PostgresException)?.SqlState);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}
