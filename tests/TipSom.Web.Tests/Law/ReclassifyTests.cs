using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Law;

/// <summary>Moving a case to the other law, and protection in court.</summary>
public sealed class ReclassifyTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var @case = await site.NewCaseAsync();

        foreach (var act in new[] { "/reclassify", "/protection" })
            await site.GuardsAsync(@case.UrlOf(act));
    }

    [Fact]
    public async Task A_case_moves_there_and_back_with_who_when_and_why_and_its_lead_follows()
    {
        var @case = await site.NewCaseAsync();
        var url = @case.UrlOf("/reclassify");

        Assert.Contains("Write why the case falls under the other law.", (await (await site.DoAsync(url)).HtmlAsync()).Errors());
        var page = await site.DoneAsync(url, ("Input.Reason", "No exploitation was found."));
        Assert.Contains("Smuggling of migrants", page.MainText());
        Assert.Contains("A hand-over to FIA is proposed.", page.MainText());
        Assert.Contains("Moved to the other law", (await site.Officer.OpenAsync($"/cases/{@case.Number}")).MainText());
        var history = (await site.Officer.OpenAsync(url)).MainText();
        Assert.Contains("No exploitation was found.", history);
        Assert.Contains(site.Police.Officer.DisplayName, history);
        await site.DoneAsync(url, ("Input.Reason", "A kiln was found."));

        var kept = await site.ReadAsync(db => Task.FromResult(db.Cases.Single(c => c.Id == @case.Id)));
        Assert.Equal((CaseKind.Trafficking, AgencyKind.Police), (kept.Kind, kept.ProposedLead));
        Assert.Equal(2, await site.ReadAsync(db => Task.FromResult(db.Reclassifications.Count(r => r.CaseId == @case.Id))));
    }

    [Fact]
    public async Task Who_comes_second_does_not_move_it_back()
    {
        var @case = await site.NewCaseAsync();
        var second = await site.Officer.OpenAsync(@case.UrlOf("/reclassify"));
        await site.DoneAsync(@case.UrlOf("/reclassify"), ("Input.Reason", "No exploitation was found."));

        await site.RefusedAsync(await site.Officer.SubmitAsync(second, null, ("Input.Reason", "The same.")), "This case falls under that law already.");
    }

    [Fact]
    public async Task Protection_in_court_is_kept()
    {
        var @case = await site.NewCaseAsync();

        var page = await site.DoneAsync(@case.UrlOf("/protection"), ("Input.InCamera", "true"), ("Input.Pseudonym", "true"));

        Assert.Contains("In camera Another name in court", page.MainText());
        Assert.Equal(["true"], (await site.Officer.OpenAsync(@case.UrlOf("/protection"))).Checked("Input.InCamera"));
    }

    [Theory]
    [InlineData("/reclassify", "Input.Reason", "Test")]
    [InlineData("/protection", "Input.InCamera", "true")]
    public async Task Of_a_closed_case_nothing_changes(string act, string field, string value)
    {
        var @case = await site.NewCaseAsync();

        await site.RefusesClosedAsync(@case, @case.UrlOf(act), (field, value));
    }
}
