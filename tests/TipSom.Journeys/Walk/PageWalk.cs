using Microsoft.Playwright;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;

namespace TipSom.Journeys.Walk;

/// <summary>
/// Looks at the pages of some roles in both languages, both colour schemes and both widths, with their forms posted empty too, and
/// gathers everything wrong before it fails. TIPSOM_SCREENSHOTS=folder keeps a picture of each look.
/// </summary>
public abstract class PageWalk(PostgresServer server, Chromium chromium) : IAsyncLifetime
{
    /// <summary>The form a page is about; to begin a draft anew or to discard one is beside it.</summary>
    public const string Form = "main form[method=post]:not([action='/drafts/end'])";

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("TIPSOM_SCREENSHOTS") is { Length: > 0 } folder ? folder : null;

    private readonly TestDatabase database = new(server);
    private readonly List<string> problems = [];
    private World world = null!;
    private Site site = null!;
    private Scene scene = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        world = new World(database);
        scene = await Scene.SetAsync(world);
        site = new Site(database);
    }

    protected async Task WalkAsync(Func<Visit, bool> which)
    {
        foreach (var visits in Visits.All.Where(which).GroupBy(v => (v.Reader, v.IsSenior)))
        {
            foreach (var culture in (string[])[Look.English, Look.Urdu])
            {
                await using var window = await chromium.OpenAsync(site, new Look(culture));
                await Axe.BringAsync(window.Context);
                var reader = visits.Key.Reader is { } role
                    ? new Person(window, visits.Key.IsSenior ? scene.Police.Supervisor : scene.People[role], new Pointer())
                    : null;
                if (reader is not null)
                    await reader.SignInAsync();
                foreach (var visit in visits)
                    await LookAtAsync(window, visit, reader);
                problems.AddRange(Leaks(window));
            }
        }

        problems.AddRange(site.Log.Lines.Where(Secrets.AreIn).Select(l => "log: " + l));
        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems)}");
    }

    private async Task LookAtAsync(Window window, Visit visit, Person? reader)
    {
        var page = window.Page;
        var name = $"{visit.Route} as {visit.Reader?.ToString() ?? "nobody"}, {window.Look.Culture}";
        var answer = await window.GoAsync(visit.Address(scene));
        // A walk is long: what asks for a proof asks again.
        if (reader is not null && visit.Route != "/account/confirm" && page.Url.Contains("/account/confirm", StringComparison.Ordinal))
        {
            await reader.ProveAsync();
            answer = await window.GoAsync(visit.Address(scene));
        }

        if (answer.Status != visit.Status)
        {
            problems.Add($"{name}: {visit.Address(scene)} answered {answer.Status}, not {visit.Status}");
            return;
        }

        if (window.Look.IsUrdu && UrduText.HasEntities(await answer.TextAsync()))
            problems.Add($"{name}: the source writes Urdu letters as entities");
        await LookAllWaysAsync(window, visit, name, "");

        var forms = page.Locator(Form);
        if (visit.Asks == Asks.Nothing != (await forms.CountAsync() == 0))
            problems.Add($"{name}: its entry in {nameof(Visits)} says that the form asks for {visit.Asks}, but there are {await forms.CountAsync()}");
        else if (visit.Asks == Asks.Answers)
            await PostEmptyAsync(window, visit, name);
        if (visit.Then is not { } then)
            return;
        await window.LeaveAsync(() => then(page));
        if (await page.Locator(".error-summary").CountAsync() > 0)
            problems.Add($"{name}, filled in: {await page.Locator(".error-summary").InnerTextAsync()}");
        await LookAllWaysAsync(window, visit, name + ", filled in", "-then");
    }

    private async Task PostEmptyAsync(Window window, Visit visit, string name)
    {
        var page = window.Page;
        await window.LeaveAsync(() => page.EvaluateAsync(
            """
            which => {
              const form = document.querySelector(which);
              for (const e of form.querySelectorAll('input:not([type=hidden]), select, textarea')) {
                if (e.type === 'checkbox' || e.type === 'radio') e.checked = false; else e.value = '';
              }
              form.noValidate = true;
              form.requestSubmit();
            }
            """,
            Form));
        if (await page.Locator(".error-summary").CountAsync() == 1)
            await LookAllWaysAsync(window, visit, name + ", posted empty", "-empty");
        else
            problems.Add($"{name}: posted empty, it shows no error summary but {page.Url} with \"{await page.TitleAsync()}\"");
    }

    private async Task LookAllWaysAsync(Window window, Visit visit, string name, string suffix)
    {
        var page = window.Page;
        if (window.Look.IsUrdu)
            problems.AddRange((await UrduText.ProblemsAsync(page)).Select(p => $"{name}: {p}"));
        foreach (var width in (int[])[Look.Desk, Look.Narrowest])
        {
            await page.SetViewportSizeAsync(width, 800);
            if (width == Look.Narrowest && await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") is var over and > 0)
                problems.Add($"{name}: {over} px too wide at {width} px");
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                // Only colours differ in the dark, and they and the columns are the same in both languages.
                if (!window.Look.IsUrdu || (scheme == ColorScheme.Light && width == Look.Narrowest))
                    problems.AddRange((await Axe.ViolationsAsync(page, coloursOnly: scheme == ColorScheme.Dark)).Select(v => $"{name}, {width} px, {scheme}: {v}"));
                await KeepPictureAsync(page, $"{PictureOf(visit)}{suffix}-{window.Look.Culture}-{width}-{scheme}");
            }
        }
    }

    private static async Task KeepPictureAsync(IPage page, string name)
    {
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
    }

    // Several looks at one page are told apart by their place in the table, which is the same in every run.
    private static string PictureOf(Visit visit)
    {
        var name = string.Join('_', visit.Route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim('{', '}').Split(':')[0]));
        var same = Visits.All.Where(v => v.Route == visit.Route && v.Reader == visit.Reader).ToList();
        return $"{(name.Length == 0 ? "home" : name)}-{visit.Reader?.ToString() ?? "nobody"}{(same.Count > 1 ? $"-{same.IndexOf(visit) + 1}" : "")}";
    }

    private static IEnumerable<string> Leaks(Window window) =>
        window.Addresses.Concat(window.Titles).Where(text => Secrets.AreIn(Uri.UnescapeDataString(text)))
            .Select(text => $"an address or title names the person: {text}").Concat(window.Complaints.Select(text => "the browser complains: " + text));

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await world.DisposeAsync();
        await database.DisposeAsync();
    }
}
