using Microsoft.EntityFrameworkCore;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Suspects;

public sealed class DetailsTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(await UrlAsync());

    [Fact]
    public async Task A_reason_shows_who_it_is_and_everybody_sees_who_looked()
    {
        var url = await UrlAsync();
        var form = await site.Officer.OpenAsync(url);
        Assert.DoesNotContain("canary", form.Source.Text, StringComparison.OrdinalIgnoreCase);

        var shown = await (await site.Officer.SubmitAsync(form, null, ("Reason.Chosen", "A court or the prosecutor asks"))).HtmlAsync();

        Assert.Contains("Suspectcanary Khan", shown.MainText());
        Assert.Contains("90000-7654321-1", shown.MainText());
        var supervisor = await site.Portal.BrowserOfAsync(site.Police.Supervisor);
        var seen = (await supervisor.OpenAsync(url)).MainText();
        Assert.Contains("SI Test Officer", seen);
        Assert.Contains("A court or the prosecutor asks", seen);
        Assert.DoesNotContain("Suspectcanary", seen);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_shown_and_nothing_recorded()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.SuspectAsync(site.Police.Officer, @case);

        var page = await (await site.Officer.SubmitAsync(await site.Officer.OpenAsync($"/cases/{@case.Number}/suspects/1"))).HtmlAsync();

        Assert.Equal(["Say why you open this identity."], page.Errors());
        Assert.DoesNotContain("canary", page.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.False(await site.ReadAsync(db => db.SuspectOpenings.AnyAsync(o => o.CaseId == @case.Id)));
    }

    private async Task<string> UrlAsync()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.SuspectAsync(site.Police.Officer, @case);
        return $"/cases/{@case.Number}/suspects/1";
    }
}
