using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Cases;

public sealed class FactsTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)));

    [Fact]
    public async Task Corrected_facts_stand_on_the_case_and_the_history_keeps_what_was_there()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync(UrlOf(@case));

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(
            form, null, ("Input.DistrictCode", "PB-KASUR"), ("Input.Border", "AcrossBorder"), ("Input.Happened", "Told again."), ("Input.StationReference", "۱۲۳ / 2026")));

        Assert.Equal(World.KnownNarrative, form.ValueOf("Input.Happened"));
        var text = page.MainText();
        Assert.Contains("The facts were corrected.", text);
        foreach (var fact in new[] { "Kasur", "Told again.", "123/2026", "Yes, into or out of Pakistan" })
            Assert.Contains(fact, text);
        Assert.DoesNotContain(World.KnownNarrative, text);
        Assert.Equal(AgencyKind.Fia, (await KeptAsync(@case)).ProposedLead);
        Assert.Contains(World.KnownNarrative, (await site.Officer.OpenAsync($"/cases/{@case.Number}/history")).MainText());
    }

    [Fact]
    public async Task A_colleague_s_correction_is_not_undone_and_what_was_typed_stays()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var mine = await site.Officer.OpenAsync(UrlOf(@case));
        await site.World.CorrectAsync(site.Police.Supervisor, @case, new FactsCorrection("PB-KASUR", BorderCrossing.InsidePakistan, null));

        var answer = await site.Officer.SubmitAsync(mine, null, ("Input.DistrictCode", "PB-MULTAN"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.HtmlAsync();
        Assert.Equal(["Somebody else changed this while you were reading it. Look at it again before you go on."], page.Errors());
        Assert.Equal("PB-MULTAN", page.ValueOf("Input.DistrictCode"));
        Assert.Equal("PB-KASUR", (await KeptAsync(@case)).DistrictCode);
    }

    [Fact]
    public async Task What_else_happened_on_the_case_does_not_stand_in_the_way()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync(UrlOf(@case));
        await site.World.AsAsync(site.Police.Officer, async (_, db) =>
        {
            var loaded = await db.Cases.SingleAsync(c => c.Id == @case.Id);
            loaded.Record(CaseEventKind.ConsentGiven, World.ActorOf(site.Police.Officer), TimeProvider.System.GetUtcNow(), 1);
            return loaded;
        });

        Assert.Equal(HttpStatusCode.Redirect, (await site.Officer.SubmitAsync(form, null, ("Input.DistrictCode", "PB-MULTAN"))).StatusCode);
    }

    [Theory]
    [InlineData("Input.DistrictCode", "PB-NOWHERE", "Choose a district.")]
    [InlineData("Input.StationReference", "seven", "Enter the number and the year, for example 123/2026, or leave it empty.")]
    [InlineData("Input.DistrictCode", "PB-LAHORE", "Nothing was changed yet. Correct something, or cancel.")]
    public async Task What_cannot_be_is_said(string field, string value, string sentence)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var page = await (await site.Officer.SubmitAsync(await site.Officer.OpenAsync(UrlOf(@case)), null, (field, value))).HtmlAsync();

        Assert.Equal([sentence], page.Errors());
        Assert.Equal(1, await site.ReadAsync(db => db.Set<CaseEvent>().CountAsync(e => e.CaseId == @case.Id)));
    }

    [Fact]
    public async Task A_closed_case_is_not_corrected()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync(UrlOf(@case));
        await site.CloseAsync(@case);

        var answer = await site.Officer.SubmitAsync(form, null, ("Input.DistrictCode", "PB-KASUR"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(Case.ClosedAlready, (await answer.HtmlAsync()).Errors());
        Assert.Null((await site.Officer.OpenAsync(UrlOf(@case))).QuerySelector("main form"));
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/facts";

    private Task<Case> KeptAsync(Case @case) => site.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == @case.Id));
}
