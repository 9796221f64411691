using System.Net;
using System.Reflection;
using TipSom.TestSupport;
using TipSom.Web.Security;

namespace TipSom.Web.Tests.Account;

public sealed class StepUpTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly HandClock clock = new(DateTimeOffset.UtcNow.AddHours(-20));
    private readonly World world = new(database);
    private Portal? portal;

    private Portal Site => portal ??= new Portal(database) { Clock = clock };

    public async ValueTask DisposeAsync()
    {
        if (portal is not null)
            await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public void What_is_worth_proving_is_marked()
    {
        var marked = typeof(Program).Assembly.GetTypes().Where(t => t.GetCustomAttribute<StepUpAttribute>() is not null)
            .Select(t => t.FullName!["TipSom.Web.Pages.".Length..]).Order();

        Assert.Equal(
            [
                "Account.KeysModel", "Account.PasswordModel", "Account.RemoveKeyModel", "Account.RemoveModel", "Admin.EmergencyModel", "Agencies.ChangeModel", "Agencies.NewModel", "Agencies.ResumeModel",
                "Agencies.SuspendModel", "Agreements.ApproveModel", "Agreements.ChangeModel", "Agreements.EndModel", "Agreements.NewModel",
                "Agreements.ResumeModel", "Agreements.SuspendModel", "Board.CsvModel", "Cases.FirAnnexModel", "Downloads.FetchModel", "Emergency.ApproveModel",
                "Emergency.IdentityModel", "Emergency.IndexModel", "Imports.LeftOutModel", "Releases.SignOffModel", "Retention.DecideModel", "Units.ChangeModel", "Units.EndModel", "Units.NewModel", "Users.CodeModel",
                "Users.DecideModel", "Users.DisableModel", "Users.EnableModel", "Users.EndSessionsModel", "Users.FactorModel", "Users.ImportModel", "Users.InviteModel",
                "Users.LeaveModel", "Users.MoveModel", "Victims.PrintSummaryModel"
            ], marked);
    }

    [Fact]
    public async Task Signed_out_it_leads_to_the_sign_in() =>
        Assert.Contains("/account/sign-in", (await Site.Browser().GetAsync("/account/confirm")).Headers.Location!.OriginalString);

    [Fact]
    public async Task After_five_minutes_the_page_asks_for_password_and_code_and_leads_back()
    {
        var officer = (await world.PoliceAsync()).Officer;
        var browser = await Site.BrowserOfAsync(officer);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/remove")).StatusCode);
        clock.Advance(TimeSpan.FromSeconds(301));

        var asked = await browser.FollowAsync(await browser.GetAsync("/account/remove"));
        Assert.Contains("Show that it is you", asked.MainText());
        Assert.Equal(HttpStatusCode.OK, (await browser.GiveCardCodeAsync(asked, ("Input.Password", "wrong wrong wrong"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(asked, null, ("Input.Password", World.Password), ("Second.With", "Card"), ("Second.Code", "00000000"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account/remove")).StatusCode);
        var old = browser.Cookies;
        var proven = await browser.GiveCardCodeAsync(asked, ("Input.Password", World.Password));

        Assert.Equal("/account/remove", proven.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/remove")).StatusCode);
        // The session has a new key, and the old one opens nothing.
        var copy = Site.CreateDefaultClient(new Uri("http://localhost"));
        copy.DefaultRequestHeaders.Add("Cookie", old);
        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/account", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_sent_too_late_waits_with_what_was_typed()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var browser = await Site.BrowserOfAsync(police.Officer);
        var page = await browser.OpenAsync($"/cases/{@case.Number}/print/fir-annex");
        clock.Advance(TimeSpan.FromSeconds(301));

        var answer = await browser.SubmitAsync(page, null, ("Reason.Chosen", "For the police file"), ("Reason.WithNames", "true"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var asked = await answer.HtmlAsync("/account/confirm");
        Assert.DoesNotContain(World.KnownIdentity.Name!, asked.Source.Text);
        var goOn = await (await browser.GiveCardCodeAsync(asked, ("Input.Password", World.Password))).HtmlAsync("/account/confirm");
        Assert.Equal("true", goOn.QuerySelector("main [name='Reason.WithNames']")!.GetAttribute("value"));
        var sent = await browser.SubmitAsync(goOn);

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        // What waited is somebody's own: it does not open for another.
        var other = await Site.BrowserOfAsync(police.Supervisor);
        var theirs = await other.OpenAsync("/account/confirm?returnUrl=/account");
        var stolen = await other.GiveCardCodeAsync(theirs, ("Input.Password", World.Password), ("Kept", asked.QuerySelector("[name=Kept]")!.GetAttribute("value")!));
        Assert.Equal("/account", stolen.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Back_goes_to_the_portal_only()
    {
        var browser = await Site.BrowserOfAsync((await world.PoliceAsync()).Officer);
        var page = await browser.OpenAsync("/account/confirm?returnUrl=https://elsewhere.example/");

        Assert.Equal("/", (await browser.GiveCardCodeAsync(page, ("Input.Password", World.Password))).Headers.Location!.OriginalString);
    }
}
