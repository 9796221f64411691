using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Agencies;

/// <summary>The pages of agencies: who opens them, and what each does and refuses.</summary>
public sealed class AgencyPagesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_national_administrator_opens_them()
    {
        var police = await world.PoliceAsync();
        var national = await portal.BrowserOfAsync(await NationalAsync());
        foreach (var url in new[] { "/admin/agencies", "/admin/agencies/new" }.Concat(((string[])["", "/suspend", "/resume"]).Select(act => $"/admin/agencies/{police.Agency.Id}{act}")))
        {
            Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
            foreach (var user in new[] { police.Officer, await world.UserAsync(police.Headquarters, Role.AgencyAdministrator), await world.CoordinatorAsync() })
                Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.BrowserOfAsync(user)).GetAsync(url)).StatusCode);
            await national.OpenAsync(url);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await national.GetAsync($"/admin/agencies/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task An_agency_is_added_and_its_administrator_invited_there()
    {
        var browser = await portal.BrowserOfAsync(await NationalAsync());
        var code = $"POL-{Guid.NewGuid().ToString("n")[..8].ToUpperInvariant()}";

        Assert.Contains("The agency is on record.", (await browser.FollowAsync(await AddAsync(browser, code))).MainText());
        var twice = await AddAsync(browser, code);

        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("Another agency has this code.", (await twice.HtmlAsync()).MainText());
        var agency = await AgencyAsync(code);
        Unit? root = null;
        await world.AsOwnerAsync(async db => root = await db.Units.AsNoTracking().SingleAsync(u => u.AgencyId == agency.Id));
        Assert.Equal((null, UnitKind.Headquarters, "PB-LAHORE", "042-9999999"), (root!.ParentId, root.Kind, root.DistrictCode, root.Phone));
        Assert.Contains(code, (await browser.OpenAsync("/admin/agencies")).MainText());
        var invited = await browser.SubmitAsync(
            await browser.OpenAsync("/admin/users/invite"), null, ("Input.DisplayName", "DSP First"), ("Input.UserName", $"first.{Guid.NewGuid():n}"),
            ("Input.UnitId", $"{root.Id}"), ("Input.Role", "AgencyAdministrator"));
        await browser.FollowAsync(invited);
        await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync($"/admin/agencies/{agency.Id}"), null, ("Input.NameEn", "Renamed force")));
        Assert.Equal("Renamed force", (await AgencyAsync(code)).NameEn);
        await world.AsOwnerAsync(async db => Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.TableName == "agencies" && e.RowId == agency.Id && e.ActorId != null)));
    }

    [Fact]
    public async Task A_suspended_agency_is_out_with_its_next_request_and_gets_nothing_new()
    {
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
        var sent = await world.SentReferralAsync(police, shelter);
        var administrator = await NationalAsync();
        var browser = await portal.BrowserOfAsync(administrator);
        var caseworker = await portal.BrowserOfAsync(shelter.Caseworker);
        await caseworker.OpenAsync("/inbox");
        var url = $"/admin/agencies/{shelter.Agency.Id}";

        var page = await browser.OpenAsync($"{url}/suspend");
        Assert.Equal(["2", "0", "1"], page.QuerySelectorAll("main dd").Select(d => d.TextContent.Trim()));
        await browser.FollowAsync(await browser.SubmitAsync(page));

        Assert.Equal(HttpStatusCode.Redirect, (await caseworker.GetAsync("/inbox")).StatusCode);
        var @case = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, @case);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => world.SendAsync(police.Officer, @case, shelter));
        Assert.Contains(Agency.TakesNoPart, $"{refused}");
        var officer = await portal.BrowserOfAsync(police.Officer);
        var choose = $"/cases/{@case.Number}/people/1/refer?need={@case.Victims[0].Needs[0].Id}";
        Assert.DoesNotContain($"{shelter.Service.Id}", (await officer.OpenAsync(choose)).Body!.InnerHtml);
        await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync($"{url}/resume")));
        // The cookie from before opens nothing; who signs in anew sees what waited.
        Assert.Equal(HttpStatusCode.Redirect, (await caseworker.GetAsync("/inbox")).StatusCode);
        Assert.Contains(sent.Number, (await (await portal.BrowserOfAsync(shelter.Caseworker)).OpenAsync("/inbox")).MainText());
        var twice = await browser.SubmitAsync(await browser.OpenAsync($"{url}/resume"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Fact]
    public async Task Nobody_suspends_their_own_agency()
    {
        var national = await NationalAsync();
        var browser = await portal.BrowserOfAsync(national);

        var refused = await browser.SubmitAsync(await browser.OpenAsync($"/admin/agencies/{national.AgencyId}/suspend"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Nobody suspends their own agency.", (await refused.HtmlAsync()).MainText());
    }

    private static async Task<HttpResponseMessage> AddAsync(PortalBrowser browser, string code) => await browser.SubmitAsync(
        await browser.OpenAsync("/admin/agencies/new"), null, ("Input.Kind", "Police"), ("Input.Code", code), ("Input.NameEn", "New force"), ("Input.NameUr", "نئی پولیس"),
        ("Input.DistrictCode", "PB-LAHORE"), ("Input.Phone", "042-9999999"));

    private async Task<User> NationalAsync() => await world.UserAsync((await world.FiaAsync()).Headquarters, Role.NationalAdministrator);

    private async Task<Agency> AgencyAsync(string code)
    {
        Agency? found = null;
        await world.AsOwnerAsync(async db => found = await db.Agencies.AsNoTracking().SingleAsync(a => a.Code == code));
        return found!;
    }
}
