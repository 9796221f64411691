using System.Net;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Suspects;

/// <summary>What a unit that only reads a case finds of its suspects.</summary>
public sealed class SharedInvestigationTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task A_unit_that_the_investigation_is_shared_with_reads_who_is_suspected_and_changes_nothing()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.AccuseAsync(site.Police.Officer, @case);
        await site.World.SuspectAsync(site.Police.Officer, @case);
        var fia = await site.World.FiaAsync();
        await site.World.ShareAsync(site.Police.Supervisor, @case, fia.Station, t => t with { SeesInvestigation = true });
        var (reader, director) = (await site.Portal.BrowserOfAsync(fia.Officer), await site.Portal.BrowserOfAsync(fia.Supervisor));
        var url = $"/cases/{@case.Number}/suspects";

        var list = await reader.OpenAsync(url);
        var form = await reader.OpenAsync($"{url}/2");
        var opened = await (await reader.SubmitAsync(form, $"main form[action='{url}/2']", ("Reason.Chosen", "To check a document"))).HtmlAsync();

        Assert.Contains("Suspect 2: Man, about 40 years", list.MainText());
        Assert.Contains(World.KnownSuspect.Name!, opened.MainText());
        Assert.Contains(fia.Officer.DisplayName, (await site.Officer.OpenAsync($"{url}/2")).MainText());
        foreach (var page in new[] { list, form, await reader.OpenAsync($"/cases/{@case.Number}/people/1"), await director.OpenAsync($"{url}/1") })
            Assert.DoesNotContain(page.QuerySelectorAll("main a[href]"), a => a.GetAttribute("href")!.StartsWith(url + "/", StringComparison.Ordinal) && !char.IsDigit(a.GetAttribute("href")![^1]));
        var charges = await reader.OpenAsync($"/cases/{@case.Number}/law/charges");
        Assert.Empty(charges.QuerySelectorAll("main form"));
        foreach (var act in (string[])["/new", "/1/change", "/1/status", "/1/is-victim", "/1/look"])
            Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync(url + act)).StatusCode);
    }

    [Fact]
    public async Task To_a_unit_that_does_not_see_the_investigation_there_is_no_such_part()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.AccuseAsync(site.Police.Officer, @case);
        var fia = await site.World.FiaAsync();
        await site.World.ShareAsync(site.Police.Supervisor, @case, fia.Station);
        var reader = await site.Portal.BrowserOfAsync(fia.Officer);

        var page = await reader.OpenAsync($"/cases/{@case.Number}");

        Assert.Null(page.QuerySelector("nav.tabs a[href$='/suspects']"));
        Assert.NotNull((await site.Officer.OpenAsync($"/cases/{@case.Number}")).QuerySelector("nav.tabs a[href$='/suspects']"));
        foreach (var part in (string[])["", "/1"])
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/cases/{@case.Number}/suspects{part}")).StatusCode);
    }
}
