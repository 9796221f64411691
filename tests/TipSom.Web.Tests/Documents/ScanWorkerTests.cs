using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Documents;
using TipSom.Domain.Telling;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Documents;

/// <summary>The virus check: what it is told, what it says, and what becomes of documents while it is away. These tests share one queue, so they are one class.</summary>
public sealed class ScanWorkerTests(DocumentSite site) : IClassFixture<DocumentSite>
{
    [Fact]
    public async Task What_it_finds_is_never_opened_is_thrown_away_and_told_to_who_added_it()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var document = await site.CleanAsync(@case, TestFiles.Pdf($"({TestFiles.Eicar})"));

        Assert.Equal(DocumentScan.Infected, document.Scan);
        Assert.Contains("cannot be opened", (await site.Officer.OpenAsync(DocumentSite.UrlOf(@case, document, "file"))).MainText());
        Assert.Equal(0, await site.AskAsync<int>("select length(sealed_content) from casework.case_document_contents where document_id = $1", document.Id));
        var told = await site.ReadAsync(db => db.Notifications.SingleAsync(n => n.Kind == NotificationKind.DocumentInfected && n.Number == @case.Number));
        Assert.True(told.IsWork);
        Assert.Equal($"/cases/{@case.Number}/documents", (await site.Officer.OpenAsync("/notifications")).QuerySelector($"main a[href='/cases/{@case.Number}/documents']")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(ScannerMood.Stalls)]
    [InlineData(ScannerMood.Errs)]
    [InlineData(ScannerMood.Drops)]
    public async Task Whatever_else_it_says_means_waiting_and_it_is_asked_again(ScannerMood mood)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        site.Scanner.Mood = mood;
        await site.AddAsync(site.Officer, @case, TestFiles.Pdf());

        await site.Portal.ScanWorker().WorkAsync(TestContext.Current.CancellationToken);

        Assert.Equal(DocumentScan.Waiting, (await site.NewestAsync(@case)).Scan);
        site.Scanner.Mood = ScannerMood.Looks;
        await site.ScanAsync();
        Assert.Equal(DocumentScan.Clean, (await site.NewestAsync(@case)).Scan);
    }

    [Fact]
    public async Task While_it_is_gone_documents_wait_and_are_looked_at_when_it_is_back()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        site.Scanner.Close();
        await site.AddAsync(site.Officer, @case, TestFiles.Pdf());
        await site.Portal.ScanWorker().WorkAsync(TestContext.Current.CancellationToken);
        Assert.Equal(DocumentScan.Waiting, (await site.NewestAsync(@case)).Scan);

        site.Scanner.Open();
        await site.ScanAsync();

        Assert.Equal(DocumentScan.Clean, (await site.NewestAsync(@case)).Scan);
        Assert.Contains(site.Scanner.Looked, file => file.AsSpan().SequenceEqual(TestFiles.Pdf()));
    }

    [Fact]
    public async Task One_is_one_workers_until_its_lease_ends_and_then_anothers()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.AddAsync(site.Officer, @case, TestFiles.Pdf());
        // Another portal took it and was killed.
        Assert.Equal(1, await site.AskAsync<long>("select count(*) from security.take_documents_to_scan(100, interval '10 minutes')"));

        await site.ScanAsync();
        Assert.Equal(DocumentScan.Waiting, (await site.NewestAsync(@case)).Scan);
        await site.AskAsync<object>("update casework.case_documents set scan_leased_until = now() - interval '1 second' where case_id = $1 returning id", @case.Id);
        await site.ScanAsync();

        Assert.Equal(DocumentScan.Clean, (await site.NewestAsync(@case)).Scan);
    }

    [Fact]
    public async Task A_person_can_neither_take_work_nor_call_a_document_clean()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.AddAsync(site.Officer, @case, TestFiles.Pdf());
        var document = await site.NewestAsync(@case);

        foreach (var work in new[] { "select from security.take_documents_to_scan(9, interval '1 minute')", $"select security.document_scanned('{document.Id}', true)" })
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => site.ReadAsync(db => db.Database.ExecuteSqlRawAsync(work)));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => site.ReadAsync(db => db.Database.ExecuteSqlAsync($"update casework.case_documents set scan = 'Clean' where id = {document.Id}")));
        Assert.Equal(DocumentScan.Waiting, (await site.NewestAsync(@case)).Scan);
        await site.ScanAsync();
    }

    [Fact]
    public async Task Without_a_scanner_documents_wait_and_only_Development_may_do_without()
    {
        await using var portal = new Portal(site.Database) { Settings = new Dictionary<string, string> { ["Scanner:Off"] = "true" }, Environment = "Production" };

        var refusal = Assert.Throws<InvalidOperationException>(() => portal.CreateClient());

        Assert.StartsWith("Scanner:Off is for Development.", refusal.Message);
        await using var developer = new Portal(site.Database) { Settings = new Dictionary<string, string> { ["Scanner:Off"] = "true" } };
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.AddAsync(site.Officer, @case, TestFiles.Pdf());
        Assert.Equal(HttpStatusCode.OK, (await developer.Browser().GetAsync("/account/sign-in")).StatusCode);
        await developer.ScanWorker().WorkAsync(TestContext.Current.CancellationToken);
        Assert.Equal(DocumentScan.Clean, (await site.NewestAsync(@case)).Scan);
    }
}
