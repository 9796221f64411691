using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Domain.Cases;
using TipSom.TestSupport;
using TipSom.Web.Tests.Drafts;

namespace TipSom.Web.Tests.Security;

/// <summary>
/// The master key changes while two portals serve: readers, writers, drafts and people who sign in notice nothing. <c>TIPSOM_ROTATION_SECONDS</c>
/// says for how long; without it as long as fits in every run.
/// </summary>
public sealed class MasterKeyRotationTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const int HandsOfEachPortal = 3;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable("TIPSOM_ROTATION_SECONDS") ?? "15", CultureInfo.InvariantCulture));

    // A request of this test is over by then; people are given a minute.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(3);

    private readonly string folder = Directory.CreateTempSubdirectory("tipsom-rotation").FullName;
    private readonly World world = new(database);
    private readonly ConcurrentBag<string> failures = [];
    private readonly ConcurrentDictionary<string, int> acts = new();
    private double slowest;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Ring => Path.Combine(folder, "keys");

    [Fact]
    public async Task No_request_fails_while_the_master_key_is_changed()
    {
        await KeepAsync($"first {Convert.ToBase64String(TestKeys.Master)}\n");
        await using var early = PortalOfTheFile();
        await using var late = PortalOfTheFile();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var hands = new List<Task>();
        foreach (var portal in new[] { early, late })
        {
            for (var i = 0; i < HandsOfEachPortal; i++)
                hands.Add(WorkAsync(portal, await world.PoliceAsync(), stop.Token));
        }

        var (clock, turns, records, stall) = (Stopwatch.StartNew(), 0, 0L, TimeSpan.Zero);
        for (; turns == 0 || clock.Elapsed < Length; turns++)
        {
            await Task.Delay(500, Ct);
            new FileKeys(Ring).AddKey(TimeProvider.System);
            // One portal reads its keys soon; the other meets records under a key it does not know yet.
            await Follow(early);
            await Task.Delay(1_000, Ct);
            var done = await RewrapAsync();
            (records, stall) = (records + done.Records, done.LongestStall > stall ? done.LongestStall : stall);
            await Follow(late);
            // What the other sealed under the old key until now, and saves in these seconds.
            await Task.Delay(Settled + TimeSpan.FromSeconds(0.5), Ct);
            var found = await SettledAsync(wrapped => records += wrapped);
            Assert.Equal(0, found.Broken);
            Assert.Single(found.Removable);
            await KeepAsync((await File.ReadAllLinesAsync(Ring, Ct))[0]);
            await Follow(late);
            await Task.Delay(200, Ct);
            await Follow(early);
        }

        await stop.CancelAsync();
        await Task.WhenAll(hands);

        output.WriteLine($"{turns} changes of the key in {clock.Elapsed.TotalSeconds:0} s, {records} records wrapped anew, longest stall of a batch {stall.TotalMilliseconds:0} ms");
        output.WriteLine($"{acts.Values.Sum()} acts, none failed, the slowest took {slowest:0} ms: {string.Join(", ", acts.OrderBy(a => a.Key).Select(a => $"{a.Value} × {a.Key}"))}");
        Assert.Empty(failures);
        Assert.All(new[] { "opened", "changed", "drafted", "signed in" }, act => Assert.True(acts.GetValueOrDefault(act) > 0, act));
        var end = await CheckAsync();
        Assert.Equal(0, end.Broken);
        Assert.Single(new FileKeys(Ring).Read().Keys);
    }

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static Task Follow(Portal portal) => portal.Services.GetRequiredService<KeyUses>().FollowAsync(Ct);

    private Portal PortalOfTheFile() => new(database)
    {
        Settings = new Dictionary<string, string> { ["TipSom:MasterKey"] = "", ["TipSom:Keys:Source"] = "File", ["TipSom:Keys:File"] = Ring }
    };

    private MasterKeys KeysOfTheFile() => new(new FileKeys(Ring), TimeProvider.System);

    private Task<Rewrapped> RewrapAsync() => new KeyRewrap(database.OwnerConnectionString, KeysOfTheFile(), _ => { }).RunAsync(Ct);

    private Task<KeysChecked> CheckAsync() => new KeyCheck(database.OwnerConnectionString, KeysOfTheFile(), _ => { }, Settled).RunAsync(Ct);

    // As who changes the key does: wraps what was saved meanwhile, and asks again, until the doctor says that the old key may go.
    private async Task<KeysChecked> SettledAsync(Action<long> wrapped)
    {
        for (var tries = 1; ; tries++)
        {
            wrapped((await RewrapAsync()).Records);
            if (await CheckAsync() is var found && (found.Removable.Count > 0 || tries == 20))
                return found;
            await Task.Delay(Settled, Ct);
        }
    }

    // Whole or not at all, as the portals read it meanwhile.
    private async Task KeepAsync(string ring)
    {
        await File.WriteAllTextAsync($"{Ring}.next", ring, Ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode($"{Ring}.next", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move($"{Ring}.next", Ring, overwrite: true);
    }

    private async Task WorkAsync(Portal portal, Force force, CancellationToken stop)
    {
        var @case = await world.CaseAsync(force.Officer);
        var browser = await portal.BrowserOfAsync(force.Officer);
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var act = (i % 4) switch
            {
                0 => TryAsync("opened", () => OpenAsync(browser, @case)),
                1 => TryAsync("changed", () => ChangeAsync(browser, @case, i)),
                2 => TryAsync("drafted", () => DraftAsync(browser, i)),
                _ => TryAsync("signed in", () => portal.BrowserOfAsync(force.Officer))
            };
            await act;
        }
    }

    private async Task TryAsync(string act, Func<Task> request)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await request();
            acts.AddOrUpdate(act, 1, (_, done) => done + 1);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            failures.Add($"{act}: {failure.Message}");
        }

        slowest = Math.Max(slowest, watch.Elapsed.TotalMilliseconds);
    }

    private static async Task OpenAsync(PortalBrowser browser, Case @case)
    {
        var page = await browser.OpenAsync($"/cases/{@case.Number}/people/1/identity");
        var shown = await browser.SubmitAsync(page, null, ("Reason.Chosen", "To speak with the person"));
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("Canaryfather", (await shown.HtmlAsync()).MainText());
    }

    private static async Task ChangeAsync(PortalBrowser browser, Case @case, int turn)
    {
        var ask = await browser.OpenAsync($"/cases/{@case.Number}/people/1/edit-identity");
        var opened = await browser.SubmitAsync(ask, null, ("Reason.Chosen", "To speak with the person"));
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        var form = await opened.HtmlAsync($"/cases/{@case.Number}/people/1/edit-identity");
        var saved = await browser.SubmitAsync(form, null, ("Step", "Save"), ("Input.Name", $"Zarmeena {(char)('A' + (turn % 26))}"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    private static async Task DraftAsync(PortalBrowser browser, int turn)
    {
        IHtmlDocument page = await browser.OpenAsync("/cases/new");
        Assert.Equal(HttpStatusCode.OK, (await browser.SaveAsync(page, ("Input.Happened", $"Round {turn}"))).StatusCode);
        Assert.Equal($"Round {turn}", ((IHtmlTextAreaElement)(await browser.OpenAsync("/cases/new")).QuerySelector("[name='Input.Happened']")!).Value);
    }
}
