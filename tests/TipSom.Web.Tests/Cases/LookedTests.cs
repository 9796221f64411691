using TipSom.Domain.Cases;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Cases;

public sealed class LookedTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)));

    [Fact]
    public async Task Nobody_has_looked_at_a_new_case() => Assert.Contains(
        "Nobody has opened an identity in this case.",
        (await site.Officer.OpenAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)))).MainText());

    [Fact]
    public async Task Openings_prints_and_looks_of_the_provider_are_told_together_newest_first()
    {
        var provider = await site.World.ProviderAsync();
        await site.World.AgreementAsync(site.Police, provider);
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.ConsentAsync(site.Police.Officer, @case);
        var referral = await site.World.SendAsync(site.Police.Officer, @case, provider);
        await site.World.AcceptAsync(provider.Caseworker, await site.World.OpenAsync(provider.Caseworker, referral));
        var caseworker = await site.Portal.BrowserOfAsync(provider.Caseworker);
        await caseworker.SubmitAsync(await caseworker.OpenAsync($"/referrals/{referral.Number}/identity"));
        await site.Officer.SubmitAsync(await site.Officer.OpenAsync($"/cases/{@case.Number}/print/fir-annex"), null, ("Reason.Chosen", "For the court or the prosecutor"));

        var page = await site.Officer.OpenAsync(UrlOf(@case));

        Assert.Equal(
            ["Annex to the FIR printed, without names", "Identity opened by the provider: person 1", "Identity opened: person 1"],
            page.QuerySelectorAll(".timeline .event-title").Select(e => e.TextContent));
        var text = page.MainText();
        Assert.Contains("For the court or the prosecutor", text);
        Assert.Contains("Ms Test Caseworker", text);
        Assert.Contains("Preparing a referral", text);
        Assert.Contains(referral.Number, text);
    }

    [Fact]
    public async Task Many_looks_are_read_page_by_page_to_their_end()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.AsAsync(site.Police.Officer, (_, db) =>
        {
            for (var i = 0; i < 70; i++)
                db.Add(new Domain.Audit.IdentityOpening(@case.Victims[0].Id, @case.Id, World.ActorOf(site.Police.Officer), "To check a document", TimeProvider.System.GetUtcNow().AddSeconds(i / 3)));
            return Task.FromResult(0);
        });

        var first = await site.Officer.OpenAsync(UrlOf(@case));
        var second = await site.Officer.OpenAsync(first.QuerySelector("a.pager-older")!.GetAttribute("href")!);

        Assert.Equal((50, 20), (first.QuerySelectorAll(".timeline > li").Length, second.QuerySelectorAll(".timeline > li").Length));
        Assert.Null(second.QuerySelector("a.pager-older"));
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/looked";
}
