using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Victims;

public sealed class FamilyTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}/people/1/family");

    [Fact]
    public async Task A_child_is_tied_to_the_mother_and_whoever_chooses_a_provider_is_told()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.ConsentAsync(site.Police.Officer, @case);
        await site.World.AddPersonAsync(site.Police.Officer, @case);

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/2/family"), null, ("Input.As", "Child"), ("Input.With", "1")));

        Assert.Contains("Child of person 1 (Woman, 27 years): keep together", page.MainText());
        var tie = await site.ReadAsync(db => db.FamilyTies.SingleAsync(t => t.CaseId == @case.Id));
        Assert.Equal((FamilyTieKind.ParentOf, @case.Victims[0].Id, true, site.Police.Officer.Id), (tie.Kind, tie.PersonId, tie.KeepTogether, tie.ById));
        var choose = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/refer?need={@case.Victims[0].Needs[0].Id}");
        Assert.Contains("Travels with Person 2 (Boy, 6 years)", choose.MainText());
    }

    [Fact]
    public async Task Unticked_they_may_be_parted()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.AddPersonAsync(site.Police.Officer, @case);
        var form = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/2/family");
        form.QuerySelector("[name='Input.KeepTogether']")!.RemoveAttribute("checked");

        await site.Officer.SubmitAsync(form, null, ("Input.As", "Relative"), ("Input.With", "1"));

        Assert.False((await site.ReadAsync(db => db.FamilyTies.SingleAsync(t => t.CaseId == @case.Id))).KeepTogether);
        var choose = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/refer?need={@case.Victims[0].Needs[0].Id}");
        Assert.DoesNotContain("Travels with", choose.MainText());
    }

    [Fact]
    public async Task Two_are_tied_once_and_the_answers_stay_typed()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.TieAsync(site.Police.Officer, @case, await site.World.AddPersonAsync(site.Police.Officer, @case));

        var answer = await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/2/family"), null, ("Input.As", "Sibling"), ("Input.With", "1"));

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["These two are tied already. End that tie first."], page.Errors());
        Assert.Equal(["Sibling"], page.Checked("Input.As"));
    }

    [Fact]
    public async Task Alone_in_a_case_there_is_nobody_to_choose()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer, new PersonFacts(Safety.Safe, Sex.Male, new Age(30, false), [ServiceType.LegalAid]));

        Assert.Contains("Nobody else is in this case yet.", (await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/family")).MainText());
    }
}
