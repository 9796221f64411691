using System.Net;
using TipSom.Domain.Cases;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Cases;

public sealed class TimelineTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)));

    [Fact]
    public async Task It_tells_as_sentences_what_happened_newest_first_with_who_and_where()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.CorrectAsync(site.Police.Officer, @case, new FactsCorrection("PB-KASUR", BorderCrossing.Unknown, null));
        await site.World.CloseCaseAsync(site.Police.Officer, @case, words: "Nobody answers the telephone.");
        await site.World.ReopenCaseAsync(site.Police.Supervisor, @case);

        var page = await site.Officer.OpenAsync(UrlOf(@case));

        Assert.Equal(
            ["The case was opened again.", "The case was closed: The people cannot be reached.", "The facts were corrected.", "The case was logged."],
            page.QuerySelectorAll(".timeline .event-title").Select(e => e.TextContent));
        var text = page.MainText();
        Assert.Contains("Nobody answers the telephone.", text);
        Assert.Contains("She called the helpline.", text);
        Assert.Contains("DSP Test Supervisor", text);
        Assert.Contains("Test headquarters", text);
    }

    [Fact]
    public async Task A_long_one_is_read_page_by_page_to_its_end_and_the_case_keeps_the_last_five()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.AsAsync(site.Police.Officer, async (_, db) =>
        {
            var loaded = await db.Cases.FindAsync(@case.Id);
            for (var i = 0; i < 120; i++)
                loaded!.Record(CaseEventKind.ConsentGiven, World.ActorOf(site.Police.Officer), TimeProvider.System.GetUtcNow().AddMinutes(i / 2), 1);
            return loaded;
        });

        var counts = new List<int>();
        for (var url = UrlOf(@case); url is not null;)
        {
            var page = await site.Officer.OpenAsync(url);
            counts.Add(page.QuerySelectorAll(".timeline > li").Length);
            url = page.QuerySelector("a.pager-older")?.GetAttribute("href");
        }

        Assert.Equal([50, 50, 21], counts);
        var file = await site.Officer.OpenAsync($"/cases/{@case.Number}");
        Assert.Equal(5, file.QuerySelectorAll(".timeline > li").Length);
        Assert.NotNull(file.QuerySelector($"a[href='{UrlOf(@case)}']"));
    }

    [Fact]
    public async Task A_place_that_is_none_begins_at_the_beginning()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        Assert.Equal(HttpStatusCode.OK, (await site.Officer.GetAsync($"{UrlOf(@case)}?before=nonsense")).StatusCode);
        Assert.Contains("The case was logged.", (await site.Officer.OpenAsync($"{UrlOf(@case)}?before=nonsense")).MainText());
    }

    [Fact]
    public async Task In_Urdu_only_what_people_wrote_is_not()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.CorrectAsync(site.Police.Officer, @case, new FactsCorrection("PB-KASUR", BorderCrossing.AcrossBorder, "123/2026"));
        await site.World.CloseCaseAsync(site.Police.Officer, @case);
        var browser = await site.Portal.BrowserOfAsync(site.Police.Officer, "ur-PK");

        foreach (var act in new[] { "timeline", "history", "looked" })
        {
            var text = (await browser.OpenAsync($"/cases/{@case.Number}/{act}")).MainText();
            foreach (var written in new[] { "SI Test Officer", @case.Number })
                text = text.Replace(written, "", StringComparison.Ordinal);
            Assert.DoesNotMatch("[A-Za-z]{3,}", text);
        }
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/timeline";
}
