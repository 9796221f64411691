using System.Net;
using TipSom.Domain.Law;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Law;

public sealed class StepTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Strangers_are_refused() => await site.GuardsAsync((await site.NewCaseAsync()).UrlOf("/step"));

    [Fact]
    public async Task A_step_is_recorded_with_its_court_person_and_note()
    {
        var @case = await site.NewCaseAsync();

        var page = await site.DoneAsync(
            @case.UrlOf("/step"), ("Input.Stage", "S164"), ("Input.Day", LawActs.Today), ("Input.Court", "MAG1"), ("Input.Person", "1"), ("Input.Note", "She spoke freely."));

        Assert.Contains("The step was recorded.", page.MainText());
        Assert.Contains("Statement before a magistrate (CrPC 164)", page.MainText());
        Assert.Contains("Person 1 Magistrate First Class", page.MainText());
        Assert.Contains("She spoke freely.", page.MainText());
        Assert.DoesNotContain("within the reflection period", page.MainText());
    }

    [Fact]
    public async Task A_statement_within_a_reflection_period_is_taken_with_a_warning()
    {
        var @case = await site.NewCaseAsync();
        // With a reflection period that began today.
        await site.World.AssessAsync(site.Police.Officer, @case);

        var page = await site.DoneAsync(@case.UrlOf("/step"), ("Input.Stage", "S161"), ("Input.Day", LawActs.Today), ("Input.Person", "1"));

        Assert.Contains("It is a statement taken while the person's reflection period runs", page.MainText());
        Assert.Contains("within the reflection period", page.MainText());
    }

    [Fact]
    public async Task A_step_to_come_is_refused_and_a_step_that_is_none_is_asked_again()
    {
        var @case = await site.NewCaseAsync();

        await site.RefusedAsync(await site.DoAsync(@case.UrlOf("/step"), ("Input.Stage", "INV"), ("Input.Day", LawActs.DayIn(1))), LegalStep.NotYet);
        foreach (var none in new[] { "FIR", "NONE" })
            Assert.Contains("Choose a step.", (await (await site.DoAsync(@case.UrlOf("/step"), ("Input.Stage", none), ("Input.Day", LawActs.Today))).HtmlAsync()).Errors());
        var nobody = await site.DoAsync(@case.UrlOf("/step"), ("Input.Stage", "INV"), ("Input.Day", LawActs.Today), ("Input.Person", "9"));
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public async Task Of_a_closed_case_nothing_changes()
    {
        var @case = await site.NewCaseAsync();

        await site.RefusesClosedAsync(@case, @case.UrlOf("/step"), ("Input.Stage", "INV"), ("Input.Day", LawActs.Today));
    }
}
