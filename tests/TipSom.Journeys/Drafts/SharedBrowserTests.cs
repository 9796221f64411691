using Microsoft.Playwright;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;
using static TipSom.Journeys.Drafts.NothingTypedIsLostTests;

namespace TipSom.Journeys.Drafts;

/// <summary>One browser that several people use, and one person at several windows.</summary>
public sealed class SharedBrowserTests(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    private const string Here = "Typedcanary: from this window", There = "Typedcanary: from the other window";

    [Fact]
    public async Task A_copy_is_wiped_at_sign_out_unless_it_is_kept_and_opens_for_nobody_else()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var force = await world.PoliceAsync();
        var colleague = await world.UserAsync(force.Station, Domain.Identity.Role.Officer);
        await using var window = await chromium.OpenAsync(site, new Look());
        var (one, other) = (new Person(window, force.Officer, new Pointer()), new Person(window, colleague, new Pointer()));

        await one.SignInAsync();
        await TypeUnsentAsync();
        // Unsent text is not thrown away by a press: the button leads to the question.
        await LeaveByHeaderAsync();
        await window.Page.WaitForURLAsync("**/account/sign-out");
        await one.TickAsync("Keep for me what could not be sent");
        await one.PressAsync("Sign out");
        await NothingInClearAsync(window.Page, 1);

        await other.SignInAsync();
        await OpenFormAsync(other, "/cases/new");
        Assert.Equal("", await other.ValueAsync("What happened, in one or two lines"));
        Assert.DoesNotContain("canary", await window.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await other.SignOutAsync();
        await NothingInClearAsync(window.Page, 1);

        await window.Context.UnrouteAllAsync();
        await one.SignInAsync();
        await window.Page.WaitForFunctionAsync("() => localStorage.length === 0");
        await OpenFormAsync(one, "/cases/new");
        Assert.Equal(Here, await one.ValueAsync("What happened, in one or two lines"));

        await TypeUnsentAsync(" again");
        await LeaveByHeaderAsync();
        await window.Page.WaitForURLAsync("**/account/sign-out");
        await one.PressAsync("Sign out");
        await NothingInClearAsync(window.Page, 0);
        Assert.DoesNotContain(window.Complaints, c => !c.Contains("net::ERR", StringComparison.Ordinal));

        async Task TypeUnsentAsync(string more = "")
        {
            await OpenFormAsync(one, "/cases/new");
            await window.Context.RouteAsync("**/drafts", route => route.AbortAsync());
            await TypeAsync(one, Here + more);
            await SeesLineAsync(one, "Kept on this computer, not sent. Do not close.");
            await NothingInClearAsync(window.Page, 1);
        }

        Task LeaveByHeaderAsync() => window.Page.Locator("header").GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_saved_at_another_window_is_shown_beside_what_was_typed_here(bool takesHere)
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var (officer, _) = await OfficerAsync(world);
        await using var window = await chromium.OpenAsync(site, new Look());
        await using var otherWindow = await chromium.OpenAsync(site, new Look());
        var (here, there) = (new Person(window, officer, new Pointer()), new Person(otherWindow, officer, new Pointer()));
        await here.SignInAsync();
        await there.SignInAsync();
        await OpenFormAsync(here, "/cases/new");
        await OpenFormAsync(there, "/cases/new");
        await TypeAsync(there, There);
        await SeesLineAsync(there, "Saved at");

        await TypeAsync(here, Here);
        await Assertions.Expect(window.Page.Locator(".notice-warn")).ToContainTextAsync("Choose which of the two to keep.");

        var panel = await window.Page.Locator(".notice-warn").InnerTextAsync();
        Assert.Contains(Here, panel, StringComparison.Ordinal);
        Assert.Contains(There, panel, StringComparison.Ordinal);
        Assert.Matches("Typed on this computer at [0-2][0-9]:[0-5][0-9]", panel);
        Assert.Matches("Saved elsewhere at [0-2][0-9]:[0-5][0-9]", panel);
        await OpenFormAsync(there, "/cases/new");
        Assert.Equal(There, await there.ValueAsync("What happened, in one or two lines"));
        await window.Page.Locator(".notice-warn button").Nth(takesHere ? 0 : 1).ClickAsync();
        await SeesLineAsync(here, "Saved at");
        await OpenFormAsync(there, "/cases/new");
        Assert.Equal(takesHere ? Here : There, await there.ValueAsync("What happened, in one or two lines"));
        Assert.Equal(takesHere ? Here : There, await here.ValueAsync("What happened, in one or two lines"));
        await NothingInClearAsync(window.Page, 0);
        Assert.DoesNotContain(window.Complaints, c => !c.Contains("409", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_minutes_before_the_session_ends_it_says_so_and_one_press_renews_it()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var (officer, _) = await OfficerAsync(world);
        await using var window = await chromium.OpenAsync(site, new Look(Width: Look.Narrowest));
        var person = new Person(window, officer, new Pointer());
        await person.SignInAsync();
        await window.Page.Clock.InstallAsync();
        await person.GoAsync("/cases");
        var warning = window.Page.Locator("#idle");
        await Assertions.Expect(warning).ToBeHiddenAsync();

        await window.Page.Clock.FastForwardAsync("08:05");
        await Assertions.Expect(warning).ToContainTextAsync("You will be signed out in two minutes.");
        await warning.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(warning).ToBeHiddenAsync();
        await window.Page.Clock.FastForwardAsync("10:05");
        await Assertions.Expect(warning).ToContainTextAsync("You are signed out. What you typed is kept.");

        Assert.Equal("/account/sign-in?returnUrl=%2Fcases", await warning.GetByRole(AriaRole.Link).GetAttributeAsync("href"));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task What_was_typed_before_a_lost_session_is_there_after_signing_in_again()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var (officer, _) = await OfficerAsync(world);
        await using var window = await chromium.OpenAsync(site, new Look());
        var person = new Person(window, officer, new Pointer());
        await person.SignInAsync();
        await OpenFormAsync(person, "/cases/new");
        await window.Context.ClearCookiesAsync(new() { Name = "tipsom" });

        await TypeAsync(person, Here);
        await SeesLineAsync(person, "You are signed out: sign in again, and it is sent.");
        await person.PressAsync("Continue");
        await person.WriteAsync("User name", officer.UserName!);
        await person.WriteAsync("Password", World.Password);
        await person.PressAsync("Sign in");
        await person.GiveCodeAsync();

        Assert.Equal("/cases/new", person.Address);
        await SeesLineAsync(person, "Saved at");
        Assert.Equal(Here, await person.ValueAsync("What happened, in one or two lines"));
        await NothingInClearAsync(window.Page, 0);
    }
}
