using System.Collections.Concurrent;
using Microsoft.Playwright;
using TipSom.Journeys.Browsing;
using TipSom.Journeys.Walk;
using TipSom.TestSupport;

namespace TipSom.Journeys.Shell;

/// <summary>What pages cost on a slow line: bytes as they came over it, compressed, with what each page brings along.</summary>
public sealed class WeightTests(TestDatabase database, Chromium chromium, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const int FirstVisit = 40 * 1024, NextPage = 20 * 1024, MostRequests = 5;

    [Fact]
    public async Task Pages_are_light_and_ask_nobody_else()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var scene = await Scene.SetAsync(world);
        var tooHeavy = new List<string>();
        // Urdu letters take two bytes where English ones take one.
        foreach (var visits in Visits.All.GroupBy(v => v.Reader))
        {
            await using var window = await chromium.OpenAsync(site, new Look(Look.Urdu));
            var scales = await Scales.UnderAsync(window);
            Weigh(await scales.WeighAsync("/account/sign-in"), FirstVisit, "first visit");
            if (visits.Key is { } role)
                await new Person(window, scene.People[role], new Pointer()).SignInAsync();
            foreach (var visit in visits)
                Weigh(await scales.WeighAsync(visit.Address(scene)), NextPage, $"{visit.Reader} {visit.Route}");
            Assert.All(window.Addresses, address => Assert.StartsWith(site.Address, address, StringComparison.Ordinal));
        }

        Assert.Empty(tooHeavy);

        void Weigh((int Bytes, int Requests) weight, int most, string what)
        {
            var line = $"{what}: {weight.Bytes} bytes in {weight.Requests} requests";
            output.WriteLine(line);
            if (weight.Bytes is 0 || weight.Bytes >= most || weight.Requests is 0 or > MostRequests)
                tooHeavy.Add(line);
        }
    }

    private sealed class Scales
    {
        private readonly ConcurrentDictionary<string, bool> asked = [];
        private readonly IPage page;
        private double bytes;

        private Scales(IPage page, ICDPSession devtools)
        {
            this.page = page;
            devtools.Event("Network.requestWillBeSent").OnEvent += (_, e) => asked.TryAdd(e!.Value.GetProperty("requestId").GetString()!, true);
            devtools.Event("Network.requestServedFromCache").OnEvent += (_, e) => asked[e!.Value.GetProperty("requestId").GetString()!] = false;
            devtools.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        }

        public static async Task<Scales> UnderAsync(Window window)
        {
            var devtools = await window.Context.NewCDPSessionAsync(window.Page);
            var scales = new Scales(window.Page, devtools);
            await devtools.SendAsync("Network.enable");
            return scales;
        }

        public async Task<(int Bytes, int Requests)> WeighAsync(string path)
        {
            asked.Clear();
            bytes = 0;
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
            // What was loaded is told apart from the page, on a busy machine a moment later.
            for (var look = 0; look < 40 && bytes == 0; look++)
                await page.WaitForTimeoutAsync(50);
            return ((int)bytes, asked.Values.Count(sent => sent));
        }
    }
}
