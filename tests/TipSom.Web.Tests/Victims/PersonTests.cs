using System.Net;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Victims;

public sealed class PersonTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}/people/1");

    [Fact]
    public async Task The_person_is_shown_without_a_name_with_what_is_to_do()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var son = await site.World.AddPersonAsync(site.Police.Officer, @case);
        await site.World.TieAsync(site.Police.Officer, @case, son);
        await site.World.ConsentAsync(site.Police.Officer, @case);

        var page = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1");

        var text = page.MainText();
        Assert.Contains("Person 1: Woman, 27 years", text);
        Assert.Contains("High risk", text);
        Assert.Contains("Victim of trafficking", text);
        Assert.Contains("Parent of person 2 (Boy, 6 years): keep together", text);
        Assert.Equal(
            [
                "Identity: Completed", "Safe contact: To do", "Roles in the case: Completed", "Family: Completed", "Age, sex and languages: In progress", "Consent: Completed", "Referral: To do",
                "Risk: To do", "Needs: Completed", "Indicators: To do", "What happened: To do", "Route: To do", "Vulnerability and protection: To do", "Reflection period: To do",
                "Consent so far: Recorded"
            ],
            page.QuerySelectorAll(".tasks li").Select(li => $"{li.QuerySelector("a")!.TextContent}: {li.LastElementChild!.TextContent}"));
        Assert.DoesNotContain("Canary", page.Source.Text);
        Assert.Contains("Child of person 1 (Woman, 27 years)", (await site.Officer.OpenAsync($"/cases/{@case.Number}/people/2")).MainText());
    }

    [Fact]
    public async Task The_card_of_the_case_leads_there_and_says_who_belongs_together()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.TieAsync(site.Police.Officer, @case, await site.World.AddPersonAsync(site.Police.Officer, @case));

        var page = await site.Officer.OpenAsync($"/cases/{@case.Number}");

        Assert.Single(page.QuerySelectorAll($"h3 a[href='/cases/{@case.Number}/people/2']"));
        Assert.Contains("Child of person 1 (Woman, 27 years): keep together", page.MainText());
    }

    [Fact]
    public async Task Who_only_reads_the_case_is_offered_nothing_that_changes_it()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var fia = await site.World.FiaAsync();
        await site.World.ShareAsync(site.Police.Supervisor, @case, fia.Station);
        var reader = await site.Portal.BrowserOfAsync(fia.Officer);

        foreach (var url in (string[])[$"/cases/{@case.Number}", $"/cases/{@case.Number}/people/1"])
        {
            var links = (await reader.OpenAsync(url)).QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(h => h.Length > 0);
            foreach (var link in links.Distinct())
                Assert.True((await reader.GetAsync(link)).StatusCode == HttpStatusCode.OK, $"{url} leads to {link}");
        }
    }

    [Fact]
    public async Task Where_no_contact_is_safe_it_says_so_before_anything_else()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.AsAsync(site.Police.Officer, (_, db) =>
        {
            db.Victims.Single(v => v.CaseId == @case.Id).NoteContact(new SafeContact([], null, null, false, null));
            return Task.FromResult(true);
        });

        Assert.Contains("Do not call", (await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1")).QuerySelector(".notice-bad")!.TextContent);
        Assert.Contains("Do not call", (await site.Officer.OpenAsync($"/cases/{@case.Number}")).QuerySelector("#person-1 .tag-bad")!.TextContent);
    }

    [Fact]
    public async Task Nobody_by_that_position_is_not_there() => Assert.Equal(
        HttpStatusCode.NotFound, (await site.Officer.GetAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}/people/9")).StatusCode);

    [Fact]
    public async Task In_Urdu_nothing_is_left_in_English()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.TieAsync(site.Police.Officer, @case, await site.World.AddPersonAsync(site.Police.Officer, @case));
        await site.World.AccuseAsync(site.Police.Officer, @case);
        var urdu = await site.Portal.BrowserOfAsync(site.Police.Officer, "ur-PK");

        foreach (var url in new[] { "people/1", "people/1/family", "people/1/describe", "people/1/accuse", "suspects", "suspects/new", "suspects/1/status" })
            Assert.DoesNotMatch("[A-Za-z]{3,} [A-Za-z]{3,}", (await urdu.OpenAsync($"/cases/{@case.Number}/{url}")).MainText()
                .Replace("SI Test Officer", "", StringComparison.Ordinal));
    }
}
