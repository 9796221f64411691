using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Security;

/// <summary>
/// What is taken from somebody is gone with the next request: in the browser that has the page open already, and for a copy of its cookie on
/// a second portal. <c>TIPSOM_REVOCATIONS</c> says how many rounds of each; without it a number that fits in every run. Signing out and
/// shutting an account: <see cref="Account.SignInTests"/>.
/// </summary>
public sealed class NextRequestTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly (string, string)[] Safe = [("Input.IsSafe", "true")];

    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("TIPSOM_REVOCATIONS") ?? "4", CultureInfo.InvariantCulture);

    private readonly World world = new(database);
    private readonly Portal one = new(database), two = new(database);
    private Force police = null!;
    private Provider shelter = null!;

    public async ValueTask InitializeAsync()
    {
        (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await two.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_is_moved_sees_the_old_unit_no_more()
    {
        var (here, there) = (police.Station, await world.StationAsync(police));
        // Somebody stays at each, or nobody could go.
        await world.UserAsync(here, Role.Officer);
        await world.UserAsync(there, Role.Officer);
        var administrator = await world.UserAsync(police.Headquarters, Role.AgencyAdministrator);
        var mover = await one.BrowserOfAsync(administrator);
        for (var round = 0; round < Rounds; round++)
        {
            var officer = await world.UserAsync(here, Role.Officer);
            var @case = $"/cases/{(await world.CaseAsync(officer)).Number}";
            var (browser, copy) = await BrowsersAsync(officer);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(@case)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync(@case)).StatusCode);

            var moved = await mover.SubmitAsync(await mover.OpenAsync($"/admin/users/{officer.Id}/move"), null,
                ("Input.UnitId", $"{there.Id}"), ("Input.Role", "Officer"), ("Input.Reason", "Transfer"));
            Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);

            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(@case)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await copy.GetAsync(@case)).StatusCode);
        }

        output.WriteLine($"moved: {Rounds} of {Rounds}");
    }

    [Fact]
    public async Task Where_consent_was_taken_back_the_provider_reads_nobody_any_more()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var referral = await world.SentReferralAsync(police, shelter);
            await world.OpenAsync(shelter.Caseworker, referral);
            await world.AcceptAsync(shelter.Caseworker, referral);
            var url = $"/referrals/{referral.Number}/identity";
            var (browser, copy) = await BrowsersAsync(shelter.Caseworker);
            var (mine, theirs) = (await browser.OpenAsync(url), await copy.OpenAsync(url));
            Assert.Contains("Canarybird", await TextAsync(browser, mine), StringComparison.Ordinal);
            Assert.Contains("Canarybird", await TextAsync(copy, theirs), StringComparison.Ordinal);

            await world.AsAsync(police.Officer, async (_, db) =>
            {
                (await db.Consents.SingleAsync(c => c.Id == referral.ConsentId)).Withdraw(DateTimeOffset.UtcNow);
                return 0;
            });

            Assert.DoesNotContain("Canarybird", await TextAsync(browser, mine), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Canarybird", await TextAsync(copy, theirs), StringComparison.OrdinalIgnoreCase);
            foreach (var page in new[] { url, $"/referrals/{referral.Number}" })
            {
                Assert.DoesNotContain("Canarybird", (await browser.OpenAsync(page)).Source.Text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("Canarybird", (await copy.OpenAsync(page)).Source.Text, StringComparison.OrdinalIgnoreCase);
            }
        }

        output.WriteLine($"consent taken back: {Rounds} of {Rounds}");
    }

    [Fact]
    public async Task Under_an_agreement_that_was_suspended_nothing_is_sent_or_accepted()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (force, provider) = (await world.PoliceAsync(), await world.ProviderAsync());
            var agreement = await world.AgreementAsync(force, provider);
            var referral = await world.SentReferralAsync(force, provider);
            await world.OpenAsync(provider.Caseworker, referral);
            var (browser, copy) = await BrowsersAsync(provider.Caseworker);
            var url = $"/referrals/{referral.Number}/accept";
            var (mine, theirs) = (await browser.OpenAsync(url), await copy.OpenAsync(url));
            var waiting = await world.CaseAsync(force.Officer);
            await world.ConsentAsync(force.Officer, waiting);
            var need = await world.AsAsync(force.Officer, (_, db) => db.Needs.SingleAsync(n => n.CaseId == waiting.Id && n.Service == ServiceType.Shelter));
            var send = $"/cases/{waiting.Number}/people/1/send?need={need.Id}&to={provider.Service.Id}";
            var (officer, officers) = await BrowsersAsync(force.Officer);
            var (preview, previewed) = (await officer.OpenAsync(send), await officers.OpenAsync(send));

            await world.SuspendAsync(await world.AdministratorAsync(force), agreement);

            Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(mine, null, ReceivingPortal.Acceptance)).StatusCode);
            Assert.Equal(HttpStatusCode.Conflict, (await copy.SubmitAsync(theirs, null, ReceivingPortal.Acceptance)).StatusCode);
            Assert.Equal(HttpStatusCode.Conflict, (await officer.SubmitAsync(preview, null, Safe)).StatusCode);
            Assert.Equal(HttpStatusCode.Conflict, (await officers.SubmitAsync(previewed, null, Safe)).StatusCode);
        }

        output.WriteLine($"agreement suspended: {Rounds} of {Rounds}");
    }

    private async Task<(PortalBrowser Browser, PortalBrowser Copy)> BrowsersAsync(User user)
    {
        var browser = await one.BrowserOfAsync(user);
        var copied = new CookieContainer();
        copied.SetCookies(new Uri("http://localhost"), browser.Cookies.Replace("; ", ",", StringComparison.Ordinal));
        return (browser, two.Browser(copied));
    }

    private static async Task<string> TextAsync(PortalBrowser browser, IHtmlDocument page) =>
        await (await browser.SubmitAsync(page)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
