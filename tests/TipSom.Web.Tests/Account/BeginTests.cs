using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Account;

/// <summary>Codes given in person: who may give them, and what each of them does.</summary>
public sealed class BeginTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Url = "/account/begin";
    private const string Password = "kettle orbit mango brass fern";
    private const string Refusal = "You do not keep this account.";

    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task An_invitation_sets_the_password_and_leads_to_setting_up_the_second_step()
    {
        var police = await world.PoliceAsync();
        var code = await IssueAsync(await AdministratorAsync(police), police.Officer, AccountCodeKind.Invitation);
        var browser = portal.Browser();

        var answer = await SubmitAsync(browser, police.Officer.UserName!, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));

        Assert.StartsWith("/account/set-up", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/set-up")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(portal.Browser(), police.Officer.UserName!, code)).StatusCode);
    }

    [Fact]
    public async Task A_forgotten_password_keeps_the_second_step_ends_every_session_and_is_told()
    {
        var police = await world.PoliceAsync();
        var administrator = await AdministratorAsync(police);
        var open = await portal.BrowserOfAsync(police.Officer);
        var code = await IssueAsync(administrator, police.Officer, AccountCodeKind.Recovery);
        Assert.Equal(HttpStatusCode.Redirect, (await open.GetAsync("/account")).StatusCode);
        var browser = portal.Browser();

        var answer = await SubmitAsync(browser, police.Officer.UserName!, code);

        Assert.StartsWith("/account/second-step", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GiveCardCodeAsync(await browser.FollowAsync(answer))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
        Assert.True(await WasToldAsync(police.Officer, NotificationKind.AccountRecovered));
        Assert.True(await WasToldAsync(police.Supervisor, NotificationKind.OthersAccountRecovered));
        Assert.False(await WasToldAsync(administrator, NotificationKind.OthersAccountRecovered));
    }

    [Fact]
    public async Task A_lost_factor_is_void_and_another_has_to_be_set_up()
    {
        var police = await world.PoliceAsync();
        var code = await IssueAsync(await AdministratorAsync(police), police.Officer, AccountCodeKind.LostFactor);
        // Until the code is used nothing is lost.
        Assert.StartsWith("/account/second-step", (await portal.Browser().GivePasswordAsync(police.Officer.UserName!, World.Password)).Headers.Location!.OriginalString);

        var answer = await SubmitAsync(portal.Browser(), police.Officer.UserName!, code);

        Assert.StartsWith("/account/set-up", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().GivePasswordAsync(police.Officer.UserName!, World.Password)).StatusCode);
    }

    [Fact]
    public async Task Codes_are_given_by_the_administrator_above_and_never_for_oneself()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var administrator = await AdministratorAsync(police);
        var below = await world.UserAsync(police.Station, Role.AgencyAdministrator);
        var national = await world.UserAsync((await world.FiaAsync()).Headquarters, Role.NationalAdministrator);

        await IssueAsync(national, police.Officer, AccountCodeKind.Recovery);
        await IssueAsync(below, police.Officer, AccountCodeKind.Recovery);
        foreach (var (by, user) in new[]
                 {
                     (administrator, administrator), (national, national), (administrator, other.Officer), (below, police.Supervisor), (police.Supervisor, police.Officer)
                 })
            Assert.StartsWith(Refusal, (await Assert.ThrowsAsync<PostgresException>(() => IssueAsync(by, user, AccountCodeKind.Recovery))).MessageText);
    }

    [Fact]
    public async Task A_newer_code_replaces_the_older_and_none_outlives_its_time()
    {
        var police = await world.PoliceAsync();
        var administrator = await AdministratorAsync(police);
        var older = await IssueAsync(administrator, police.Officer, AccountCodeKind.Recovery);
        var newer = await IssueAsync(administrator, police.Officer, AccountCodeKind.Recovery);
        Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(portal.Browser(), police.Officer.UserName!, older)).StatusCode);
        await world.AsOwnerAsync(async db =>
        {
            var code = await db.AccountCodes.SingleAsync(c => c.UserId == police.Officer.Id && c.EndedAt == null);
            Assert.Equal(AccountCodes.RecoveryLasts.TotalSeconds, (code.EndsAt - code.IssuedAt).TotalSeconds, 0.1);
            await db.AccountCodes.Where(c => c.Id == code.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.EndsAt, DateTimeOffset.UtcNow.AddSeconds(-1)));
        });

        Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(portal.Browser(), police.Officer.UserName!, newer)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_code_and_an_unknown_name_get_one_answer_and_five_tries()
    {
        var police = await world.PoliceAsync();
        var code = await IssueAsync(await AdministratorAsync(police), police.Officer, AccountCodeKind.Recovery);
        var answers = new List<string>();
        foreach (var name in new[] { "nobody@test.example", police.Officer.UserName! })
        {
            var browser = portal.Browser();
            for (var i = 0; i < GuessGuard.TriesAtAPlace - 1; i++)
                answers.Add((await (await SubmitAsync(browser, name, "AAAA-BBBB-CCCC-DDDD")).HtmlAsync()).MainText().Replace(name, "", StringComparison.Ordinal));
            await SubmitAsync(browser, name, "AAAA-BBBB-CCCC-DDDD");
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(portal.Browser(), police.Officer.UserName!, code)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync(portal.Browser().At("203.0.113.4"), police.Officer.UserName!, code)).StatusCode);
    }

    private Task<User> AdministratorAsync(Force police) => world.UserAsync(police.Headquarters, Role.AgencyAdministrator);

    private Task<string> IssueAsync(User by, User user, AccountCodeKind kind) => world.AsAsync(by, (scope, _) =>
        scope.GetRequiredService<AccountCodes>().IssueAsync(user, kind, World.ActorOf(by), TestContext.Current.CancellationToken));

    private Task<bool> WasToldAsync(User user, NotificationKind kind) => world.AsAsync(user, (_, db) => db.Notifications.AnyAsync(n => n.Kind == kind));

    private static async Task<HttpResponseMessage> SubmitAsync(PortalBrowser browser, string name, string code) => await browser.SubmitAsync(
        await browser.OpenAsync(Url), null, ("Input.UserName", name), ("Input.Code", code), ("New.Password", Password), ("New.AgainPassword", Password));
}
