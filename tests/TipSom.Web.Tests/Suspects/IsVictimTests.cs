using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Domain.Cases;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Suspects;

public sealed class IsVictimTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await SuspectedAsync()));

    [Fact]
    public async Task The_suspect_becomes_a_person_whom_the_case_protects_and_the_tie_stays()
    {
        var @case = await SuspectedAsync();

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(await site.Officer.OpenAsync(UrlOf(@case))));

        Assert.Contains("The suspect is now a person of this case, whom it protects.", page.MainText());
        Assert.Contains("No longer suspected", page.MainText());
        var (suspect, person, identity) = await site.World.AsAsync(site.Police.Officer, async (scope, db) =>
        {
            var victim = await db.Victims.Include(v => v.Roles).SingleAsync(v => v.CaseId == @case.Id && v.Position == 2);
            var kept = await db.VictimIdentities.SingleAsync(i => i.VictimId == victim.Id);
            return (await db.Suspects.SingleAsync(s => s.CaseId == @case.Id), victim,
                scope.GetRequiredService<RecordCipher>().Open<IdentityDetails>(SealKinds.Identity, victim.Id, kept.SealedDetails));
        });
        Assert.Equal((person.Id, SuspectStatus.Cleared, Sex.Male, new Age(40, true)), (suspect.VictimId, suspect.Status, person.Sex, person.Age));
        Assert.Equal([PersonRole.VictimOfTrafficking], person.Roles.Select(r => r.Role));
        Assert.Equal(("Suspectcanary Khan", "9000076543211"), (identity.Name, identity.IdNumber));
        Assert.Equal(1, await site.ReadAsync(db => db.SuspectOpenings.CountAsync(o => o.CaseId == @case.Id)));
        Assert.Contains("Was suspected once, and is suspected no longer", (await site.Officer.OpenAsync($"/cases/{@case.Number}/people/2")).MainText());
    }

    [Fact]
    public async Task It_happens_once()
    {
        var @case = await SuspectedAsync();
        var (first, second) = (await site.Officer.OpenAsync(UrlOf(@case)), await site.Officer.OpenAsync(UrlOf(@case)));
        await site.Officer.SubmitAsync(first);

        var answer = await site.Officer.SubmitAsync(second);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["The suspect was found to be a victim already."], (await answer.HtmlAsync()).Errors());
        Assert.Equal(2, await site.ReadAsync(db => db.Victims.CountAsync(v => v.CaseId == @case.Id)));
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/suspects/1/is-victim";

    private async Task<Case> SuspectedAsync()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.SuspectAsync(site.Police.Officer, @case);
        return @case;
    }
}
