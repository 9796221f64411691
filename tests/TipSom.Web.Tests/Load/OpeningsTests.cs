using System.Collections.Concurrent;
using System.Globalization;
using AngleSharp.Html.Dom;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Load;

/// <summary>
/// Every identity that leaves the portal has its entry: counted over two portals at once, and with the portal killed in the middle.
/// <c>TIPSOM_OPENINGS</c> says how many identities each session opens, <c>TIPSOM_KILLS</c> how often the portal dies; without them numbers
/// that fit in every run.
/// </summary>
public sealed class OpeningsTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const int Sessions = 32;

    private static readonly int Openings = Number("TIPSOM_OPENINGS", 5), Kills = Number("TIPSOM_KILLS", 3);

    [Fact]
    public async Task Thirty_two_sessions_over_two_portals_leave_exactly_as_many_entries_as_identities()
    {
        await using var world = new World(database);
        await using var one = new Portal(database);
        await using var two = new Portal(database);
        var hands = new List<Hand>();
        for (var i = 0; i < Sessions / 4; i++)
        {
            var police = await world.PoliceAsync();
            var number = (await world.CaseAsync(police.Officer)).Number;
            foreach (var user in new[] { police.Officer, police.Supervisor })
            {
                hands.Add(await Hand.OfAsync(await one.BrowserOfAsync(user), user, number));
                hands.Add(await Hand.OfAsync(await two.BrowserOfAsync(user), user, number));
            }
        }

        var before = await CountAsync();
        var shown = await Task.WhenAll(hands.Select(async hand =>
        {
            var seen = 0;
            for (var i = 0; i < Openings; i++)
                seen += (await hand.OpenAsync($"Check {i}")).Contains("Canarybird", StringComparison.Ordinal) ? 1 : 0;
            return seen;
        }));

        Assert.Equal(Sessions * Openings, shown.Sum());
        Assert.Equal(Sessions * Openings, await CountAsync() - before);
        output.WriteLine($"{Sessions} sessions × {Openings} identities over two portals: {shown.Sum()} shown, {await CountAsync() - before} entries");
    }

    [Fact]
    public async Task No_identity_leaves_a_portal_that_is_killed_without_its_entry()
    {
        await using var world = new World(database);
        await using var portal = new PortalToKill(database);
        var police = await world.PoliceAsync();
        var number = (await world.CaseAsync(police.Officer)).Number;
        await portal.StartAsync();
        var hands = new List<Hand>();
        for (var i = 0; i < 8; i++)
        {
            // A connection that breaks off must not be asked again by itself.
            var browser = new PortalBrowser(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(portal.Address) });
            await browser.SignInAsync(police.Officer.UserName!, World.Password);
            hands.Add(await Hand.OfAsync(browser, police.Officer, number));
        }

        var delivered = new ConcurrentBag<string>();
        var asked = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var end = new CancellationTokenSource();
            var opening = hands.Select(async hand =>
            {
                while (!end.IsCancellationRequested)
                {
                    var reason = $"Look {Interlocked.Increment(ref asked):d6}";
                    if ((await hand.ReadAsFarAsItComesAsync(reason)).Contains("Canarybird", StringComparison.Ordinal))
                        delivered.Add(reason);
                }
            }).ToList();
            // A portal that has just begun takes its time on a slow machine: it dies in the middle of answers, not before the first.
            var (before, late) = (delivered.Count, DateTimeOffset.UtcNow.AddSeconds(30));
            while (delivered.Count == before && DateTimeOffset.UtcNow < late)
                await Task.Delay(20, TestContext.Current.CancellationToken);
            await Task.Delay(Random.Shared.Next(0, 800), TestContext.Current.CancellationToken);
            portal.Kill();
            await end.CancelAsync();
            await Task.WhenAll(opening);
            await portal.StartAsync();
        }

        var recorded = await RecordedAsync();
        output.WriteLine($"{Kills} kills, {asked} asked for, {delivered.Count} delivered, {recorded.Count} recorded");
        Assert.NotEmpty(delivered);
        Assert.Empty(delivered.Except(recorded));
    }

    private static int Number(string variable, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(variable) ?? otherwise.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private async Task<long> CountAsync()
    {
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var count = owner.CreateCommand("""
            select count(*) from audit.entries e join audit.links l on l.entry_id = e.id join casework.identity_openings o on o.id = e.row_id
            where e.table_name = 'identity_openings' and e.act = 'INSERT' and e.actor_id = o.actor_id
            """);
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<HashSet<string>> RecordedAsync()
    {
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var ask = owner.CreateCommand("""
            select o.reason from casework.identity_openings o join audit.entries e on e.row_id = o.id join audit.links l on l.entry_id = e.id
            """);
        await using var row = await ask.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var reasons = new HashSet<string>();
        while (await row.ReadAsync(TestContext.Current.CancellationToken))
            reasons.Add(row.GetString(0));
        return reasons;
    }

    /// <summary>Somebody signed in, who opens one identity again and again.</summary>
    private sealed record Hand(PortalBrowser Browser, string Token, string Number)
    {
        public static async Task<Hand> OfAsync(PortalBrowser browser, User user, string number)
        {
            var page = await browser.OpenAsync($"/cases/{number}/people/1/identity");
            var token = (page.QuerySelector("main input[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value
                ?? throw new InvalidOperationException($"{user.Role} has no form on the page of the identity.");
            return new Hand(browser, token, number);
        }

        public async Task<string> OpenAsync(string reason)
        {
            using var answer = await Browser.Client.PostAsync(Url, Form(reason), TestContext.Current.CancellationToken);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        /// <summary>Every byte that came before the portal died, whole or not.</summary>
        public async Task<string> ReadAsFarAsItComesAsync(string reason)
        {
            using var came = new MemoryStream();
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = Form(reason) };
                using var answer = await Browser.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                await (await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).CopyToAsync(came, TestContext.Current.CancellationToken);
            }
            catch (Exception died) when (died is HttpRequestException or IOException)
            {
                await Task.Delay(20);
            }

            return System.Text.Encoding.UTF8.GetString(came.ToArray());
        }

        private string Url => $"/cases/{Number}/people/1/identity";

        private FormUrlEncodedContent Form(string reason) => new(new Dictionary<string, string>
        {
            ["Reason.Chosen"] = "other",
            ["Reason.Words"] = reason,
            ["__once"] = Guid.NewGuid().ToString(),
            ["__RequestVerificationToken"] = Token
        });
    }
}
