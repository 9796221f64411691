using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Downloads;

/// <summary>Files are made with the rights and in the language of who asked, and a file that cannot be made says why.</summary>
public sealed class MakeDownloadTests(DownloadSite site) : IClassFixture<DownloadSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_holds_what_the_person_sees_and_nothing_more()
    {
        var (police, others) = (await site.World.PoliceAsync(), await site.World.PoliceAsync());
        await site.World.CaseAsync(police.Officer);
        await site.World.CaseAsync(others.Officer);
        var choices = new Dictionary<string, string> { ["district"] = "PB-LAHORE" };
        var mine = await site.World.AskDownloadAsync(police.Supervisor, DownloadKind.Ctdc, "ur-PK", choices);
        var analyst = await site.World.UserAsync(police.Headquarters, Role.Analyst);
        var none = await site.World.AskDownloadAsync(analyst, DownloadKind.Ctdc);

        await MakeAllAsync();

        Assert.Equal($"cases 1 2020-21 PB-LAHORE ur-PK True {police.Supervisor.DisplayName}", await TextAsync(police.Supervisor, mine));
        Assert.Equal($"cases 0 2020-21  en-PK False {analyst.DisplayName}", await TextAsync(analyst, none));
    }

    [Theory]
    [InlineData(DownloadKind.Htcds, Download.TookTooLong)]
    [InlineData(DownloadKind.IcTip, Download.CouldNotBeMade)]
    public async Task A_file_that_cannot_be_made_says_why(DownloadKind kind, string sentence)
    {
        var supervisor = (await site.World.PoliceAsync()).Supervisor;
        var download = await site.World.AskDownloadAsync(supervisor, kind);

        await MakeAllAsync();

        var failed = await FindAsync(supervisor, download);
        Assert.Equal((DownloadStatus.Failed, sentence), (failed.Status, failed.Failure));
        Assert.Contains(sentence, (await (await site.As(supervisor)).OpenAsync($"/downloads/{download.Number}")).MainText());
        Assert.DoesNotContain(site.Portal.Log.Lines, line => line.Contains("Canary of a row", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_up_while_it_is_made_the_maker_ends_and_nothing_is_kept()
    {
        var supervisor = (await site.World.PoliceAsync()).Supervisor;
        var browser = await site.As(supervisor);
        var download = await site.World.AskDownloadAsync(supervisor, DownloadKind.Glotip);
        SlowMaker.Ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var making = MakeAllAsync();
        while ((await FindAsync(supervisor, download)).Done != 3)
            await Task.Delay(100, Ct);
        var page = await browser.OpenAsync($"/downloads/{download.Number}");
        Assert.Equal(("10", "3"), (page.QuerySelector("progress")!.GetAttribute("max"), page.QuerySelector("progress")!.GetAttribute("value")));
        Assert.Contains("3 of 10 are done", page.MainText());

        await browser.SubmitAsync(await browser.OpenAsync($"/downloads/{download.Number}/cancel"));

        await SlowMaker.Ended.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        await making.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        Assert.Equal(DownloadStatus.Cancelled, (await FindAsync(supervisor, download)).Status);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_is_made_by_another_portal()
    {
        var supervisor = (await site.World.PoliceAsync()).Supervisor;
        var download = await site.World.AskDownloadAsync(supervisor, DownloadKind.Ctdc);
        // In hand of a portal that says nothing any more.
        await site.World.TakeInHandAsync(download);
        await MakeAllAsync();
        Assert.Equal(DownloadStatus.Running, (await FindAsync(supervisor, download)).Status);

        await site.OwnerAsync($"update statistics.downloads set in_hand_until = now() - interval '1 second' where id = {download.Id}");
        await MakeAllAsync();

        Assert.Equal(DownloadStatus.Ready, (await FindAsync(supervisor, download)).Status);
    }

    [Fact]
    public async Task What_ended_every_portal_that_began_it_is_not_begun_for_ever()
    {
        var supervisor = (await site.World.PoliceAsync()).Supervisor;
        var download = await site.World.AskDownloadAsync(supervisor, DownloadKind.Ctdc);
        await site.OwnerAsync($"update statistics.downloads set attempts = {Download.MostAttempts} where id = {download.Id}");

        await MakeAllAsync();

        Assert.Equal(Download.CouldNotBeMade, (await FindAsync(supervisor, download)).Failure);
    }

    [Fact]
    public async Task Who_lost_the_role_gets_a_sentence_instead()
    {
        var police = await site.World.PoliceAsync();
        var user = await site.World.UserAsync(police.Headquarters, Role.Supervisor);
        var download = await site.World.AskDownloadAsync(user, DownloadKind.Ctdc);
        await site.OwnerAsync($"update identity.users set role = 'Analyst' where id = {user.Id}");

        await MakeAllAsync();

        var failed = await FindAsync(user, download);
        Assert.Equal((DownloadStatus.Failed, Download.RoleChanged), (failed.Status, failed.Failure));
    }

    private async Task MakeAllAsync()
    {
        while (await site.WorkAsync(Ct))
        {
            // One after the other, until none waits.
        }
    }

    private Task<Download> FindAsync(User user, Download download) =>
        site.World.AsAsync(user, (_, db) => db.Downloads.AsNoTracking().SingleAsync(d => d.Id == download.Id));

    private async Task<string> TextAsync(User user, Download download)
    {
        var found = await FindAsync(user, download);
        Assert.Equal(DownloadStatus.Ready, found.Status);
        return Encoding.UTF8.GetString(site.Portal.Services.GetRequiredService<RecordCipher>().Open<byte[]>(SealKinds.Download, found.Id, found.SealedContent));
    }
}
