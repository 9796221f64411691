using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Documents;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Documents;

/// <summary>Adding, opening, renaming and taking out.</summary>
public sealed class DocumentPagesTests(DocumentSite site) : IClassFixture<DocumentSite>
{
    [Theory]
    [InlineData("")]
    [InlineData("/new")]
    [InlineData("/{0}/file")]
    [InlineData("/{0}/title")]
    [InlineData("/{0}/take-out")]
    public async Task Only_those_on_the_case_get_in(string page)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var document = await site.CleanAsync(@case);
        var url = DocumentSite.UrlOf(@case) + string.Format(System.Globalization.CultureInfo.InvariantCulture, page, document.Id);

        var signedOut = await site.Portal.Browser().GetAsync(url);
        var caseworker = await (await site.Portal.BrowserOfAsync((await site.World.ProviderAsync()).Caseworker)).GetAsync(url);
        var other = await (await site.Portal.BrowserOfAsync((await site.World.PoliceAsync()).Officer)).GetAsync(url);

        Assert.Contains("/account/sign-in", signedOut.Headers.Location!.OriginalString);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (caseworker.StatusCode, other.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await site.Officer.GetAsync(url)).StatusCode);
        // A document of one case is not there under another.
        if (page.Contains("{0}", StringComparison.Ordinal))
            Assert.Equal(HttpStatusCode.NotFound, (await site.Officer.GetAsync(url.Replace(@case.Number, (await site.World.CaseAsync(site.Police.Officer)).Number, StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task It_waits_until_the_scanner_calls_it_clean_and_then_comes_as_a_file_and_the_look_is_recorded()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var added = await site.AddAsync(site.Officer, @case, TestFiles.Pdf(), "ایف آئی آر.pdf", "FirCopy", "Titlecanary");
        var list = await site.Officer.FollowAsync(added);
        var document = await site.NewestAsync(@case);
        var url = DocumentSite.UrlOf(@case, document, "file");

        Assert.Contains("Waits for the virus check", list.MainText());
        Assert.Null((await site.Officer.OpenAsync(url)).QuerySelector("main form"));
        Assert.False(await site.ReadAsync(db => db.CaseDocumentContents.AnyAsync(c => c.DocumentId == document.Id)));
        await site.ScanAsync();
        var form = await site.Officer.OpenAsync(url);
        Assert.False(await site.ReadAsync(db => db.DocumentOpenings.AnyAsync(o => o.DocumentId == document.Id)));
        var file = await site.Officer.SubmitAsync(form);

        Assert.Equal(TestFiles.Pdf(), await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.ToString());
        Assert.Equal(("attachment", "ایف آئی آر.pdf"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar));
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(file.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(file.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.True(file.Headers.CacheControl!.NoStore);
        var opening = await site.ReadAsync(db => db.DocumentOpenings.SingleAsync(o => o.DocumentId == document.Id));
        Assert.Equal((site.Police.Officer.Id, (string?)null), (opening.ActorId, opening.Reason));
        Assert.Contains("Who has opened documents", (await site.Officer.OpenAsync(DocumentSite.UrlOf(@case))).MainText());
        Assert.Contains("Document opened", (await site.Officer.OpenAsync($"/cases/{@case.Number}/looked")).MainText());
        Assert.Contains("Document added", (await site.Officer.OpenAsync($"/cases/{@case.Number}")).MainText());
        Assert.DoesNotContain(site.Portal.Log.Lines, line => line.Contains("Titlecanary", StringComparison.Ordinal) || line.Contains("ایف", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("IdentityDocument", null)]
    [InlineData("Photograph", "Ordered")]
    public async Task What_shows_who_somebody_is_is_opened_with_a_reason_only(string kind, string? photograph)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var document = await site.CleanAsync(@case, TestFiles.Jpeg(), "a.jpg", kind, photograph: photograph);
        var form = await site.Officer.OpenAsync(DocumentSite.UrlOf(@case, document, "file"));

        var without = await site.Officer.SubmitAsync(form);
        var with = await site.Officer.SubmitAsync(form, null, ("Reason.Chosen", "To check a document"));

        Assert.Equal(["Say why you open this identity."], (await without.HtmlAsync()).Errors());
        Assert.Equal("image/jpeg", with.Content.Headers.ContentType!.ToString());
        Assert.Equal(["To check a document"], await site.ReadAsync(db => db.DocumentOpenings.Where(o => o.DocumentId == document.Id).Select(o => o.Reason).ToListAsync()));
    }

    [Fact]
    public async Task Where_identity_is_not_shared_neither_its_papers_nor_its_pictures_are_seen()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.CleanAsync(@case, TestFiles.Jpeg(), "a.jpg", "IdentityDocument");
        await site.CleanAsync(@case, TestFiles.Jpeg(), "a.jpg", "Photograph", photograph: "Injuries");
        var paper = await site.CleanAsync(@case);
        await site.AskAsync<object>("update casework.case_access set sees_identity = false where case_id = $1 and unit_id = $2 returning case_id", @case.Id, site.Police.Station.Id);

        Assert.Equal([paper.Id], await site.ReadAsync(db => db.CaseDocuments.Where(d => d.CaseId == @case.Id).Select(d => d.Id).ToListAsync()));
        Assert.Equal([paper.Id], await site.ReadAsync(db => db.CaseDocumentContents.Where(d => d.CaseId == @case.Id).Select(d => d.DocumentId).ToListAsync()));
        Assert.Contains("Paper of a court", (await site.Officer.OpenAsync(DocumentSite.UrlOf(@case))).MainText());
    }

    [Fact]
    public async Task A_photograph_without_a_reason_a_closed_case_and_no_file_are_refused()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync(DocumentSite.UrlOf(@case) + "/new");

        var photograph = await DocumentSite.PostAsync(site.Officer, form, TestFiles.Jpeg(), "a.jpg", "Photograph");
        var nothing = await site.Officer.SubmitAsync(form, null, ("Input.Kind", "Other"));
        await site.World.CloseCaseAsync(site.Police.Officer, @case);
        var closed = await DocumentSite.PostAsync(site.Officer, form, TestFiles.Jpeg(), "a.jpg", "Other");

        Assert.Equal(["Say why a photograph of a person is needed. Without a reason none is kept."], (await photograph.HtmlAsync()).Errors());
        Assert.Equal(["Choose the file."], (await nothing.HtmlAsync()).Errors());
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (photograph.StatusCode, closed.StatusCode));
        Assert.Equal([Case.ClosedAlready], (await closed.HtmlAsync()).Errors());
    }

    [Fact]
    public async Task An_eleventh_in_a_case_and_a_forty_first_by_a_person_are_refused()
    {
        var officer = await site.World.UserAsync(site.Police.Station, Domain.Identity.Role.Officer);
        var browser = await site.Portal.BrowserOfAsync(officer);
        var cases = new List<Case>();
        for (var i = 0; i < 5; i++)
            cases.Add(await site.World.CaseAsync(officer));
        Task<int> FillAsync(Case @case, int count) => site.AskAsync<int>("""
            with made as (
                insert into casework.case_documents (id, case_id, kind, format, length, sealed_name, scan, added_by_id, added_by_name, added_at)
                select gen_random_uuid(), $1, 'Other', 'Pdf', 1, '\x00', 'Infected', $2, 'Test', now() from generate_series(1, $3) returning 1
            ) select count(*)::int from made
            """, @case.Id, officer.Id, count);
        foreach (var @case in cases.Take(4))
            await FillAsync(@case, @case == cases[3] ? 9 : 10);

        var inCase = await site.AddAsync(browser, cases[0], TestFiles.Pdf());
        // Two at once for the one place that is left.
        var forms = new[] { await browser.OpenAsync(DocumentSite.UrlOf(cases[3]) + "/new"), await browser.OpenAsync(DocumentSite.UrlOf(cases[4]) + "/new") };
        var race = await Task.WhenAll(forms.Select(form => DocumentSite.PostAsync(browser, form, TestFiles.Pdf(), "a.pdf", "Other")));

        Assert.Equal([CaseDocument.CaseIsFull], (await inCase.HtmlAsync()).Errors());
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], race.Select(r => r.StatusCode).Order());
        Assert.Equal([CaseDocument.PersonIsFull], (await race.Single(r => r.StatusCode == HttpStatusCode.Conflict).HtmlAsync()).Errors());
        Assert.Equal((10, 40), (CaseDocument.MostInCaseADay, CaseDocument.MostByPersonADay));
    }

    [Fact]
    public async Task A_form_posted_twice_adds_one()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync(DocumentSite.UrlOf(@case) + "/new");

        var first = await DocumentSite.PostAsync(site.Officer, form, TestFiles.Pdf(), "a.pdf", "Other");
        var second = await DocumentSite.PostAsync(site.Officer, form, TestFiles.Pdf(), "a.pdf", "Other");

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await site.ReadAsync(db => db.CaseDocuments.CountAsync(d => d.CaseId == @case.Id)));
        await site.ScanAsync();
    }

    [Fact]
    public async Task A_title_is_corrected_and_a_document_taken_out_is_opened_by_nobody_and_stays_on_record()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var document = await site.CleanAsync(@case, title: "Wrong");
        var stale = await site.Officer.OpenAsync(DocumentSite.UrlOf(@case, document, "file"));
        var rename = await site.Officer.OpenAsync(DocumentSite.UrlOf(@case, document, "title"));

        var renamed = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(rename, null, ("Input.Title", "Order of the court")));
        var without = await site.Officer.SubmitAsync(await site.Officer.OpenAsync(DocumentSite.UrlOf(@case, document, "take-out")));
        var takenOut = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync(DocumentSite.UrlOf(@case, document, "take-out")), null, ("Input.Reason", "WrongCase")));

        Assert.Contains("Order of the court", renamed.MainText());
        Assert.Equal(["Say why it is taken out."], (await without.HtmlAsync()).Errors());
        Assert.Contains("It belongs to another case", takenOut.MainText());
        var opened = await site.Officer.SubmitAsync(stale);
        Assert.Equal((HttpStatusCode.Conflict, CaseDocument.IsTakenOut), (opened.StatusCode, Assert.Single((await opened.HtmlAsync()).Errors())));
        Assert.False(await site.ReadAsync(db => db.CaseDocumentContents.AnyAsync(c => c.DocumentId == document.Id)));
        Assert.True(await site.AskAsync<int>("select length(sealed_content) from casework.case_document_contents where document_id = $1", document.Id) > 100);
        var undone = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => site.World.AsAsync(site.Police.Officer, (_, db) => db.Database.ExecuteSqlAsync(
            $"update casework.case_documents set taken_out_at = null, taken_out_by_id = null, taken_out_by_name = null, take_out_reason = null where id = {document.Id}")));
        Assert.Equal(CaseDocument.IsTakenOut, undone.MessageText);
    }

    [Fact]
    public async Task One_far_beyond_the_limit_gets_a_sentence()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var answer = await site.AddAsync(site.Officer, @case, new byte[20 * 1024 * 1024]);

        Assert.Equal([PlainFile.IsTooLarge], (await site.Officer.FollowAsync(answer)).Errors());
    }
}
