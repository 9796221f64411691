using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Pages.Assessment;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Assessment;

public sealed class RiskTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Theory]
    [InlineData("risk")]
    [InlineData("vulnerabilities")]
    [InlineData("reflection")]
    public async Task Only_those_on_the_case_get_in(string act) =>
        await site.GuardsAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}/people/1/{act}");

    [Fact]
    public async Task The_latest_judgement_is_the_person_s_and_every_one_is_kept()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var high = await SaveAsync(@case, "risk", ("Input.Level", "High"), ("Input.Reasons", "Weapon"), ("Input.Transport", "PoliceEscort"), ("Input.Note", "Notecanary at the gate"));
        Assert.Equal("Notecanary at the gate", high.ValueOf("Input.Note"));
        Assert.Contains("High risk · The offender has a weapon", high.MainText());

        var low = await SaveAsync(@case, "risk", ("Input.Level", "Low"), ("Input.Transport", ""));

        Assert.Contains("High risk · The offender has a weapon", low.MainText());
        var person = await site.ReadAsync(db => db.Victims.SingleAsync(v => v.CaseId == @case.Id));
        Assert.Equal((RiskLevel.Low, null), (person.Risk, person.RiskReviewOn));
        Assert.Equal(2, await site.ReadAsync(db => db.RiskAssessments.CountAsync(r => r.CaseId == @case.Id)));
    }

    [Fact]
    public async Task A_high_risk_asks_for_reasons_and_safe_transport()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var none = await PostAsync(@case, "risk");
        var without = await PostAsync(@case, "risk", ("Input.Level", "High"));
        var transport = await PostAsync(@case, "risk", ("Input.Level", "High"), ("Input.Reasons", "Threats"));

        Assert.Equal((HttpStatusCode.OK, "Choose how high the risk is."), (none.StatusCode, (await none.HtmlAsync()).Errors()[0]));
        Assert.Equal((HttpStatusCode.Conflict, "Say why: choose at least one reason."), (without.StatusCode, (await without.HtmlAsync()).Errors()[0]));
        var page = await transport.HtmlAsync();
        Assert.Equal((HttpStatusCode.Conflict, "The risk is high. Say how the person is brought somewhere safely."), (transport.StatusCode, page.Errors()[0]));
        Assert.Equal(["Threats"], page.Checked("Input.Reasons"));
    }

    [Fact]
    public async Task A_review_that_is_due_is_work_and_on_the_person_s_list_and_nobody_else_s()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var link = $"/cases/{@case.Number}/people/1/risk";
        await SaveAsync(@case, "risk", ("Input.Level", "Medium"), ("Input.Reasons", "Threats"));
        Assert.Null((await site.Officer.OpenAsync("/")).QuerySelector($"main a[href='{link}']"));

        await SaveAsync(@case, "risk", ("Input.ReviewOn", $"{PakistanTime.DayOf(TimeProvider.System.GetUtcNow()):yyyy-MM-dd}"));

        Assert.NotNull((await site.Officer.OpenAsync("/")).QuerySelector($"main a[href='{link}']"));
        Assert.Contains("The risk is due to be looked at again", (await site.Officer.OpenAsync(link)).MainText());
        var tasks = await site.ReadAsync(db => db.AssessmentTasksAsync(@case.Victims[0].Id, PakistanTime.DayOf(TimeProvider.System.GetUtcNow()), CancellationToken.None));
        Assert.Equal(("Review due", "warn"), tasks.Where(t => t.Act == "risk").Select(t => (t.Status, t.Kind)).Single());
        var other = await site.Portal.BrowserOfAsync((await site.World.PoliceAsync()).Officer);
        Assert.Null((await other.OpenAsync("/")).QuerySelector($"main a[href='{link}']"));
        await site.CloseAsync(@case);
        Assert.Null((await site.Officer.OpenAsync("/")).QuerySelector($"main a[href='{link}']"));
    }

    [Fact]
    public async Task What_was_recorded_is_on_the_person_s_list()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer, World.Woman with { Safety = Safety.NotSafe });
        Task<IReadOnlyList<TipSom.Web.Pages.Victims.PersonTask>> TasksAsync() => site.ReadAsync(db =>
            db.AssessmentTasksAsync(@case.Victims[0].Id, PakistanTime.DayOf(TimeProvider.System.GetUtcNow()), CancellationToken.None));

        Assert.Equal(("bad", "Not safe when logged."), (await TasksAsync()).Where(t => t.Act == "risk").Select(t => (t.Kind, t.Hint)).Single());
        await SaveAsync(@case, "reflection");
        await SaveAsync(@case, "vulnerabilities", ("Input.Factors[0].Answer", "Risk"));

        var tasks = (await TasksAsync()).ToDictionary(t => t.Act, t => t.Status);
        Assert.Equal(("Runs", "Completed", "To do", "Completed"), (tasks["reflection"], tasks["vulnerabilities"], tasks["indicators"], tasks["needs"]));
        foreach (var act in tasks.Keys)
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/{act}");
    }

    [Fact]
    public async Task A_reflection_period_is_thirty_days_marked_as_a_default()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var saved = await SaveAsync(@case, "reflection", ("Input.StartsOn", "2026-03-01"));

        Assert.Contains("1 March 2026 to 30 March 2026", saved.MainText());
        Assert.Contains("1 March 2026 to 30 March 2026", (await site.Officer.OpenAsync($"/cases/{@case.Number}")).MainText());
        Assert.Contains("Leave it empty for 30 days: a default of this portal, not a rule of law.", saved.MainText());
        Assert.Contains("The person owes no statement.", (await SaveAsync(@case, "reflection", ("Input.StartsOn", $"{PakistanTime.DayOf(TimeProvider.System.GetUtcNow()):yyyy-MM-dd}"), ("Input.EndsOn", ""))).MainText());
        var wrong = await PostAsync(@case, "reflection", ("Input.StartsOn", "2026-03-02"), ("Input.EndsOn", "2026-03-01"));
        Assert.Equal((HttpStatusCode.Conflict, "The last day comes after the first, within a year."), (wrong.StatusCode, (await wrong.HtmlAsync()).Errors()[0]));
    }

    [Fact]
    public async Task Factors_are_kept_on_three_levels_and_nothing_answered_is_refused()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var saved = await SaveAsync(@case, "vulnerabilities", ("Input.Factors[0].Answer", "Risk"), ("Input.Factors[13].Answer", "Protective"), ("Input.Note", "Notecanary uncle"));

        Assert.Contains("Risks: 1. What protects: 1", saved.MainText());
        Assert.Equal(["The person", "Household and family", "Community and place"], saved.QuerySelectorAll("main form h2").Select(h => h.TextContent));
        Assert.Equal(["Protective"], saved.Checked("Input.Factors[13].Answer"));
        var empty = await PostAsync(await site.World.CaseAsync(site.Police.Officer), "vulnerabilities");
        Assert.Equal((HttpStatusCode.Conflict, "Answer at least one question before you save."), (empty.StatusCode, (await empty.HtmlAsync()).Errors()[0]));
    }

    [Fact]
    public async Task Nothing_is_recorded_in_a_closed_case()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.CloseAsync(@case);

        foreach (var (act, field, value) in ((string, string, string)[])
            [("risk", "Input.Level", "Low"), ("reflection", "Input.StartsOn", "2026-03-01"), ("exploitation", "Input.Types", "FL"), ("provider-notes", "Input.Diet", "x")])
        {
            var answer = await PostAsync(@case, act, (field, value));
            Assert.Equal((HttpStatusCode.Conflict, Case.ClosedAlready), (answer.StatusCode, (await answer.HtmlAsync()).Errors()[0]));
        }
    }

    private static string Url(Case @case, string act) => $"/cases/{@case.Number}/people/1/{act}";

    private async Task<HttpResponseMessage> PostAsync(Case @case, string act, params (string, string)[] fields) =>
        await site.Officer.SubmitAsync(await site.Officer.OpenAsync(Url(@case, act)), null, fields);

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> SaveAsync(Case @case, string act, params (string, string)[] fields) =>
        await site.Officer.FollowAsync(await PostAsync(@case, act, fields));
}
