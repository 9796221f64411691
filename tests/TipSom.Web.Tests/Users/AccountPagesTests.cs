using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Users;

/// <summary>The pages of accounts: who opens them, and what each of them does and refuses.</summary>
public sealed class AccountPagesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private static readonly string[] Acts = ["", "/move", "/leave", "/code", "/sessions", "/factor", "/disable", "/enable"];
    private static readonly string[] Lists = ["/admin/users", "/admin/users/invite", "/admin/users/proposals"];

    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_but_administrators_opens_them_and_each_only_what_they_keep()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync("PB-MULTAN"));
        var administrator = await AdministratorAsync(police);
        var national = await NationalAsync();
        var urls = Acts.Select(act => $"/admin/users/{police.Officer.Id}{act}").ToList();
        foreach (var url in urls.Concat(Lists))
        {
            Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
            foreach (var user in new[] { police.Supervisor, police.Officer, await world.CoordinatorAsync() })
                Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.BrowserOfAsync(user)).GetAsync(url)).StatusCode);
        }

        var others = await portal.BrowserOfAsync(await AdministratorAsync(other));
        var above = await portal.BrowserOfAsync(administrator);
        var below = await portal.BrowserOfAsync(await world.UserAsync(police.Station, Role.AgencyAdministrator));
        foreach (var url in urls)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await others.GetAsync(url)).StatusCode);
            await above.OpenAsync(url);
            await below.OpenAsync(url);
        }

        foreach (var act in Acts)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await above.GetAsync($"/admin/users/{administrator.Id}{act}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await above.GetAsync($"/admin/users/{national.Id}{act}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await below.GetAsync($"/admin/users/{police.Supervisor.Id}{act}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await above.GetAsync("/admin/users/proposals")).StatusCode);
        var help = await portal.BrowserOfAsync(national);
        await help.OpenAsync($"/admin/users/{police.Officer.Id}/factor");
        Assert.Equal(HttpStatusCode.NotFound, (await help.GetAsync($"/admin/users/{police.Officer.Id}/move")).StatusCode);
    }

    [Fact]
    public async Task A_national_role_in_the_own_agency_is_not_kept_by_its_administrator()
    {
        var fia = await world.FiaAsync();
        var national = await world.UserAsync(fia.Headquarters, Role.NationalAdministrator);
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(fia));

        Assert.DoesNotContain(national.DisplayName, (await browser.OpenAsync("/admin/users")).MainText());
        Assert.Contains(fia.Officer.DisplayName, (await browser.OpenAsync("/admin/users")).MainText());
        foreach (var act in Acts)
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/admin/users/{national.Id}{act}")).StatusCode);
    }

    [Fact]
    public async Task An_invitation_makes_an_account_whose_code_is_shown_once_and_lets_the_person_in()
    {
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));
        var userName = $"new.{Guid.NewGuid():n}@test.example";

        var page = await browser.FollowAsync(await InviteAsync(browser, userName, police.Station.Id, Role.Officer));
        var shown = await (await browser.SubmitAsync(page)).HtmlAsync();

        var code = shown.QuerySelector(".slip .code")!.TextContent.Trim();
        var user = await UserAsync(userName);
        Assert.Equal((police.Station.Id, police.Agency.Id, Role.Officer), (user.UnitId, user.AgencyId, user.Role));
        Assert.Contains("Invited, has not come", (await browser.OpenAsync("/admin/users?show=NotCome")).MainText());
        Assert.DoesNotContain(code, (await browser.OpenAsync($"/admin/users/{user.Id}/code")).MainText());
        var begins = portal.Browser();
        var begun = await begins.SubmitAsync(
            await begins.OpenAsync("/account/begin"), null, ("Input.UserName", userName), ("Input.Code", code),
            ("New.Password", "kettle orbit mango brass fern"), ("New.AgainPassword", "kettle orbit mango brass fern"));
        Assert.StartsWith("/account/set-up", begun.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(Role.Caseworker, "This agency has nobody in this role.")]
    [InlineData(Role.NationalAdministrator, "A national role takes two national administrators")]
    [InlineData(Role.Auditor, "A national role takes two national administrators")]
    public async Task Nobody_grants_what_they_do_not_hold_and_what_was_typed_stays(Role role, string sentence)
    {
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));
        var userName = $"new.{Guid.NewGuid():n}@test.example";

        var refused = await InviteAsync(browser, userName, police.Station.Id, role);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await refused.HtmlAsync();
        Assert.Contains(sentence, page.MainText());
        Assert.Equal(userName, page.QuerySelector("[name='Input.UserName']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await InviteAsync(browser, userName, (await world.PoliceAsync()).Station.Id, Role.Officer)).StatusCode);
    }

    [Fact]
    public async Task A_user_name_is_somebody_s_only_once()
    {
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));

        var refused = await InviteAsync(browser, police.Officer.UserName!, police.Station.Id, Role.Officer);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Somebody has this user name already.", (await refused.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task A_move_hands_on_what_waits_and_shows_the_new_unit_with_the_next_request()
    {
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
        var sent = await world.SentReferralAsync(police, shelter);
        await world.OpenAsync(shelter.Caseworker, sent);
        await world.DeclineAsync(shelter.Caseworker, sent);
        var other = await world.StationAsync(police);
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));
        var officer = await portal.BrowserOfAsync(police.Officer);
        Assert.Contains(sent.Number, (await officer.OpenAsync("/referrals")).MainText());
        var url = $"/admin/users/{police.Officer.Id}/move";
        (string, string)[] typed = [("Input.UnitId", $"{other.Id}"), ("Input.Role", "Officer"), ("Input.Reason", "Transfer")];
        Assert.True((await WaitsAsync(police.Officer)) > 0);

        var refused = await browser.SubmitAsync(await browser.OpenAsync(url), null, typed);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Choose who takes it over", (await refused.HtmlAsync()).MainText());
        var moved = await browser.SubmitAsync(await browser.OpenAsync(url), null, [.. typed, ("Input.WorkToId", $"{police.Supervisor.Id}")]);

        Assert.Contains("The posting is on record.", (await browser.FollowAsync(moved)).MainText());
        Assert.DoesNotContain(sent.Number, (await officer.OpenAsync("/referrals")).MainText());
        Assert.Equal(0, await WaitsAsync(police.Officer));
        Assert.True(await WaitsAsync(police.Supervisor) > 0);
    }

    [Fact]
    public async Task A_leaver_s_sessions_end_and_their_account_opens_for_nobody()
    {
        var police = await world.PoliceAsync();
        await world.UserAsync(police.Station, Role.Officer);
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));
        var officer = await portal.BrowserOfAsync(police.Officer);
        var url = $"/admin/users/{police.Officer.Id}";

        var left = await browser.SubmitAsync(await browser.OpenAsync($"{url}/leave"), null, ("Input.Reason", "LeftService"));

        Assert.Contains("The person has left.", (await browser.FollowAsync(left)).MainText());
        Assert.Equal(HttpStatusCode.Redirect, (await officer.GetAsync("/")).StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, (await portal.Browser().GivePasswordAsync(police.Officer.UserName!, World.Password)).StatusCode);
        var again = await browser.SubmitAsync(await browser.OpenAsync($"{url}/enable"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Somebody who comes back is invited anew.", (await again.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task An_account_is_shut_at_once_and_opened_again()
    {
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));
        var url = $"/admin/users/{police.Officer.Id}";
        var officer = await portal.BrowserOfAsync(police.Officer);

        await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync($"{url}/disable")));
        Assert.Equal(HttpStatusCode.Redirect, (await officer.GetAsync("/")).StatusCode);
        Assert.Contains("Shut", (await browser.OpenAsync("/admin/users?show=Shut")).MainText());
        await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync($"{url}/enable")));

        await (await portal.BrowserOfAsync(police.Officer)).OpenAsync("/");
    }

    [Fact]
    public async Task A_stolen_phone_is_worth_nothing_within_one_request()
    {
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));
        var url = $"/admin/users/{police.Officer.Id}";
        var thief = await portal.BrowserOfAsync(police.Officer);

        await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync($"{url}/sessions")));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/")).StatusCode);
        var shown = await (await browser.SubmitAsync(await browser.OpenAsync($"{url}/factor"))).HtmlAsync();

        Assert.Matches("^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$", shown.QuerySelector(".slip .code")!.TextContent.Trim());
        // With the password alone there is no second step to give, and none can be set up with it.
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().GivePasswordAsync(police.Officer.UserName!, World.Password)).StatusCode);
        Assert.True(await WasToldAsync(police.Officer, NotificationKind.SessionsEnded));
        Assert.True(await WasToldAsync(police.Officer, NotificationKind.AccountRecovered));
        Assert.True(await WasToldAsync(police.Supervisor, NotificationKind.OthersAccountRecovered));
    }

    [Fact]
    public async Task A_national_role_takes_two_administrators()
    {
        var fia = await world.FiaAsync();
        var (one, two) = (await NationalAsync(fia), await NationalAsync(fia));
        var (proposes, confirms) = (await portal.BrowserOfAsync(one), await portal.BrowserOfAsync(two));
        var userName = $"new.{Guid.NewGuid():n}@test.example";

        var list = await proposes.FollowAsync(await InviteAsync(proposes, userName, fia.Headquarters.Id, Role.Auditor));
        await using (var db = await DbAsync())
            Assert.False(await db.Users.AnyAsync(u => u.UserName == userName, TestContext.Current.CancellationToken));
        var url = await UrlOfProposalAsync(userName);
        Assert.Contains(url, list.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        var alone = await proposes.SubmitAsync(await proposes.OpenAsync(url), null, ("Input.Confirmed", "True"));
        Assert.Equal(HttpStatusCode.Conflict, alone.StatusCode);
        Assert.Contains("Another national administrator confirms", (await alone.HtmlAsync()).MainText());
        Assert.True(await WasToldAsync(two, NotificationKind.RoleToConfirm));
        var confirmed = await confirms.SubmitAsync(await confirms.OpenAsync(url), null, ("Input.Confirmed", "True"));

        var code = await (await confirms.SubmitAsync(await confirms.FollowAsync(confirmed))).HtmlAsync();
        Assert.NotNull(code.QuerySelector(".slip .code"));
        Assert.Equal(Role.Auditor, (await UserAsync(userName)).Role);
        Assert.Equal(HttpStatusCode.Conflict, (await confirms.SubmitAsync(await confirms.OpenAsync(url), null, ("Input.Confirmed", "True"))).StatusCode);
    }

    [Fact]
    public async Task The_way_back_into_a_national_account_takes_two_as_well()
    {
        var fia = await world.FiaAsync();
        var (one, two) = (await NationalAsync(fia), await NationalAsync(fia));
        var auditor = await world.UserAsync(fia.Headquarters, Role.Auditor);
        var (proposes, gives) = (await portal.BrowserOfAsync(one), await portal.BrowserOfAsync(two));
        var url = $"/admin/users/{auditor.Id}/factor";

        var alone = await proposes.SubmitAsync(await proposes.OpenAsync($"/admin/users/{auditor.Id}/code"));
        Assert.Equal(HttpStatusCode.Conflict, alone.StatusCode);
        Assert.Contains("proposed by one national administrator and given by another", (await alone.HtmlAsync()).MainText());
        await proposes.FollowAsync(await proposes.SubmitAsync(await proposes.OpenAsync(url)));
        var decide = await UrlOfProposalAsync(auditor.UserName!);
        var page = await gives.FollowAsync(await gives.SubmitAsync(await gives.OpenAsync(decide), null, ("Input.Confirmed", "True")));

        Assert.NotNull((await (await gives.SubmitAsync(page)).HtmlAsync()).QuerySelector(".slip .code"));
        Assert.Contains("Propose it", (await proposes.OpenAsync(url)).MainText());
    }

    private static async Task<HttpResponseMessage> InviteAsync(PortalBrowser browser, string userName, Guid unit, Role role) => await browser.SubmitAsync(
        await browser.OpenAsync("/admin/users/invite"), null, ("Input.DisplayName", "SI Newcomer"), ("Input.UserName", userName),
        ("Input.Email", "desk@test.example"), ("Input.UnitId", $"{unit}"), ("Input.Role", $"{role}"));

    private Task<User> AdministratorAsync(Force force) => world.UserAsync(force.Headquarters, Role.AgencyAdministrator);

    private async Task<User> NationalAsync(Force? fia = null) => await world.UserAsync((fia ?? await world.FiaAsync()).Headquarters, Role.NationalAdministrator);

    private Task<Data.TipSomDbContext> DbAsync() => Task.FromResult(new Data.TipSomDbContext(
        new DbContextOptionsBuilder<Data.TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options));

    private async Task<User> UserAsync(string userName)
    {
        await using var db = await DbAsync();
        return await db.Users.AsNoTracking().SingleAsync(u => u.UserName == userName, TestContext.Current.CancellationToken);
    }

    private async Task<string> UrlOfProposalAsync(string userName)
    {
        await using var db = await DbAsync();
        return $"/admin/users/proposals/{(await db.RoleProposals.SingleAsync(p => p.UserName == userName, TestContext.Current.CancellationToken)).Id}";
    }

    private async Task<int> WaitsAsync(User user)
    {
        await using var db = await DbAsync();
        return await db.Notifications.CountAsync(n => n.UserId == user.Id && n.IsWork && n.SettledAt == null, TestContext.Current.CancellationToken);
    }

    private Task<bool> WasToldAsync(User user, NotificationKind kind) => world.AsAsync(user, (_, db) => db.Notifications.AnyAsync(n => n.Kind == kind));
}
