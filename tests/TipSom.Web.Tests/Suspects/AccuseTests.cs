using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Suspects;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Suspects;

public sealed class AccuseTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}/people/1/accuse");

    [Fact]
    public async Task The_rule_is_read_first_and_a_supervisor_is_asked_to_look()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/accuse");
        Assert.Contains("Nobody is punished for what they did because they were trafficked", form.MainText());

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(
            form, null, ("Input.HasRead", "true"), ("Input.Why", World.KnownAccusation), ("Input.RoleCodes", "RECRUIT")));

        Assert.Contains("A supervisor is asked to look at it.", page.MainText());
        Assert.Contains(World.KnownAccusation, page.MainText());
        var suspect = await site.ReadAsync(db => db.Suspects.SingleAsync(s => s.CaseId == @case.Id));
        Assert.Equal((@case.Victims[0].Id, SuspectStatus.Suspected, true), (suspect.VictimId, suspect.Status, suspect.NeedsALook));
        Assert.Contains("Accused: needs a supervisor's look", (await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1")).MainText());
        Assert.DoesNotContain(site.Portal.Log.Lines, line => line.Contains("Accusecanary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_rule_read_and_a_reason_nobody_is_accused()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var page = await (await site.Officer.SubmitAsync(await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/accuse"))).HtmlAsync();

        Assert.Equal(["Tick that you have read the rule.", "Say why the person is accused all the same."], page.Errors());
        Assert.False(await site.ReadAsync(db => db.Suspects.AnyAsync(s => s.CaseId == @case.Id)));
    }

    [Fact]
    public async Task Nobody_is_accused_twice()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.AccuseAsync(site.Police.Officer, @case);

        var answer = await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/accuse"), null, ("Input.HasRead", "true"), ("Input.Why", "Once more"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["This person is entered as accused already."], (await answer.HtmlAsync()).Errors());
    }
}
