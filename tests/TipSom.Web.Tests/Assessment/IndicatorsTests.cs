using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Assessment;

public sealed class IndicatorsTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync((await CaseAsync()).Url);

    [Fact]
    public async Task Answers_are_kept_read_together_and_a_later_saving_keeps_the_earlier()
    {
        var (number, url) = await CaseAsync();
        var form = await site.Officer.OpenAsync(url);

        var saved = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(form, null,
            (Answer(form, "D1-01"), "Yes"), (Answer(form, "D1-02"), "Yes"), (Answer(form, "D4-01"), "Yes"), (Answer(form, "D4-02"), "Yes"),
            (Answer(form, "D5-01"), "Yes"), (Answer(form, "D5-02"), "No"), ("Input.Notes[0]", "Notecanary of the agent")));

        Assert.Contains("Earlier answers are kept below.", saved.MainText());
        Assert.Contains("Indicators partly present: talk to your supervisor", saved.MainText());
        Assert.Contains("5 of the 6 asked are present, 3 of them strong.", saved.MainText());
        Assert.Equal("Notecanary of the agent", saved.ValueOf("Input.Notes[0]"));
        Assert.Equal(["Yes"], saved.Checked(Answer(saved, "D1-01")));

        var again = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(saved, null, (Answer(saved, "D5-02"), "Yes")));
        Assert.Contains("Indicators strongly present: talk to your supervisor", again.MainText());
        Assert.Contains("6 of the 6 asked are present, 4 of them strong.", again.MainText());
        Assert.Contains("5 of the 6 asked are present, 3 of them strong", again.MainText());
        Assert.Equal([1, 2], await site.ReadAsync(db => db.IndicatorScreenings
            .Where(s => db.Cases.Any(c => c.Number == number && c.Id == s.CaseId)).Select(s => s.Version).Order().ToListAsync()));
    }

    [Fact]
    public async Task No_share_is_shown_in_either_language()
    {
        var (_, url) = await CaseAsync();
        var form = await site.Officer.OpenAsync(url);
        var saved = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(form, null, (Answer(form, "D1-01"), "Yes"), (Answer(form, "D4-01"), "No")));
        var urdu = await (await site.Portal.BrowserOfAsync(site.Police.Officer, "ur-PK")).OpenAsync(url + "?culture=ur-PK");

        foreach (var page in new[] { form, saved, urdu })
            Assert.DoesNotMatch("%|٪|per ?cent|فیصد|\\bscore\\b", page.MainText());
        Assert.Contains("کام کی نوعیت", urdu.MainText());
    }

    [Fact]
    public async Task A_child_is_asked_from_the_list_for_children_and_needs_no_force()
    {
        var (_, url) = await CaseAsync(World.Woman with { Age = Age.Unknown });
        var form = await site.Officer.OpenAsync(url);

        var saved = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(form, null, (Answer(form, "D4-01"), "Yes"), (Answer(form, "D4-09"), "Yes")));

        Assert.DoesNotContain("No social protection", form.MainText());
        Assert.Equal(65, form.QuerySelectorAll("main input[name$='.Code']").Length);
        Assert.Contains("Indicators strongly present: talk to your supervisor", saved.MainText());
    }

    [Fact]
    public async Task Nothing_answered_and_an_unread_version_are_refused()
    {
        var (_, url) = await CaseAsync();
        var form = await site.Officer.OpenAsync(url);

        var empty = await site.Officer.SubmitAsync(form);
        Assert.Equal((HttpStatusCode.Conflict, "Answer at least one question before you save."), (empty.StatusCode, (await empty.HtmlAsync()).Errors()[0]));

        var stale = await site.Officer.OpenAsync(url);
        await site.Officer.SubmitAsync(await site.Officer.OpenAsync(url), null, (Answer(stale, "D1-01"), "Yes"));
        var late = await site.Officer.SubmitAsync(stale, null, (Answer(stale, "D1-02"), "Yes"));
        var page = await late.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(["Somebody else changed this while you were reading it. Look at it again before you go on."], page.Errors());
        Assert.Equal(["Yes"], page.Checked(Answer(page, "D1-02")));
    }

    private async Task<(string Number, string Url)> CaseAsync(PersonFacts? person = null)
    {
        var number = (await site.World.CaseAsync(site.Police.Officer, person)).Number;
        return (number, $"/cases/{number}/people/1/indicators");
    }

    /// <summary>The name of the question about an indicator.</summary>
    private static string Answer(AngleSharp.Html.Dom.IHtmlDocument page, string code) =>
        page.QuerySelector($"main input[value='{code}']")!.GetAttribute("name")!.Replace(".Code", ".Answer", StringComparison.Ordinal);
}
