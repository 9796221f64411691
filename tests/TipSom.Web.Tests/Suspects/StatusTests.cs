using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Suspects;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Suspects;

public sealed class StatusTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync((await UrlAsync()).Url);

    [Fact]
    public async Task An_arrest_is_noted_without_opening_who_it_is()
    {
        var (url, id) = await UrlAsync();

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(await site.Officer.OpenAsync(url), null, ("Input.Status", "Arrested")));

        Assert.Contains("Arrested", page.MainText());
        Assert.Equal(SuspectStatus.Arrested, (await site.ReadAsync(db => db.Suspects.SingleAsync(s => s.CaseId == id))).Status);
        Assert.False(await site.ReadAsync(db => db.SuspectOpenings.AnyAsync(o => o.CaseId == id)));
    }

    [Fact]
    public async Task What_it_says_already_is_refused()
    {
        var (url, _) = await UrlAsync();

        var answer = await site.Officer.SubmitAsync(await site.Officer.OpenAsync(url));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["This is how it stands already."], (await answer.HtmlAsync()).Errors());
    }

    private async Task<(string Url, Guid Case)> UrlAsync()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.SuspectAsync(site.Police.Officer, @case);
        return ($"/cases/{@case.Number}/suspects/1/status", @case.Id);
    }
}
