using System.Security.Cryptography;
using TipSom.Data.Telling;
using TipSom.Web.Startup;

namespace TipSom.Web.Telling;

/// <summary>
/// Sends what lies in the outbox, beside the requests and never in one. Any number of portals may run it: each mail is one worker's at a
/// time. A worker killed between sending and marking leaves the mail to be sent again, with the same Message-ID.
/// </summary>
public sealed class MailWorker(Outbox outbox, MailSender sender, TimeProvider clock, ILogger<MailWorker> log) : Worker(clock, log)
{
    private const int Batch = 10;

    // Longer than a whole batch takes from a server that is slow with each of them.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestUrgentRetry = TimeSpan.FromMinutes(5);

    /// <summary>Takes what is due and tries each once. How many were taken.</summary>
    public async Task<int> WorkAsync(CancellationToken ct)
    {
        var taken = await outbox.TakeAsync(Batch, Lease, Clock.GetUtcNow(), ct);
        MailError? serverIsAway = null;
        foreach (var mail in taken)
        {
            // Whoever found no server need not wait for it once more for each mail.
            var error = serverIsAway ?? await sender.SendAsync(mail, ct);
            var now = Clock.GetUtcNow();
            if (error is not { } kind)
            {
                if (await outbox.SentAsync(mail, now, ct))
                    Log.LogInformation("Sent {Mail} about {Kind} at attempt {Attempt}", mail.Id, mail.Kind, mail.Attempt);
                continue;
            }

            if (kind is MailError.NoServer or MailError.TooSlow)
                serverIsAway = kind;
            await outbox.FailedAsync(mail, kind, now + WaitAfter(mail.Attempt, mail.IsUrgent), now, ct);
            Log.LogWarning("Could not send {Mail} about {Kind} at attempt {Attempt}: {Error}", mail.Id, mail.Kind, mail.Attempt, kind);
        }

        return taken.Count;
    }

    /// <summary>
    /// Twice as long each time, from half a minute to an hour, for an emergency to five minutes; less up to a quarter, so that not all
    /// come back at once.
    /// </summary>
    public static TimeSpan WaitAfter(int attempt, bool isUrgent)
    {
        var longest = isUrgent ? LongestUrgentRetry : LongestRetry;
        var wait = Math.Min(FirstRetry.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 20)), longest.TotalSeconds);
        return TimeSpan.FromSeconds(wait * (1 - RandomNumberGenerator.GetInt32(0, 251) / 1000.0));
    }

    protected override TimeSpan Pause => TimeSpan.FromSeconds(5);

    protected override async Task<bool> RoundAsync(CancellationToken ct) => await WorkAsync(ct) == Batch;
}
