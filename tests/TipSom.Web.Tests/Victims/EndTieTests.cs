using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Victims;

public sealed class EndTieTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await TiedAsync()));

    [Fact]
    public async Task An_ended_tie_stays_on_record_and_holds_nobody()
    {
        var tied = await TiedAsync();

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(await site.Officer.OpenAsync(UrlOf(tied))));

        Assert.DoesNotContain("Parent of person 2", page.MainText());
        Assert.Contains("No longer holds", (await site.Officer.OpenAsync($"/cases/{tied.Case.Number}/people/1/family")).MainText());
        var tie = await site.ReadAsync(db => db.FamilyTies.SingleAsync(t => t.Id == tied.Tie.Id));
        Assert.Equal(site.Police.Officer.Id, tie.EndedById);
    }

    [Fact]
    public async Task It_ends_once()
    {
        var tied = await TiedAsync();
        var (first, second) = (await site.Officer.OpenAsync(UrlOf(tied)), await site.Officer.OpenAsync(UrlOf(tied)));
        await site.Officer.SubmitAsync(first);

        var answer = await site.Officer.SubmitAsync(second);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["This tie has already ended."], (await answer.HtmlAsync()).Errors());
    }

    [Fact]
    public async Task A_tie_of_others_is_not_there()
    {
        var (tied, other) = (await TiedAsync(), await TiedAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await site.Officer.GetAsync(UrlOf((tied.Case, other.Tie)))).StatusCode);
    }

    private static string UrlOf((Case Case, FamilyTie Tie) tied) => $"/cases/{tied.Case.Number}/people/1/family/{tied.Tie.Id}/end";

    private async Task<(Case Case, FamilyTie Tie)> TiedAsync()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        return (@case, await site.World.TieAsync(site.Police.Officer, @case, await site.World.AddPersonAsync(site.Police.Officer, @case)));
    }
}
