using Microsoft.Playwright;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;

namespace TipSom.Journeys.Shell;

/// <summary>Security keys in a real browser, with a key that exists in the browser only.</summary>
public sealed class SecurityKeyTests(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_key_that_is_carried_signs_in_by_itself_and_is_the_second_step()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var officer = (await world.PoliceAsync()).Officer;
        await using var window = await chromium.OpenAsync(site, new Look());
        await PlugInAsync(window, "usb");
        var person = new Person(window, officer, new Pointer());
        await person.SignInAsync();
        await person.GoAsync("/account/keys");
        await PressAsync(window, "Add a security key", "/account?done=changed");

        await person.SignOutAsync();
        await PressAsync(window, "Use a security key", "/");
        await person.GoAsync("/account/keys");
        Assert.Equal("/account/keys", person.Address);

        await person.SignOutAsync();
        await person.WriteAsync("User name", officer.UserName!);
        await person.WriteAsync("Password", World.Password);
        await person.PressAsync("Sign in");
        await PressAsync(window, "Use a security key", "/");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_key_built_into_the_computer_is_not_taken()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var officer = (await world.PoliceAsync()).Officer;
        await using var window = await chromium.OpenAsync(site, new Look());
        await PlugInAsync(window, "internal");
        var person = new Person(window, officer, new Pointer());
        await person.SignInAsync();
        await person.GoAsync("/account/keys");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add a security key", Exact = true }).ClickAsync();

        // The browser looks for a key that is carried, and finds none; whatever it says, none is kept.
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        await person.GoAsync("/account/keys");
        await person.SeesAsync("You have no security key.");
    }

    private static async Task PlugInAsync(Window window, string transport)
    {
        var devtools = await window.Context.NewCDPSessionAsync(window.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = transport,
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true
            }
        });
    }

    private static async Task PressAsync(Window window, string button, string leadsTo)
    {
        await window.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await window.Page.WaitForURLAsync(url => new Uri(url).PathAndQuery == leadsTo);
    }
}
