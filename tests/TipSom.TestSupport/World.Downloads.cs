using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Identity;
using TipSom.Data.Reporting;
using TipSom.Domain;
using TipSom.Domain.Reporting;

namespace TipSom.TestSupport;

/// <summary>Files of figures that people of a test ask for.</summary>
public sealed partial class World
{
    /// <summary>A file somebody asked for; nobody has it in hand.</summary>
    public Task<Download> AskDownloadAsync(
        User by, DownloadKind kind = DownloadKind.DistrictReport, string language = "en-PK", IReadOnlyDictionary<string, string>? choices = null, string period = "2020-21", DownloadFormat format = DownloadFormat.Csv) => AsAsync(by, (_, db) =>
    {
        var download = Download.Ask(
            RecordNumber.Draw(RecordNumber.DownloadPrefix, Now.Year), kind, period, choices ?? new Dictionary<string, string>(), format, language,
            ActorOf(by), by.Role, sameUnfinished: false, askedToday: 0, Now);
        db.Add(download);
        return Task.FromResult(download);
    });

    /// <summary>A file that is kept.</summary>
    public async Task<Download> ReadyDownloadAsync(User by, DownloadKind kind = DownloadKind.AnnualReport, string content = "a,b\r\n1,2\r\n")
    {
        var asked = await AskDownloadAsync(by, kind);
        var job = await TakeInHandAsync(asked);
        await services.GetRequiredService<DownloadQueue>().FinishAsync(job, new MadeFile(Encoding.UTF8.GetBytes(content), "figures.csv", 1), CancellationToken.None);
        return await AsAsync(by, (_, db) => db.Downloads.AsNoTracking().SingleAsync(d => d.Id == asked.Id));
    }

    /// <summary>Takes this download in hand and no other that waits.</summary>
    public async Task<DownloadInHand> TakeInHandAsync(Download download)
    {
        await AsOwnerAsync(db => db.Database.ExecuteSqlAsync($"""
            update statistics.downloads set status = 'Running', attempts = attempts + 1, started_at = now(), in_hand_until = now() + interval '1 hour' where id = {download.Id}
            """));
        return new DownloadInHand(download.Id, download.UserId, 1, download.Role);
    }
}
