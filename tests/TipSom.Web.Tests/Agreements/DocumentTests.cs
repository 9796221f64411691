using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.TestSupport;
using TipSom.Web.Documents;

namespace TipSom.Web.Tests.Agreements;

/// <summary>Attaching the signed paper and giving it out.</summary>
public sealed class DocumentTests(AgreementSite site) : IClassFixture<AgreementSite>
{
    private static readonly byte[] Pdf = TestFiles.Pdf();

    [Fact]
    public async Task Strangers_are_refused()
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);

        await site.RefusesStrangersAsync($"/agreements/{agreement.Id}/document", pair.Police.Officer, pair.Coordinator, pair.Shelter.Manager);
        await site.RefusesStrangersAsync(
            $"/agreements/{agreement.Id}/documents/{Guid.NewGuid()}", await site.World.UserAsync(pair.Police.Headquarters, Role.Analyst));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.As(pair.Police.Officer)).GetAsync($"/agreements/{agreement.Id}/documents/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task It_is_attached_and_everybody_who_reads_the_register_can_keep_a_copy()
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);
        var administrator = await site.As(pair.Administrator);

        var page = await administrator.FollowAsync(await AttachAsync(administrator, agreement, Pdf));
        var link = page.QuerySelector("main a[href*='/documents/']")!.GetAttribute("href")!;
        var copy = await (await site.As(pair.Shelter.Caseworker)).GetAsync(link);

        Assert.Equal(Pdf, await copy.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/pdf", copy.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", copy.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", Assert.Single(copy.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(copy.Headers.GetValues("X-Content-Type-Options")));
        // The same paper under another agreement is not there.
        var other = await site.World.AgreementAsync(pair.Police, await site.World.ProviderAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(link.Replace(agreement.Id.ToString(), other.Id.ToString(), StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task It_is_given_out_only_when_the_scanner_calls_it_clean()
    {
        var (pair, ct) = (await site.PairAsync(), TestContext.Current.CancellationToken);
        await using var scanner = new VirusScanner();
        await using var portal = site.PortalWith(scanner.Settings);
        var browser = await portal.BrowserOfAsync(pair.Administrator);
        var (good, bad) = (await AttachedAsync(Pdf), await AttachedAsync(TestFiles.Pdf($"({TestFiles.Eicar})")));

        var (clean, infected) = (await browser.GetAsync(good), await browser.GetAsync(bad));
        scanner.Mood = ScannerMood.Errs;
        var later = await browser.GetAsync(good);

        Assert.Equal(Pdf, await clean.Content.ReadAsByteArrayAsync(ct));
        Assert.Equal(Pdf, scanner.Looked[0]);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (infected.StatusCode, later.StatusCode));
        Assert.Contains("found something harmful", (await infected.HtmlAsync()).MainText(), StringComparison.Ordinal);
        Assert.Contains("waits for the virus check", (await later.HtmlAsync()).MainText(), StringComparison.Ordinal);
        // Outside Development there is no doing without one.
        Assert.Equal(ScanAnswer.Away, await new Clamd(new ScannerOptions()).ScanAsync(Pdf, ct));

        async Task<string> AttachedAsync(byte[] file)
        {
            var agreement = await site.World.AgreementAsync(pair.Police, await site.World.ProviderAsync());
            return (await browser.FollowAsync(await AttachAsync(browser, agreement, file))).QuerySelector("main a[href*='/documents/']")!.GetAttribute("href")!;
        }
    }

    [Theory]
    [InlineData("<< /S /JavaScript >>", "This PDF holds a program or another file.")]
    [InlineData("<< /Encrypt 1 0 R >>", "This PDF is locked.")]
    public async Task What_is_no_plain_PDF_is_refused(string content, string sentence)
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);

        var answer = await AttachAsync(await site.As(pair.Administrator), agreement, TestFiles.Pdf(content));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(sentence, (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20 * 1024 * 1024)]
    public async Task A_file_that_is_too_large_gets_a_sentence(int beyond)
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);
        var browser = await site.As(pair.Administrator);

        var answer = await AttachAsync(browser, agreement, new byte[AgreementDocument.MaxLength + beyond]);
        var page = answer.StatusCode == HttpStatusCode.Redirect ? await browser.FollowAsync(answer) : await answer.HtmlAsync();

        Assert.Contains("This file is larger than 5 MB.", page.QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task One_form_with_another_file_is_another_act()
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);
        var browser = await site.As(pair.Administrator);
        var form = await browser.OpenAsync($"/agreements/{agreement.Id}/document");

        var first = await PostAsync(browser, form, Pdf);
        var same = await PostAsync(browser, form, Pdf);
        var other = await PostAsync(browser, form, [.. Pdf, (byte)'\n']);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, same.StatusCode, other.StatusCode));
        Assert.Single((await browser.FollowAsync(first)).QuerySelectorAll("main a[href*='/documents/']"));
    }

    private static async Task<HttpResponseMessage> AttachAsync(PortalBrowser browser, Agreement agreement, byte[] file) =>
        await PostAsync(browser, await browser.OpenAsync($"/agreements/{agreement.Id}/document"), file);

    private static async Task<HttpResponseMessage> PostAsync(PortalBrowser browser, IHtmlDocument form, byte[] file)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var body = new MultipartFormDataContent { { content, "Paper", "agreement.pdf" } };
        foreach (var hidden in form.QuerySelectorAll("main form input[type=hidden]"))
            body.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        return await browser.Client.PostAsync(new Uri(form.Url).PathAndQuery, body, TestContext.Current.CancellationToken);
    }
}
