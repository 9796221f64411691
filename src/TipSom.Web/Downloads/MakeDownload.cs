using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Reporting;
using TipSom.Data.RowSecurity;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Startup;

namespace TipSom.Web.Downloads;

/// <summary>
/// Makes one download after the other, each with the rights of who asked. What was begun says every second that it goes on, and hears
/// that it was given up; killed, it is begun anew by another portal.
/// </summary>
public sealed class MakeDownload(IServiceScopeFactory scopes, DownloadQueue queue, ILogger<MakeDownload> log)
{
    /// <summary>Longest that making a file may take. Less than the signed context lasts: without one the database would show no row, and a file would end early unseen.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private const int LongestStatementSeconds = 120;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>Takes one in hand and makes it. False where none waited.</summary>
    public async Task<bool> WorkAsync(CancellationToken ct)
    {
        if (await queue.TakeAsync(ct) is not { } job)
            return false;
        if (job.Role?.Allows(Permission.ReadStatistics) != true)
            await queue.FailAsync(job, Download.RoleChanged, ct);
        else if (job.Attempt > Download.MostAttempts)
            await queue.FailAsync(job, Download.CouldNotBeMade, ct);
        else if (await TryAsync(job, ct) is { } why)
            await queue.FailAsync(job, why, ct);
        return true;
    }

    // The sentence that says why there is no file; null where there is one, or nobody waits for it.
    private async Task<string?> TryAsync(DownloadInHand job, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        stop.CancelAfter(Longest);
        var progress = new LastReport();
        var making = MakeAsync(job, progress, stop.Token);
        try
        {
            while (await Task.WhenAny(making, Task.Delay(Between, ct)) != making)
            {
                if (await queue.GoesOnAsync(job, progress.Done, progress.Of, ct))
                    continue;
                // Given up, or in other hands: nothing is to be said of it.
                await stop.CancelAsync();
                await Task.WhenAny(making);
                return null;
            }

            var made = await making;
            if (made.Content.Length > Download.ContentMaxLength)
                return Download.IsTooLarge;
            // Refused where the role was lost meanwhile; of one that was given up nobody hears the sentence.
            return await queue.FinishAsync(job, made, ct) ? null : Download.RoleChanged;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Download.TookTooLong;
        }
        catch (RuleBrokenException refused) when (refused.Arguments.Count == 0)
        {
            return refused.Sentence;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && !Outage.IsBehind(failure))
        {
            // Its words may hold a row.
            log.LogError("Making a download failed: {Failure}", failure.GetType().Name);
            return Download.CouldNotBeMade;
        }
    }

    private async Task<MadeFile> MakeAsync(DownloadInHand job, LastReport progress, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SessionUser>().UserId = job.UserId;
        var db = scope.ServiceProvider.GetRequiredService<TipSomDbContext>();
        db.Database.SetCommandTimeout(LongestStatementSeconds);
        // All figures of a file are of one moment.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await db.Database.ExecuteSqlAsync($"select set_config('statement_timeout', {$"{LongestStatementSeconds}s"}, true)", ct);
        var asked = await (
                from d in db.Downloads
                join u in db.Users on d.UserId equals u.Id
                where d.Id == job.Id
                select new { Download = d, By = new Actor(u.Id, u.UnitId, u.AgencyId, u.DisplayName) })
            .AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new RuleBrokenException(Download.RoleChanged);
        var language = Cultures.Find(asked.Download.Language) ?? Cultures.English;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language;
        var maker = scope.ServiceProvider.GetServices<IDownloadMaker>().Single(m => m.Kind == asked.Download.Kind);
        var request = new DownloadRequest(
            asked.Download.Kind, asked.Download.Period, asked.Download.Choices(), asked.Download.Format, Cultures.IsUrdu(language), asked.By,
            asked.Download.Role, asked.Download.AskedAt);
        return await maker.MakeAsync(request, progress, ct);
    }

    // Told from wherever the maker works, and read every second.
    private sealed class LastReport : IProgress<(int Done, int Of)>
    {
        private long last;

        public int Done => (int)(Volatile.Read(ref last) >> 32);

        public int Of => (int)(Volatile.Read(ref last) & int.MaxValue);

        public void Report((int Done, int Of) value) => Volatile.Write(ref last, ((long)Math.Max(0, value.Done) << 32) | (uint)Math.Max(0, value.Of));
    }
}
