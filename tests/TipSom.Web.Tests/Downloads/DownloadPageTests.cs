using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;
using TipSom.Web.Downloads;

namespace TipSom.Web.Tests.Downloads;

/// <summary>The pages of files of figures: one's own list, how far one is, giving it up, taking it out.</summary>
public sealed class DownloadPageTests(DownloadSite site) : IClassFixture<DownloadSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Strangers_are_refused()
    {
        var police = await site.World.PoliceAsync();
        var download = await site.World.ReadyDownloadAsync(police.Supervisor);
        var there = $"/downloads/{download.Number}";
        var shelter = await site.World.ProviderAsync();
        var others = new[] { await site.World.UserAsync(police.Headquarters, Role.Supervisor), await site.World.CoordinatorAsync(), (await site.World.PoliceAsync()).Supervisor };

        foreach (var url in new[] { "/downloads", there, there + "/cancel", there + "/fetch" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await site.Portal.Browser().GetAsync(url)).StatusCode);
            foreach (var wrong in new[] { police.Officer, shelter.Manager })
                Assert.Equal(HttpStatusCode.Forbidden, (await (await site.As(wrong)).GetAsync(url)).StatusCode);
            if (url != "/downloads")
                foreach (var other in others)
                    Assert.Equal(HttpStatusCode.NotFound, (await (await site.As(other)).GetAsync(url)).StatusCode);
        }

        foreach (var other in others)
            Assert.DoesNotContain(download.Number, (await (await site.As(other)).OpenAsync("/downloads")).MainText());
    }

    [Fact]
    public async Task The_list_shows_ones_own_with_kind_period_and_status()
    {
        var supervisor = (await site.World.PoliceAsync()).Supervisor;
        var browser = await site.As(supervisor);
        Assert.Contains("You have asked for no file yet.", (await browser.OpenAsync("/downloads")).MainText());
        var (ready, waits) = (await site.World.ReadyDownloadAsync(supervisor), await site.World.AskDownloadAsync(supervisor));

        var page = await browser.OpenAsync("/downloads");

        Assert.Equal([waits.Number, ready.Number], page.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        foreach (var said in new[] { "Annual report", "District report", "2020-21", "Ready", "Waits to be made" })
            Assert.Contains(said, page.MainText());
    }

    [Fact]
    public async Task Until_it_is_ready_the_page_looks_again_by_itself()
    {
        var supervisor = (await site.World.PoliceAsync()).Supervisor;
        var browser = await site.As(supervisor);
        var (ready, waits) = (await site.World.ReadyDownloadAsync(supervisor), await site.World.AskDownloadAsync(supervisor));

        var (done, open) = (await browser.GetAsync($"/downloads/{ready.Number}"), await browser.GetAsync($"/downloads/{waits.Number}"));

        Assert.Equal("5", open.Headers.GetValues("Refresh").Single());
        Assert.False(done.Headers.Contains("Refresh"));
        Assert.NotNull((await open.HtmlAsync()).QuerySelector("progress"));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData("a,b\r\n1,2\r\n"u8)), (await done.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task Taken_out_it_comes_as_a_file_and_is_on_the_trail_once_each_time()
    {
        var supervisor = (await site.World.PoliceAsync()).Supervisor;
        var download = await site.World.ReadyDownloadAsync(supervisor);
        var browser = await site.As(supervisor);
        var page = await browser.OpenAsync($"/downloads/{download.Number}");

        var file = await browser.SubmitAsync(page);
        await browser.SubmitAsync(page);

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("a,b\r\n1,2\r\n", await file.Content.ReadAsStringAsync(Ct));
        Assert.Equal(("attachment", "figures.csv"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("no-store", file.Headers.CacheControl!.ToString());
        var notes = await EntriesAsync(download, AuditNotes.Export);
        Assert.Equal(2, notes.Count);
        Assert.All(notes, n => Assert.Equal((supervisor.Id, "downloads", "AnnualReport 2020-21 1 rows"), (n.ActorId, n.TableName, n.Detail)));
        var after = await browser.OpenAsync($"/downloads/{download.Number}");
        Assert.Equal("2", after.QuerySelectorAll(".summary > div").Single(d => d.QuerySelector("dt")!.TextContent == "Times taken out").QuerySelector("dd")!.TextContent.Trim());
    }

    [Fact]
    public async Task Asking_for_the_file_without_a_press_gives_nothing_out()
    {
        var supervisor = (await site.World.PoliceAsync()).Supervisor;
        var download = await site.World.ReadyDownloadAsync(supervisor);

        var answer = await (await site.As(supervisor)).GetAsync($"/downloads/{download.Number}/fetch");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.Empty(await EntriesAsync(download, AuditNotes.Export));
    }

    [Fact]
    public async Task After_its_day_it_is_not_given_out_even_before_it_was_taken_away()
    {
        var supervisor = (await site.World.PoliceAsync()).Supervisor;
        var download = await site.World.ReadyDownloadAsync(supervisor);
        var browser = await site.As(supervisor);
        var page = await browser.OpenAsync($"/downloads/{download.Number}");
        await site.OwnerAsync($"update statistics.downloads set kept_until = now() where id = {download.Id}");

        var refused = await browser.SubmitAsync(page);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(Download.IsNotKept, (await refused.HtmlAsync()).MainText());
        Assert.Contains("Not kept any longer", (await browser.OpenAsync($"/downloads/{download.Number}")).MainText());
        Assert.Empty(await EntriesAsync(download, AuditNotes.Export));
    }

    [Fact]
    public async Task Who_has_another_role_now_does_not_get_what_was_made_for_the_earlier()
    {
        var police = await site.World.PoliceAsync();
        var user = await site.World.UserAsync(police.Headquarters, Role.Supervisor);
        var download = await site.World.ReadyDownloadAsync(user);
        await site.OwnerAsync($"update identity.users set role = 'Analyst' where id = {user.Id}");
        var browser = await site.As(user);

        var refused = await browser.SubmitAsync(await browser.OpenAsync($"/downloads/{download.Number}"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(Download.RoleChanged, (await refused.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task It_is_given_up_and_what_has_ended_is_not()
    {
        var supervisor = (await site.World.PoliceAsync()).Supervisor;
        var download = await site.World.AskDownloadAsync(supervisor);
        var browser = await site.As(supervisor);
        var (page, late) = (await browser.OpenAsync($"/downloads/{download.Number}/cancel"), await browser.OpenAsync($"/downloads/{download.Number}/cancel"));

        var ended = await browser.FollowAsync(await browser.SubmitAsync(page));
        var refused = await browser.SubmitAsync(late);

        Assert.Contains("Cancelled", ended.MainText());
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(Download.HasEnded, (await refused.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task A_number_that_is_none_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.As((await site.World.PoliceAsync()).Supervisor)).GetAsync("/downloads/TD-2026-AAAAAA")).StatusCode);

    [Fact]
    public async Task Nobody_asks_for_what_nobody_makes()
    {
        await using var scope = site.Portal.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<DownloadDesk>();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            desk.AskAsync(DownloadKind.NationalPoliceBureau, "2020", new Dictionary<string, string>(), DownloadFormat.Csv, Ct));
    }

    private async Task<List<AuditEntry>> EntriesAsync(Download download, string act)
    {
        List<AuditEntry> found = [];
        await site.World.AsOwnerAsync(async db => found = await db.AuditEntries.AsNoTracking().Where(e => e.RowId == download.Id && e.Act == act).ToListAsync(Ct));
        return found;
    }
}
