using System.Security.Cryptography;
using TipSom.Data.Documents;
using TipSom.Web.Startup;

namespace TipSom.Web.Documents;

/// <summary>
/// Has documents looked at by the virus scanner, beside the requests and never in one. Any number of portals may run it: each document is
/// one worker's at a time, and one killed in the middle leaves it to be looked at again. While the scanner is away documents wait.
/// </summary>
public sealed class ScanWorker(ScanQueue queue, Clamd clamd, TimeProvider clock, ILogger<ScanWorker> log) : Worker(clock, log)
{
    private const int Batch = 3;

    // Longer than a whole batch takes with a scanner that is slow with each.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

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
                Log.LogInformation("Document {Document} is clean", document.Id);
            else
                Log.LogWarning("Document {Document} was looked at: {Answer}", document.Id, answer);
        }

        return settled;
    }

    protected override TimeSpan Pause => TimeSpan.FromSeconds(5);

    protected override async Task<bool> RoundAsync(CancellationToken ct) => await WorkAsync(ct) > 0;

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
