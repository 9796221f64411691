using TipSom.Journeys.Browsing;
using TipSom.TestSupport;

namespace TipSom.Journeys.Shell;

/// <summary>What the next person finds at a computer that several use.</summary>
public sealed class SharedComputerTests(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task After_signing_out_Back_shows_no_record()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var force = await world.PoliceAsync();
        var @case = await world.CaseAsync(force.Officer);
        await using var window = await chromium.OpenAsync(site, new Look());
        var officer = new Person(window, force.Officer, new Pointer());
        await officer.SignInAsync();
        await officer.GoAsync("/cases");
        await officer.SeesTextAsync(@case.Number);
        await officer.GoAsync($"/cases/{@case.Number}");
        await officer.SeesTextAsync(@case.Number);

        await officer.SignOutAsync();

        for (var i = 0; i < 4; i++)
        {
            await window.Page.GoBackAsync();
            // Of the address Back leads to nothing may be shown but the way to sign in.
            Assert.DoesNotContain(@case.Number, await window.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal(1, await window.Page.Locator("input[type=password]").CountAsync());
        }
    }

    [Fact]
    public async Task On_a_hidden_screen_neither_Back_nor_another_tab_shows_a_record_and_the_password_leads_back()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var force = await world.PoliceAsync();
        var @case = await world.CaseAsync(force.Officer);
        await using var window = await chromium.OpenAsync(site, new Look());
        var officer = new Person(window, force.Officer, new Pointer());
        await officer.SignInAsync();
        await officer.GoAsync("/cases");
        await officer.GoAsync($"/cases/{@case.Number}");
        var tab = await window.Context.NewPageAsync();
        await tab.GotoAsync(window.Page.Url);
        Assert.Contains(@case.Number, await tab.Locator("body").InnerTextAsync(), StringComparison.Ordinal);

        await window.Page.Locator("header form[action='/account/hide'] button").ClickAsync();
        await window.Page.WaitForURLAsync("**/account/hidden");
        await tab.ReloadAsync();

        foreach (var page in new[] { window.Page, tab })
        {
            Assert.Equal(1, await page.Locator("input[type=password]").CountAsync());
            Assert.DoesNotContain(@case.Number, await page.ContentAsync(), StringComparison.Ordinal);
        }

        for (var i = 0; i < 3; i++)
        {
            await window.Page.GoBackAsync();
            Assert.DoesNotContain(@case.Number, await window.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        }

        await officer.GoAsync("/account/hidden");
        await officer.WriteAsync("Password", World.Password);
        await officer.PressAsync("Continue");
        Assert.EndsWith($"/cases/{@case.Number}", window.Page.Url, StringComparison.Ordinal);
        await officer.SeesTextAsync(@case.Number);
    }

    [Fact]
    public async Task Nothing_is_kept_in_the_browser()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var force = await world.PoliceAsync();
        var @case = await world.CaseAsync(force.Officer);
        await using var window = await chromium.OpenAsync(site, new Look());
        var officer = new Person(window, force.Officer, new Pointer());
        await officer.SignInAsync();
        foreach (var path in (string[])["/", "/cases", $"/cases/{@case.Number}", "/cases/new"])
        {
            await officer.GoAsync(path);
            Assert.Equal(0, await window.Page.EvaluateAsync<int>(
                "async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length + (await caches?.keys() ?? []).length"));
        }

        Assert.DoesNotContain(await window.Context.CookiesAsync(), cookie => !cookie.HttpOnly);
    }
}
