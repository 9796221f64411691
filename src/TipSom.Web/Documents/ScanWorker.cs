using System.Security.Cryptography;
using Npgsql;
using TipSom.Data.Documents;
using TipSom.Web.Startup;

namespace TipSom.Web.Documents;

/// <summary>
/// Has documents looked at by the virus scanner, beside the requests and never in one. Any number of portals may run it: each document is
/// one worker's at a time, and one killed in the middle leaves it to be looked at again. While the scanner is away documents wait.
/// </summary>
public sealed class ScanWorker(ScanQueue queue, Clamd clamd, TimeProvider clock, ILogger<ScanWorker> log) : BackgroundService
{
    private const int Batch = 3;

    // Longer than a whole batch takes with a scanner that is slow with each.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Takes what waits and has each looked at once. How many have a verdict now.</summary>
    public async Task<int> WorkAsync(CancellationToken ct)
    {
        var (settled, isAway) = (0, false);
        foreach (var document in await queue.TakeAsync(Batch, Lease, ct))
        {
            // Whoever found no scanner need not wait for it once more for each document.
            var answer = isAway ? ScanAnswer.Away : await LookAsync(document, ct);
            isAway = answer == ScanAnswer.Away;
            var isClean = answer switch { ScanAnswer.Clean => true, ScanAnswer.Infected => (bool?)false, _ => null };
            if (await queue.FoundAsync(document.Id, isClean, ct))
                settled++;
            if (answer == ScanAnswer.Clean)
                log.LogInformation("Document {Document} is clean", document.Id);
            else
                log.LogWarning("Document {Document} was looked at: {Answer}", document.Id, answer);
        }

        return settled;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await WorkAsync(stoppingToken) > 0)
                    continue;
            }
            catch (Exception failure) when (Outage.IsBehind(failure))
            {
                log.LogWarning("Documents cannot be scanned: the database is away");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The check must not take the portal with it, and is tried again.
                log.LogError("The virus check failed: {Failure} {State}", failure.GetType().Name, (failure as PostgresException)?.SqlState);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task<ScanAnswer> LookAsync(DocumentToScan document, CancellationToken ct)
    {
        try
        {
            return await clamd.ScanAsync(document.Open(), ct);
        }
        catch (CryptographicException)
        {
            // Sealed with a key this portal has not: another may have it.
            return ScanAnswer.NoVerdict;
        }
    }
}
