using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Victims;

public sealed class PlacementTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() =>
        await site.GuardsAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}/people/1/placement");

    [Fact]
    public async Task What_is_known_is_kept_and_leads_back_to_the_choice()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.ConsentAsync(site.Police.Officer, @case);
        var need = @case.Victims[0].Needs[0].Id;
        var form = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/placement?need={need}");

        var choose = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(form, null,
            ("Input.ChildrenAlong", "2"), ("Input.OldestBoy", "۹"), ("Input.NeedsAccess", "true"), ("Input.HasCourtOrder", "false"),
            ("Input.HasIdentityPapers", ""), ("Input.Security", "Guarded")));

        Assert.EndsWith($"/refer?need={need}", choose.Url, StringComparison.Ordinal);
        Assert.Contains("children along: 2 children, the oldest boy aged 9 · disability: to be provided for · no order of a court · Guarded", choose.MainText());
        Assert.Equal(
            new Placement(2, 9, true, false, null, SecurityLevel.Guarded),
            await site.ReadAsync(db => db.Victims.Where(v => v.CaseId == @case.Id).Select(v => v.Placement).SingleAsync()));
    }

    [Fact]
    public async Task Nothing_has_to_be_answered()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var answer = await site.Officer.SubmitAsync(await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/placement"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_boy_without_children_is_refused_and_stays_typed()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var answer = await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/placement"), null, ("Input.ChildrenAlong", "0"), ("Input.OldestBoy", "9"));

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["The age of the oldest boy is from 0 to 17, where children come along."], page.Errors());
        Assert.Equal("9", page.ValueOf("Input.OldestBoy"));
    }
}
