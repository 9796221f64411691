using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Suspects;

public sealed class ChangeTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync((await UrlAsync()).Url);

    [Fact]
    public async Task A_reason_opens_the_form_and_saving_replaces_what_was_kept()
    {
        var (url, id) = await UrlAsync();
        var form = await OpenFormAsync(url);
        Assert.Equal("Suspectcanary Khan", form.ValueOf("Input.Name"));

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(form, null, ("Step", "Save"), ("Input.Years", "38")));

        Assert.Contains("The answers were saved.", page.MainText());
        Assert.Equal(38, (await site.ReadAsync(db => db.Suspects.SingleAsync(s => s.CaseId == id))).Age.Years);
        Assert.Equal(1, await site.ReadAsync(db => db.SuspectOpenings.CountAsync(o => o.CaseId == id)));
    }

    [Fact]
    public async Task A_colleagues_correction_is_not_undone_and_what_was_typed_stays()
    {
        var (url, _) = await UrlAsync();
        var (mine, theirs) = (await OpenFormAsync(url), await OpenFormAsync(url));
        await site.Officer.SubmitAsync(theirs, null, ("Step", "Save"), ("Input.Aliases", "Theirs"));

        var answer = await site.Officer.SubmitAsync(mine, null, ("Step", "Save"), ("Input.Aliases", "Mine"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Mine", (await answer.HtmlAsync()).ValueOf("Input.Aliases"));
    }

    [Fact]
    public async Task Nothing_is_saved_by_a_form_that_was_never_opened()
    {
        var (url, _) = await UrlAsync();

        var answer = await site.Officer.SubmitAsync(await site.Officer.OpenAsync(url), null, ("Step", "Save"), ("Input.Sex", "Male"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    private async Task<IHtmlDocument> OpenFormAsync(string url) => await (await site.Officer.SubmitAsync(
        await site.Officer.OpenAsync(url), null, ("Step", "Open"), ("Reason.Chosen", "To correct or complete the details"))).HtmlAsync();

    private async Task<(string Url, Guid Case)> UrlAsync()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.SuspectAsync(site.Police.Officer, @case);
        return ($"/cases/{@case.Number}/suspects/1/change", @case.Id);
    }
}
