using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Victims;

public sealed class IdentityTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)));

    [Fact]
    public async Task Asking_shows_nothing_and_a_reason_shows_it_and_is_recorded_each_time()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync(UrlOf(@case));
        Assert.DoesNotContain("Canary", form.Source.Text);

        var shown = await (await site.Officer.SubmitAsync(form, null, ("Reason.Chosen", "To speak with the person"))).HtmlAsync();
        await site.Officer.SubmitAsync(form, null, ("Reason.Chosen", "other"), ("Reason.Words", "Her mother telephoned"));

        Assert.Contains("Zarmeena Canarybird", shown.MainText());
        Assert.Contains("90000-1234567-1", shown.MainText());
        var openings = await site.ReadAsync(db => db.IdentityOpenings.Where(o => o.CaseId == @case.Id).OrderBy(o => o.At).ToListAsync());
        Assert.Equal(["To speak with the person", "Her mother telephoned"], openings.Select(o => o.Reason));
        Assert.All(openings, o => Assert.Equal(site.Police.Officer.Id, o.ActorId));
        var record = await site.Officer.OpenAsync($"/cases/{@case.Number}/looked");
        Assert.Contains("Her mother telephoned", record.MainText());
        Assert.DoesNotContain("Canarybird", record.Source.Text);
        Assert.DoesNotContain(site.Portal.Log.Lines, line => line.Contains("Canarybird", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, "Say why you open this identity.")]
    [InlineData("other", "why", "Write the reason in 5 to 200 characters.")]
    [InlineData("invented", null, "Write the reason in 5 to 200 characters.")]
    public async Task Without_a_reason_nothing_is_shown_and_nothing_recorded(string? chosen, string? words, string sentence)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var page = await (await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync(UrlOf(@case)), null, [.. chosen is null ? [] : ((string, string)[])[("Reason.Chosen", chosen)], ("Reason.Words", words ?? "")])).HtmlAsync();

        Assert.Equal([sentence], page.Errors());
        Assert.DoesNotContain("Canary", page.Source.Text);
        Assert.False(await site.ReadAsync(db => db.IdentityOpenings.AnyAsync(o => o.CaseId == @case.Id)));
    }

    [Fact]
    public async Task Another_force_posts_into_nothing()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync(UrlOf(@case));
        var force = await site.World.PoliceAsync();
        var other = await site.Portal.BrowserOfAsync(force.Officer);
        var token = (await other.OpenAsync("/cases/new")).QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await other.SubmitAsync(form, null, ("Reason.Chosen", "To speak with the person"), ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(await site.ReadAsync(db => db.IdentityOpenings.AnyAsync(o => o.CaseId == @case.Id)));
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/people/1/identity";
}
