using TipSom.Domain.Cases;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Cases;

public sealed class DetailsTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Of_many_people_it_counts_the_groups_folds_the_cards_and_lists_what_waits()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.ConsentAsync(site.Police.Officer, @case);
        var son = await site.World.AddPersonAsync(site.Police.Officer, @case);
        await site.World.TieAsync(site.Police.Officer, @case, son);
        await site.World.AddPersonAsync(site.Police.Officer, @case);
        var three = await site.Officer.OpenAsync($"/cases/{@case.Number}");
        await site.World.AddPersonAsync(site.Police.Officer, @case, World.Woman);

        var four = await site.Officer.OpenAsync($"/cases/{@case.Number}");

        Assert.Contains("4: Woman: 2 · Boy: 2", four.MainText());
        Assert.Empty(three.QuerySelectorAll("section[id^='person-'] > details"));
        Assert.Equal(4, four.QuerySelectorAll("section[id^='person-'] > details").Length);
        Assert.Contains("keep together", four.QuerySelector("#person-2 > .tags")!.TextContent);
        Assert.Equal(
            ["Referral: person 1", "Consent: person 2", "Consent: person 3", "Consent: person 4"],
            four.QuerySelector(".two .tasks")!.QuerySelectorAll("a").Select(a => a.TextContent));
        Assert.Contains("Woman: 2", (await site.Officer.OpenAsync("/cases")).QuerySelectorAll("tr").Single(r => r.TextContent.Contains(@case.Number, StringComparison.Ordinal)).TextContent);
    }

    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}");

    [Fact]
    public async Task The_station_and_the_headquarters_above_read_the_case_and_no_name()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer, border: BorderCrossing.AcrossBorder);
        var supervisor = await site.Portal.BrowserOfAsync(site.Police.Supervisor);

        foreach (var browser in new[] { site.Officer, supervisor })
        {
            var page = await browser.OpenAsync($"/cases/{@case.Number}");
            var text = page.MainText();
            Assert.Contains(World.KnownNarrative, text);
            Assert.Contains("Person 1: Woman, 27 years", text);
            Assert.Contains("High risk", text);
            Assert.Contains("A hand-over to FIA is proposed.", text);
            Assert.Matches("The case was logged\\. ?SI Test Officer", text);
            Assert.DoesNotContain("Canarybird", page.Source.Text);
            Assert.DoesNotContain("9000012345671", page.Source.Text);
            Assert.DoesNotContain("canary", page.Title, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Consent_comes_first_then_the_referral()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var before = await site.Officer.OpenAsync($"/cases/{@case.Number}");
        await site.World.ConsentAsync(site.Police.Officer, @case);
        var after = await site.Officer.OpenAsync($"/cases/{@case.Number}");

        Assert.Equal($"/cases/{@case.Number}/people/1/consent", before.QuerySelector(".head a.btn")!.GetAttribute("href"));
        Assert.Empty(before.QuerySelectorAll("a[href*='/refer?need=']"));
        Assert.StartsWith($"/cases/{@case.Number}/people/1/refer?need=", after.QuerySelector(".head a.btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_need_shows_its_referral_and_can_be_referred_again_once_declined()
    {
        var provider = await site.World.ProviderAsync();
        await site.World.AgreementAsync(site.Police, provider);
        var referral = await site.World.SentReferralAsync(site.Police, provider);
        var number = await site.ReadAsync(db => Task.FromResult(db.Cases.Single(c => c.Id == referral.CaseId).Number));

        var sent = await site.Officer.OpenAsync($"/cases/{number}");
        await site.World.OpenAsync(provider.Caseworker, referral);
        await site.World.DeclineAsync(provider.Caseworker, referral);
        var declined = await site.Officer.OpenAsync($"/cases/{number}");

        Assert.Contains("Sent, not seen", sent.MainText());
        Assert.NotNull(sent.QuerySelector($"#person-1 a[href='/referrals/{referral.Number}']"));
        Assert.Null(sent.QuerySelector("#person-1 a[href*='/refer?need=']"));
        Assert.Contains("Declined", declined.MainText());
        Assert.NotNull(declined.QuerySelector("#person-1 a[href*='/refer?need=']"));
    }

    [Fact]
    public async Task A_closed_case_offers_nothing_more()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.ConsentAsync(site.Police.Officer, @case);
        await site.CloseAsync(@case);

        var page = await site.Officer.OpenAsync($"/cases/{@case.Number}");

        Assert.Null(page.QuerySelector(".head a.btn"));
        Assert.Null(page.QuerySelector("a[href$='/people/new']"));
        Assert.Null(page.QuerySelector("a[href$='/facts'], a[href$='/close']"));
        Assert.Contains("The people cannot be reached", page.MainText());
        Assert.Empty(page.QuerySelectorAll("a[href*='/refer?need=']"));
    }

    [Fact]
    public async Task In_Urdu_only_what_people_wrote_is_not()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.ConsentAsync(site.Police.Officer, @case);
        var browser = await site.Portal.BrowserOfAsync(site.Police.Officer, "ur-PK");

        var text = (await browser.OpenAsync($"/cases/{@case.Number}?done=logged")).MainText();

        foreach (var written in new[] { World.KnownNarrative, "SI Test Officer", @case.Number })
            text = text.Replace(written, "", StringComparison.Ordinal);
        Assert.DoesNotMatch("[A-Za-z]{3,}", text);
    }
}
