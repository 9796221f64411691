using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using TipSom.TestSupport;
using TipSom.Web.Tests.Agreements;

namespace TipSom.Web.Tests.Imports;

/// <summary>From a station's file to its cases: what a supervisor sees, and what is said of a file that will not do.</summary>
public sealed class ImportTests(AgreementSite site) : IClassFixture<AgreementSite>
{
    private const string Small = "district,sex,age,name,FIR\nLahore,F,16,Registercanary 1,1/2025\nAtlantis,F,16,Registercanary 2,\nLahore,M,30,=Registercanary(3),zzz\n";

    [Fact]
    public async Task Strangers_are_refused()
    {
        var police = await site.World.PoliceAsync();
        var there = await UploadAsync(await site.As(police.Supervisor), police, Encoding.UTF8.GetBytes(Small));

        foreach (var url in new[] { "/import", "/import/new", "/import/template", there, there + "/columns", there + "/left-out" })
            await site.RefusesStrangersAsync(url, police.Officer, (await site.PairAsync()).Shelter.Manager);
        var other = await site.As((await site.World.PoliceAsync()).Supervisor);
        foreach (var url in new[] { there, there + "/columns", there + "/left-out" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(url)).StatusCode);
        Assert.DoesNotContain(there, (await other.OpenAsync("/import")).Body!.InnerHtml);
    }

    [Fact]
    public async Task A_register_becomes_cases_of_the_station()
    {
        var police = await site.World.PoliceAsync();
        var supervisor = await site.As(police.Supervisor);
        var there = await UploadAsync(supervisor, police, Register.Of(12));

        var columns = await supervisor.OpenAsync(there + "/columns");
        var shown = await supervisor.FollowAsync(await supervisor.SubmitAsync(columns));
        Assert.Equal("12", Fact(shown, "People to bring in"));
        Assert.DoesNotContain("Registercanary", shown.MainText());
        var page = await supervisor.FollowAsync(await supervisor.SubmitAsync(shown, null, ("Step", "Start")));
        // All can be in a moment before the register is finished.
        for (var i = 0; i < 100 && !page.MainText().Contains("Finished", StringComparison.Ordinal); i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync(there)).StatusCode);
            await Task.Delay(200, TestContext.Current.CancellationToken);
            page = await supervisor.OpenAsync(there);
        }

        Assert.Contains("Finished", page.MainText());
        Assert.Equal("12", Fact(page, "People in"));
        Assert.Contains("1/2025", await CaseTextsAsync(await site.As(police.Officer)));
        Assert.Contains("Finished", (await supervisor.OpenAsync("/import")).MainText());
        Assert.DoesNotContain(site.Portal.Log.Lines, line => line.Contains("Registercanary", StringComparison.Ordinal));
        // What has finished is worked on by others: it is not taken back by a late press.
        var late = await supervisor.SubmitAsync(shown, null, ("Step", "Cancel"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task Lines_that_cannot_be_read_are_shown_with_the_reason_and_can_be_had()
    {
        var police = await site.World.PoliceAsync();
        var supervisor = await site.As(police.Supervisor);
        var there = await UploadAsync(supervisor, police, Encoding.UTF8.GetBytes(Small));

        var shown = await supervisor.FollowAsync(await supervisor.SubmitAsync(await supervisor.OpenAsync(there + "/columns")));
        Assert.Equal("2", Fact(shown, "Lines left out"));
        Assert.Contains("There is no district of this name.", shown.MainText());
        var file = await supervisor.GetAsync(there + "/left-out");
        var text = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.StartsWith("\uFEFFdistrict,sex,age,name,FIR,Line,Why\r\nAtlantis,", text, StringComparison.Ordinal);
        // Excel must not take a name for a formula.
        Assert.Contains("'=Registercanary(3)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Registercanary 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_begun_without_the_columns_that_are_needed()
    {
        var police = await site.World.PoliceAsync();
        var supervisor = await site.As(police.Supervisor);
        var there = await UploadAsync(supervisor, police, Encoding.UTF8.GetBytes("a,b,c\n1,2,3\n"));

        var refused = await supervisor.SubmitAsync(await supervisor.OpenAsync(there + "/columns"));
        var twice = await supervisor.SubmitAsync(await supervisor.OpenAsync(there + "/columns"), null,
            ("Input.Columns[3]", "0"), ("Input.Columns[6]", "0"), ("Input.Columns[7]", "1"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Say which columns hold the district, the sex and the age.", (await refused.HtmlAsync()).MainText());
        Assert.Contains("One column was chosen for two things.", (await twice.HtmlAsync()).MainText());
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00 }, "This file cannot be read.")]
    [InlineData(new byte[] { 0x61, 0x2C, 0x62, 0x0A }, "This file has a heading and no lines.")]
    public async Task A_file_that_will_not_do_gets_a_sentence(byte[] file, string sentence)
    {
        var police = await site.World.PoliceAsync();
        var supervisor = await site.As(police.Supervisor);

        var answer = await PostAsync(supervisor, police, file);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(sentence, (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task Before_it_has_begun_it_is_cancelled_at_once()
    {
        var police = await site.World.PoliceAsync();
        var supervisor = await site.As(police.Supervisor);
        var there = await UploadAsync(supervisor, police, Register.Of(3));
        var shown = await supervisor.FollowAsync(await supervisor.SubmitAsync(await supervisor.OpenAsync(there + "/columns")));

        var ended = await supervisor.FollowAsync(await supervisor.SubmitAsync(shown, null, ("Step", "Cancel")));

        Assert.Contains("Cancelled", ended.MainText());
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync(there + "/left-out")).StatusCode);
    }

    [Fact]
    public async Task The_file_to_fill_in_is_read_without_a_word_left_over()
    {
        var police = await site.World.PoliceAsync();
        var supervisor = await site.As(police.Supervisor);
        var template = await (await supervisor.GetAsync("/import/template")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var there = await UploadAsync(supervisor, police, template);
        var columns = await supervisor.OpenAsync(there + "/columns");
        var shown = await supervisor.FollowAsync(await supervisor.SubmitAsync(columns));

        Assert.DoesNotContain(columns.QuerySelectorAll("main select").OfType<IHtmlSelectElement>(), s => s.Value is null or "");
        Assert.Equal("1", Fact(shown, "People to bring in"));
    }

    private static string? Fact(IHtmlDocument page, string label) =>
        page.QuerySelectorAll("main dt").FirstOrDefault(dt => dt.TextContent == label)?.NextElementSibling?.TextContent.Trim();

    private static async Task<string> CaseTextsAsync(PortalBrowser officer)
    {
        var texts = new StringBuilder();
        foreach (var link in (await officer.OpenAsync("/cases")).QuerySelectorAll("main th a").Select(a => a.GetAttribute("href")!))
            texts.AppendLine((await officer.OpenAsync(link)).MainText());
        return texts.ToString();
    }

    private static async Task<string> UploadAsync(PortalBrowser browser, Force police, byte[] file)
    {
        var answer = await PostAsync(browser, police, file);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString.Replace("/columns", "", StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(PortalBrowser browser, Force police, byte[] file)
    {
        var form = await browser.OpenAsync("/import/new");
        using var body = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("main form input[type=hidden]").OfType<IHtmlInputElement>())
            body.Add(new StringContent(hidden.Value), hidden.Name!);
        body.Add(new StringContent(police.Station.Id.ToString()), "Input.UnitId");
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        body.Add(content, "Register", "register.csv");
        return await browser.Client.PostAsync("/import/new", body, TestContext.Current.CancellationToken);
    }
}
