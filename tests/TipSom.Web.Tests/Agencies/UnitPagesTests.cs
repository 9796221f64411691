using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Agencies;

/// <summary>The pages of units: who opens them, and what each does and refuses.</summary>
public sealed class UnitPagesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_administrator_who_keeps_a_unit_opens_it()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        string[] own = [$"/admin/units/{police.Station.Id}", $"/admin/units/{police.Station.Id}/end"];
        foreach (var url in own.Concat(["/admin/units", "/admin/units/new"]))
        {
            Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
            foreach (var user in new[] { police.Officer, police.Supervisor, await world.UserAsync(police.Headquarters, Role.NationalAdministrator) })
                Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.BrowserOfAsync(user)).GetAsync(url)).StatusCode);
            await (await portal.BrowserOfAsync(await AdministratorAsync(police))).OpenAsync(url);
        }

        var stranger = await portal.BrowserOfAsync(await AdministratorAsync(other));
        var below = await portal.BrowserOfAsync(await world.UserAsync(police.Station, Role.AgencyAdministrator));
        foreach (var url in own)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(url)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await below.GetAsync(url.Replace($"{police.Station.Id}", $"{police.Headquarters.Id}", StringComparison.Ordinal))).StatusCode);
        }

        Assert.DoesNotContain(police.Station.Code, (await stranger.OpenAsync("/admin/units")).MainText());
    }

    [Fact]
    public async Task A_unit_is_added_changed_and_ended()
    {
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));
        var code = Code();

        var added = await browser.FollowAsync(await AddAsync(browser, police.Station, code));
        Assert.Contains("The unit is on record.", added.MainText());
        var unit = await UnitAsync(code);
        Assert.Equal((police.Station.Id, police.Agency.Id, UnitKind.Office, "PB-KASUR"), (unit.ParentId, unit.AgencyId, unit.Kind, unit.DistrictCode));
        var invite = await browser.OpenAsync("/admin/users/invite");
        Assert.Contains($"{unit.Id}", invite.QuerySelectorAll("[name='Input.UnitId'] option").Select(o => o.GetAttribute("value")));
        await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync($"/admin/units/{unit.Id}"), null, ("Input.NameEn", "Renamed office"), ("Input.Phone", "042-7777777")));
        Assert.Contains("042-7777777", (await browser.OpenAsync("/admin/units")).MainText());
        await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync($"/admin/units/{unit.Id}/end")));

        Assert.Contains("Has ended", (await browser.OpenAsync("/admin/units")).MainText());
        Assert.DoesNotContain($"{unit.Id}", (await browser.OpenAsync("/admin/users/invite")).QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        await world.AsOwnerAsync(async db => Assert.Equal(3, await db.AuditEntries.CountAsync(e => e.TableName == "units" && e.RowId == unit.Id && e.ActorId != null)));
        var again = await browser.SubmitAsync(await browser.OpenAsync($"/admin/units/{unit.Id}/end"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_unit_where_somebody_is_posted_or_work_waits_stays()
    {
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));
        var below = await world.StationAsync(police);

        var posted = await browser.SubmitAsync(await browser.OpenAsync($"/admin/units/{police.Station.Id}/end"));
        Assert.Equal(HttpStatusCode.Conflict, posted.StatusCode);
        Assert.Contains("People are posted to this unit. Move them first.", (await posted.HtmlAsync()).MainText());
        Assert.Contains("The first unit of an agency stays.", (await (await browser.SubmitAsync(await browser.OpenAsync($"/admin/units/{police.Headquarters.Id}/end"))).HtmlAsync()).MainText());
        var left = await world.UserAsync(below, Role.Officer);
        await world.CaseAsync(left);
        await world.AsOwnerAsync(db => db.Database.ExecuteSqlAsync($"update identity.postings set until_day = from_day, ended_at = now(), end_reason = 'LeftService' where user_id = {left.Id}"));
        var open = await browser.SubmitAsync(await browser.OpenAsync($"/admin/units/{below.Id}/end"));
        Assert.Contains("Open work is at this unit", (await open.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task A_code_is_one_unit_s_only_and_no_form_makes_a_national_desk()
    {
        var fia = await world.FiaAsync();
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(fia));

        var taken = await AddAsync(browser, fia.Headquarters, fia.Station.Code);
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        var wrong = await AddAsync(browser, fia.Headquarters, "small letters");
        Assert.Contains("A code has 2 to 30 capital letters", (await wrong.HtmlAsync()).MainText());
        foreach (var kind in new[] { UnitKind.NationalDesk, UnitKind.Headquarters, UnitKind.Station })
        {
            var code = Code();
            var refused = await AddAsync(browser, fia.Headquarters, code, kind);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("This agency has no unit of this kind.", (await refused.HtmlAsync()).MainText());
            Assert.Equal(code, (await refused.HtmlAsync()).QuerySelector("[name='Input.Code']")!.GetAttribute("value"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await AddAsync(browser, (await world.FiaAsync()).Headquarters, Code())).StatusCode);
    }

    private static string Code() => $"OF-{Guid.NewGuid().ToString("n")[..10].ToUpperInvariant()}";

    private static async Task<HttpResponseMessage> AddAsync(PortalBrowser browser, Unit above, string code, UnitKind kind = UnitKind.Office) => await browser.SubmitAsync(
        await browser.OpenAsync("/admin/units/new"), null, ("Input.AboveId", $"{above.Id}"), ("Input.Kind", $"{kind}"), ("Input.Code", code), ("Input.NameEn", "New office"),
        ("Input.NameUr", "نیا دفتر"), ("Input.DistrictCode", "PB-KASUR"), ("Input.Phone", "042-6666666"));

    private Task<User> AdministratorAsync(Force force) => world.UserAsync(force.Headquarters, Role.AgencyAdministrator);

    private async Task<Unit> UnitAsync(string code)
    {
        Unit? found = null;
        await world.AsOwnerAsync(async db => found = await db.Units.AsNoTracking().SingleAsync(u => u.Code == code));
        return found!;
    }
}
