using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Suspects;

public sealed class IndexTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}/suspects");

    [Fact]
    public async Task Suspects_are_listed_without_a_name()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        Assert.Contains("Nobody is entered as a suspect.", (await site.Officer.OpenAsync($"/cases/{@case.Number}/suspects")).MainText());
        await site.World.SuspectAsync(site.Police.Officer, @case);
        await site.World.AccuseAsync(site.Police.Officer, @case);

        var page = await site.Officer.OpenAsync($"/cases/{@case.Number}/suspects");

        Assert.Contains("Suspect 1: Man, about 40 years", page.MainText());
        Assert.Contains("Recruiter or intermediary", page.MainText());
        Assert.Contains("Suspect 2: Woman, 27 years", page.MainText());
        Assert.Contains("Needs a supervisor's look", page.MainText());
        Assert.DoesNotContain("canary", page.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Accused: needs a supervisor's look", (await site.Officer.OpenAsync($"/cases/{@case.Number}")).MainText());
    }
}
