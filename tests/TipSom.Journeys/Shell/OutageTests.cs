using Npgsql;
using TipSom.Journeys.Browsing;
using TipSom.Journeys.Walk;
using TipSom.TestSupport;

namespace TipSom.Journeys.Shell;

/// <summary>The database goes away while people work, and comes back.</summary>
public sealed class OutageTests(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Without_its_database_the_portal_says_so_in_both_languages_and_recovers_by_itself()
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var force = await world.PoliceAsync();
        await using var window = await chromium.OpenAsync(site, new Look(Width: Look.Narrowest));
        await Axe.BringAsync(window.Context);
        var officer = new Person(window, force.Officer, new Pointer());
        await officer.SignInAsync();
        Assert.Equal(200, await HealthAsync("/health/ready"));

        await ServeAsync(false);
        try
        {
            foreach (var path in (string[])["/", "/cases", "/account/sign-in"])
            {
                var answer = await officer.GoAsync(path);
                Assert.True(answer.Status == 503, $"{path} answered {answer.Status}: {site.Log.Lines.LastOrDefault(line => line.Contains("Exception", StringComparison.Ordinal))}");
                Assert.True(answer.Headers.ContainsKey("retry-after"));
                await officer.SeesTextAsync("TipSom cannot be reached for a moment");
                await officer.SeesTextAsync(new Look(Look.Urdu).Say("TipSom cannot be reached for a moment"));
                await officer.SeesTextAsync("111-247-786");
            }

            Assert.True(await window.Page.EvaluateAsync<int>("() => document.styleSheets[0].cssRules.length") > 50, "The page stands there without its style.");
            Assert.Empty(await Axe.ViolationsAsync(window.Page));
            Assert.Equal(0, await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            Assert.Equal(503, await HealthAsync("/health/ready"));
            Assert.Equal(200, await HealthAsync("/health/live"));
        }
        finally
        {
            await ServeAsync(true);
        }

        // Who was signed in still is.
        Assert.Equal(200, (await officer.GoAsync("/")).Status);
        await officer.SeesAsync("My work");
        Assert.Equal(200, await HealthAsync("/health/ready"));

        async Task<int> HealthAsync(string path) => (await window.Context.APIRequest.GetAsync(path)).Status;
    }

    private async Task ServeAsync(bool serves)
    {
        var name = new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString).Database!;
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"alter database {name} allow_connections {serves}; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'", connection);
        await command.ExecuteNonQueryAsync();
    }
}
