using Microsoft.Playwright;
using TipSom.Data.Identity;
using TipSom.Domain.Cases;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;

namespace TipSom.Journeys.Drafts;

/// <summary>
/// At each step of logging, the questions, the check and a further person: the line is cut, the browser is killed, the portal is killed.
/// What was typed more than two seconds before is there again, and nothing of it lies in clear on the computer.
/// </summary>
public sealed class NothingTypedIsLostTests(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    private const string Typed = "Typedcanary: kept at a kiln", Later = Typed + " since spring", Name = "Draftcanary Begum";

    // The second after which it is saved, and a busy machine.
    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Where_the_line_is_cut_it_is_kept_sealed_and_sent_when_the_line_is_back()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var (officer, @case) = await OfficerAsync(world);
        await using var window = await chromium.OpenAsync(site, new Look());
        var person = new Person(window, officer, new Pointer());
        await person.SignInAsync();

        await OpenFormAsync(person, "/cases/new");
        await TypeAsync(person, Typed);
        await SeesLineAsync(person, "Saved at");
        await window.Context.SetOfflineAsync(true);
        await TypeAsync(person, Later);
        await SeesLineAsync(person, "Kept on this computer, not sent. Do not close.");
        await NothingInClearAsync(window.Page, 1);
        await window.Context.SetOfflineAsync(false);
        await SeesLineAsync(person, "Saved at");
        await NothingInClearAsync(window.Page, 0);
        await GoesOnAsync(person, "/cases/new", Later);

        await CheckAsync(person);
        await window.Context.SetOfflineAsync(true);
        await Assert.ThrowsAnyAsync<PlaywrightException>(() => window.Page.ReloadAsync());
        await window.Context.SetOfflineAsync(false);
        await GoesOnAsync(person, "/cases/new", Later);
        await CheckAsync(person);
        await person.PressAsync("Save the case");
        await person.SeesAsync("The case was saved.");

        var further = $"/cases/{@case.Number}/people/new";
        await OpenFormAsync(person, further);
        await window.Context.SetOfflineAsync(true);
        await person.WriteAsync("Name or nickname", Name);
        await SeesLineAsync(person, "Kept on this computer, not sent. Do not close.");
        await NothingInClearAsync(window.Page, 1);
        await window.Context.SetOfflineAsync(false);
        await SeesLineAsync(person, "Saved at");
        await person.GoAsync(further);
        Assert.Equal(Name, await person.ValueAsync("Name or nickname"));
        Assert.DoesNotContain(window.Complaints, c => !c.Contains("net::ERR", StringComparison.Ordinal));
        Secrets.AssertNotIn(site.Log.Lines);
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains("canary", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Where_the_browser_is_killed_it_is_there_after_signing_in_again_and_nothing_of_it_is_on_the_disk()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Finds the browser's processes in /proc.");
        await using var world = new World(database);
        await using var site = new Site(database);
        using var profile = new Profile();
        var (officer, @case) = await OfficerAsync(world);
        var further = $"/cases/{@case.Number}/people/new";

        var person = await BeginAsync();
        await OpenFormAsync(person, "/cases/new");
        await TypeAsync(person, Typed);
        await KillAsync(person);

        person = await BeginAsync();
        await person.SeesAsync("Your drafts");
        await GoesOnAsync(person, "/cases/new", Typed);
        await CheckAsync(person);
        await KillAsync(person);

        person = await BeginAsync();
        await GoesOnAsync(person, "/cases/new", Typed);
        await OpenFormAsync(person, further);
        await person.WriteAsync("Name or nickname", Name);
        await KillAsync(person);

        // And with the line cut: then the only copy is the browser's own, which it writes to disk within five seconds.
        person = await BeginAsync();
        await OpenFormAsync(person, further);
        Assert.Equal(Name, await person.ValueAsync("Name or nickname"));
        await person.Window.Context.SetOfflineAsync(true);
        await person.WriteAsync("Name or nickname", Name + " Bibi");
        await SeesLineAsync(person, "Kept on this computer, not sent. Do not close.");
        await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
        await KillAsync(person);
        Assert.NotEmpty(profile.FilesWith("draft."));

        person = await BeginAsync();
        await OpenFormAsync(person, further);
        await SeesLineAsync(person, "Saved at");
        Assert.Equal(Name + " Bibi", await person.ValueAsync("Name or nickname"));
        await NothingInClearAsync(person.Window.Page, 0);
        await person.Window.DisposeAsync();

        async Task<Person> BeginAsync()
        {
            var begun = new Person(await chromium.OpenAsync(site.Address, profile.Folder), officer, new Pointer());
            await begun.SignInAsync();
            return begun;
        }

        async Task KillAsync(Person at)
        {
            await Task.Delay(TwoSeconds, TestContext.Current.CancellationToken);
            await profile.KillAsync(at.Window);
            Assert.Empty(profile.FilesWith("Typedcanary"));
            Assert.Empty(profile.FilesWith("Draftcanary"));
        }
    }

    [Fact]
    public async Task Where_the_portal_is_killed_it_is_kept_until_it_is_back()
    {
        await using var world = new World(database);
        await using var portal = new PortalToKill(database);
        await portal.StartAsync();
        var (officer, @case) = await OfficerAsync(world);
        var further = $"/cases/{@case.Number}/people/new";
        await using var window = await chromium.OpenAtAsync(portal.Address, new Look());
        var person = new Person(window, officer, new Pointer());
        await person.SignInAsync();

        await OpenFormAsync(person, "/cases/new");
        await TypeAsync(person, Typed);
        await Task.Delay(TwoSeconds, TestContext.Current.CancellationToken);
        portal.Kill();
        await TypeAsync(person, Later);
        await SeesLineAsync(person, "Kept on this computer, not sent. Do not close.");
        await NothingInClearAsync(window.Page, 1);
        await portal.StartAsync();
        await person.GoAsync("/");
        await window.Page.WaitForFunctionAsync("() => localStorage.length === 0");
        await GoesOnAsync(person, "/cases/new", Later);

        await CheckAsync(person);
        portal.Kill();
        await Assert.ThrowsAnyAsync<PlaywrightException>(() => window.Page.ReloadAsync());
        await portal.StartAsync();
        await GoesOnAsync(person, "/cases/new", Later);

        await OpenFormAsync(person, further);
        await person.WriteAsync("Name or nickname", Name);
        await Task.Delay(TwoSeconds, TestContext.Current.CancellationToken);
        portal.Kill();
        await portal.StartAsync();
        await person.GoAsync(further);
        Assert.Equal(Name, await person.ValueAsync("Name or nickname"));
    }

    internal static async Task<(User Officer, Case Case)> OfficerAsync(World world)
    {
        var force = await world.PoliceAsync();
        return (force.Officer, await world.CaseAsync(force.Officer));
    }

    /// <summary>Opens a form and waits until its script has the key, without which nothing could be sealed later.</summary>
    internal static Task OpenFormAsync(Person person, string address) =>
        person.Window.Page.RunAndWaitForResponseAsync(() => person.GoAsync(address), answer => answer.Url.EndsWith("/drafts/key", StringComparison.Ordinal) && answer.Ok);

    internal static Task TypeAsync(Person person, string text) => person.WriteAsync("What happened, in one or two lines", text);

    internal static Task SeesLineAsync(Person person, string text) =>
        Assertions.Expect(person.Window.Page.Locator(".draft-state")).ToContainTextAsync(text, new() { Timeout = 15_000 });

    /// <summary>What the browser keeps, and that none of it can be read.</summary>
    internal static async Task NothingInClearAsync(IPage page, int entries)
    {
        var kept = await page.EvaluateAsync<string[]>("() => Object.entries(localStorage).flat()");
        Assert.Equal(entries, kept.Length / 2);
        Assert.DoesNotContain(kept, text => text.Contains("canary", StringComparison.OrdinalIgnoreCase) || text.Contains("/cases", StringComparison.Ordinal) || text.Contains("TS-", StringComparison.Ordinal));
        Assert.Equal(0, await page.EvaluateAsync<int>("async () => sessionStorage.length + (await indexedDB.databases()).length + (await caches.keys()).length"));
    }

    private static async Task GoesOnAsync(Person person, string address, string text)
    {
        await OpenFormAsync(person, address);
        Assert.Equal(text, await person.ValueAsync("What happened, in one or two lines"));
    }

    private static async Task CheckAsync(Person person)
    {
        await person.ChooseAsync("Is the person safe right now?", "Yes");
        await person.ChooseAsync("Sex", "Woman or girl");
        await person.WriteAsync("Years", "30");
        await person.PressAsync("Continue");
        await person.SeesAsync("Check the case");
    }
}
