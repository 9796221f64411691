using System.Diagnostics;
using System.Net;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Telling;

/// <summary>Nobody at a page waits for the mail server.</summary>
public sealed class SlowMailTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_page_that_tells_somebody_is_no_slower_while_the_server_stalls()
    {
        const int posts = 15;
        await using var world = new World(database);
        await using var healthy = new MailServer();
        await using var stalled = new MailServer { Mood = MailMood.Stalls };
        await using var usual = new Portal(database) { Settings = healthy.Settings };
        await using var during = new Portal(database) { Settings = stalled.Settings };
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var times = new Dictionary<Portal, List<double>> { [usual] = [], [during] = [] };
        var browsers = new Dictionary<Portal, PortalBrowser>();
        foreach (var portal in times.Keys)
            browsers[portal] = await portal.BrowserOfAsync(shelter.Caseworker);

        for (var i = 0; i < posts; i++)
        {
            foreach (var (portal, taken) in times)
            {
                var referral = await world.SentReferralAsync(police, shelter);
                var page = await browsers[portal].OpenAsync($"/referrals/{referral.Number}");
                var watch = Stopwatch.StartNew();
                using var answer = await browsers[portal].SubmitAsync(page);
                taken.Add(watch.Elapsed.TotalMilliseconds);
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            }
        }

        var ratio = Median(times[during]) / Median(times[usual]);
        output.WriteLine($"median {Median(times[during]):0.0} ms while it stalls, {Median(times[usual]):0.0} ms otherwise: {ratio:0.00}");
        Assert.InRange(ratio, 0, 1.5);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
