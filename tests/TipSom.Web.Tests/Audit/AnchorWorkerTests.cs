using Microsoft.Extensions.Configuration;
using Npgsql;
using TipSom.Data.Audit;
using TipSom.TestSupport;
using TipSom.Web.Startup;

namespace TipSom.Web.Tests.Audit;

/// <summary>The portal anchors the trail to a file of its own, and the program verifies the one against the other.</summary>
public sealed class AnchorWorkerTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tipsom-anchors").FullName;

    private Dictionary<string, string> Settings => new()
    {
        ["TipSom:Audit:SigningKey"] = Path.Combine(folder, "audit.pem"),
        ["TipSom:Audit:AnchorFile"] = Path.Combine(folder, "anchors.jsonl"),
        ["ConnectionStrings:TipSomOwner"] = database.OwnerConnectionString
    };

    [Fact]
    public async Task Two_portals_anchor_into_one_file_and_the_trail_is_verified_against_it_until_somebody_cuts_it()
    {
        SigningKey.Make(Settings["TipSom:Audit:SigningKey"]);
        await using var world = new World(database);
        await using var one = new Portal(database) { Settings = Settings };
        await using var two = new Portal(database) { Settings = Settings };
        var police = await world.PoliceAsync();
        for (var i = 0; i < 4; i++)
        {
            await world.CaseAsync(police.Officer);
            Assert.All(await Task.WhenAll(one.AnchorWorker().WorkAsync(TestContext.Current.CancellationToken), two.AnchorWorker().WorkAsync(TestContext.Current.CancellationToken)), Assert.True);
        }

        var (code, said) = await VerifyAsync();
        Assert.True(code == 0, said);
        Assert.Contains("8 anchors in order, 0 lines torn", said, StringComparison.Ordinal);
        Assert.Contains("The trail is whole", said, StringComparison.Ordinal);

        await using var superuser = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var cut = superuser.CreateCommand("""
            set session_replication_role = replica;
            delete from audit.entries where id in (select l.entry_id from audit.links l join audit.heads h on h.chain = l.chain and h.position = l.position);
            delete from audit.links l using audit.heads h where h.chain = l.chain and h.position = l.position;
            update audit.heads h set (position, hash) = (select l.position, l.hash from audit.links l where l.chain = h.chain order by l.position desc limit 1)
            """);
        await cut.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        (code, said) = await VerifyAsync();
        Assert.Equal(1, code);
        Assert.Contains("the end was cut off", said, StringComparison.Ordinal);
        Assert.Contains("THE TRAIL IS BROKEN", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_said_at_every_try_and_the_portal_stays_ready()
    {
        SigningKey.Make(Settings["TipSom:Audit:SigningKey"]);
        Directory.CreateDirectory(Settings["TipSom:Audit:AnchorFile"]);
        await using var portal = new Portal(database) { Settings = Settings };
        var worker = portal.AnchorWorker();

        Assert.False(await worker.WorkAsync(TestContext.Current.CancellationToken));
        Assert.False(await worker.WorkAsync(TestContext.Current.CancellationToken));

        Assert.Equal(2, portal.Log.Lines.Count(l => l.Contains("could not be anchored", StringComparison.Ordinal)));
        Assert.True((await portal.Browser().GetAsync("/health/ready")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Half_of_the_settings_is_refused_at_start()
    {
        await using var portal = new Portal(database) { Settings = new Dictionary<string, string> { ["TipSom:Audit:AnchorFile"] = "anchors.jsonl" } };

        Assert.Contains("go together", Assert.ThrowsAny<Exception>(() => portal.Browser()).ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(int Code, string Said)> VerifyAsync()
    {
        await using var said = new StringWriter();
        var code = await AuditTrail.VerifyAsync(new ConfigurationBuilder().AddInMemoryCollection(Settings!).Build(), said);
        return (code, said.ToString());
    }
}
