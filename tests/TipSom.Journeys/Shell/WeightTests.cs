using TipSom.Journeys.Browsing;
using TipSom.Journeys.Walk;
using TipSom.TestSupport;

namespace TipSom.Journeys.Shell;

/// <summary>What a page costs on a slow line, compressed, as the browser receives it.</summary>
public sealed class WeightTests(TestDatabase database, Chromium chromium, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const int FirstVisit = 40 * 1024, NextPage = 20 * 1024, MostRequests = 5;

    [Fact]
    public async Task Pages_are_light_and_ask_nobody_else()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var scene = await Scene.SetAsync(world);
        foreach (var culture in (string[])[Look.English, Look.Urdu])
        {
            foreach (var visits in Visits.All.GroupBy(v => v.Reader))
            {
                await using var window = await chromium.OpenAsync(site, new Look(culture));
                var first = await WeighAsync(window, "/account/sign-in");
                output.WriteLine($"{culture} first visit: {first}");
                Assert.InRange(first.Bytes, 1, FirstVisit);
                if (visits.Key is { } role)
                    await new Person(window, scene.People[role], new Pointer()).SignInAsync();
                foreach (var visit in visits)
                {
                    var weight = await WeighAsync(window, visit.Address(scene));
                    output.WriteLine($"{culture} {visit.Reader} {visit.Route}: {weight}");
                    Assert.True(weight.Bytes is > 0 and < NextPage, $"{visit.Route} weighs {weight}");
                    Assert.InRange(weight.Requests, 1, MostRequests);
                }

                Assert.All(window.Addresses, address => Assert.StartsWith(site.Address, address, StringComparison.Ordinal));
            }
        }
    }

    private static async Task<Weight> WeighAsync(Window window, string path)
    {
        var devtools = await window.Context.NewCDPSessionAsync(window.Page);
        var weight = new Weight(0, 0);
        var asked = new HashSet<string>();
        var cached = new HashSet<string>();
        devtools.Event("Network.requestServedFromCache").OnEvent += (_, e) => cached.Add(e!.Value.GetProperty("requestId").GetString()!);
        devtools.Event("Network.requestWillBeSent").OnEvent += (_, e) => asked.Add(e!.Value.GetProperty("requestId").GetString()!);
        devtools.Event("Network.loadingFinished").OnEvent += (_, e) => weight = weight with
        {
            Bytes = weight.Bytes + (int)e!.Value.GetProperty("encodedDataLength").GetDouble()
        };
        await devtools.SendAsync("Network.enable");
        await window.Page.GotoAsync(path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });
        await devtools.DetachAsync();
        return weight with { Requests = asked.Except(cached).Count() };
    }

    private sealed record Weight(int Bytes, int Requests)
    {
        public override string ToString() => $"{Bytes:N0} bytes in {Requests} requests";
    }
}
