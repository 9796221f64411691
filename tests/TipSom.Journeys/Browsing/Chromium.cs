using Microsoft.Playwright;

namespace TipSom.Journeys.Browsing;

/// <summary>
/// The one browser of the test program: the machine's own Chromium, nothing is downloaded. The one without a window, where there is one: it
/// does the same in half the time.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome.exe", "msedge.exe"];

    private static readonly string[] UsualPlaces =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"
    ];

    private IPlaywright? driver;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find(),
            Args = Arguments
        });
    }

    // Chromium refuses to start as root inside its sandbox.
    private static string[] Arguments => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];

    /// <summary>A browser of its own, which keeps everything in the folder and may be killed.</summary>
    public async Task<Window> OpenAsync(string address, string folder)
    {
        var context = await driver!.Chromium.LaunchPersistentContextAsync(folder, new() { ExecutablePath = Find(), Args = Arguments, BaseURL = address, Locale = Look.English });
        context.SetDefaultTimeout(15_000);
        return new Window(context, context.Pages[0], new Look());
    }

    /// <summary>A browser window of its own: own cookies, own history.</summary>
    public Task<Window> OpenAsync(Site? site, Look look) => OpenAtAsync(site?.Address, look);

    /// <summary>The same, for a portal that is not in this process.</summary>
    public async Task<Window> OpenAtAsync(string? address, Look look)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = address,
            Locale = look.Culture,
            TimezoneId = "Asia/Karachi",
            JavaScriptEnabled = look.Script,
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = look.Width, Height = look.Width < 640 ? 740 : 800 },
            ReducedMotion = ReducedMotion.Reduce
        });
        context.SetDefaultTimeout(15_000);
        return new Window(context, await context.NewPageAsync(), look);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        driver?.Dispose();
    }

    private static string Find() =>
        Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)))
            .Concat(UsualPlaces)
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No Chromium was found on PATH. Install it: apt-get install chromium");
}
