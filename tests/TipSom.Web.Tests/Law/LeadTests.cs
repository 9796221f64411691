using System.Net;
using TipSom.Domain.Agencies;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Law;

public sealed class LeadTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Strangers_are_refused() => await site.GuardsAsync((await site.NewCaseAsync()).UrlOf("/lead"));

    [Fact]
    public async Task A_border_crossing_proposes_a_hand_over_to_FIA()
    {
        var @case = await site.NewCaseAsync();

        var page = await site.DoneAsync(@case.UrlOf("/lead"), ("Input.Border", "AcrossBorder"), ("Input.Lead", "ByLaw"));

        Assert.Contains("A hand-over to FIA is proposed.", page.MainText());
        Assert.Contains("the Special Court (Central) tries.", page.MainText());
        Assert.Contains("Border crossing learnt", (await site.Officer.OpenAsync($"/cases/{@case.Number}")).MainText());
    }

    [Fact]
    public async Task A_person_decides_otherwise_with_a_reason_that_is_kept_sealed()
    {
        var @case = await site.NewCaseAsync();

        var without = await site.DoAsync(@case.UrlOf("/lead"), ("Input.Border", "InsidePakistan"), ("Input.Lead", "Fia"));
        Assert.Equal(HttpStatusCode.OK, without.StatusCode);
        Assert.Contains("Write why another agency than the law names should investigate.", (await without.HtmlAsync()).Errors());
        var page = await site.DoneAsync(
            @case.UrlOf("/lead"), ("Input.Border", "InsidePakistan"), ("Input.Lead", "Fia"), ("Input.Court", "SC_CENTRAL"), ("Input.Reason", "Reasoncanary"));

        Assert.Contains("decided by a person", page.MainText());
        Assert.Equal("Reasoncanary", (await site.Officer.OpenAsync(@case.UrlOf("/lead"))).ValueOf("Input.Reason"));
        Assert.Equal(AgencyKind.Fia, await site.ReadAsync(db => Task.FromResult(db.Cases.Single(c => c.Id == @case.Id).ProposedLead)));
    }

    [Fact]
    public async Task Of_a_closed_case_nothing_changes()
    {
        var @case = await site.NewCaseAsync();

        await site.RefusesClosedAsync(@case, @case.UrlOf("/lead"), ("Input.Border", "AcrossBorder"), ("Input.Lead", "ByLaw"));
    }
}
