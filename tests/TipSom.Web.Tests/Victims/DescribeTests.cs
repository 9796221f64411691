using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Victims;

public sealed class DescribeTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}/people/1/describe");

    [Fact]
    public async Task What_rules_and_figures_need_is_kept()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/describe"), null,
            ("Input.Years", "۱۹"), ("Input.AgeBasis", "Medical"), ("Input.AgeWhenExploited", "16"), ("Input.SexOnDocument", "Female"), ("Input.CitizenshipCode", "AF"),
            ("Input.LanguageCode", "prs"), ("Input.OtherLanguageCodes", "pus"), ("Input.OtherLanguageCodes", "urd"), ("Input.NeedsInterpreter", "true")));

        var victim = await site.ReadAsync(db => db.Victims.SingleAsync(v => v.CaseId == @case.Id));
        Assert.Equal((new Age(19, false), AgeBasis.Medical, 16, Sex.Female, "AF", "prs", true),
            (victim.Age, victim.AgeBasis, victim.AgeWhenExploited, victim.SexOnDocument, victim.CitizenshipCode, victim.LanguageCode, victim.NeedsInterpreter));
        Assert.Equal(["pus", "urd"], victim.OtherLanguageCodes);
        Assert.True(victim.CountedAsChildWhenExploited);
        Assert.Contains("Afghanistan", page.MainText());
        Assert.Contains("Dari", page.MainText());
    }

    [Fact]
    public async Task Ages_that_contradict_are_refused_and_stay_typed()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var answer = await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/describe"), null, ("Input.AgeWhenExploited", "30"));

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["The age when it happened cannot be higher than the age now."], page.Errors());
        Assert.Equal("30", page.ValueOf("Input.AgeWhenExploited"));
    }

    [Fact]
    public async Task Codes_nobody_offered_are_not_kept()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var page = await (await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/describe"), null, ("Input.CitizenshipCode", "ZZ"), ("Input.LanguageCode", "xyz"))).HtmlAsync();

        Assert.Equal(["Choose one of the answers.", "Choose one of the answers."], page.Errors());
    }

    [Fact]
    public async Task A_closed_case_is_not_changed()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/describe");
        await site.CloseAsync(@case);

        var answer = await site.Officer.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["This case is closed. Reopen it to change anything."], (await answer.HtmlAsync()).Errors());
    }
}
