using Npgsql;
using TipSom.Data.Audit;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Audit;

/// <summary>A trail of a few agencies, anchored, and a superuser who may do anything to it and take it back.</summary>
internal sealed class TrailSite : IAsyncDisposable
{
    private readonly NpgsqlDataSource superuser;
    private readonly NpgsqlDataSource owner;
    private readonly NpgsqlDataSource app;

    private TrailSite(TestDatabase database)
    {
        superuser = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        app = NpgsqlDataSource.Create(database.AppConnectionString);
        Folder = Directory.CreateTempSubdirectory("tipsom-anchors").FullName;
        SigningKey.Make(Key);
    }

    public string Folder { get; }

    public string Key => Path.Combine(Folder, "audit.pem");

    public string File => Path.Combine(Folder, "anchors.jsonl");

    public static async Task<TrailSite> MakeAsync(TestDatabase database)
    {
        var site = new TrailSite(database);
        await using var world = new World(database);
        foreach (var force in new[] { await world.PoliceAsync(), await world.FiaAsync(), await world.PoliceAsync() })
        {
            for (var i = 0; i < 3; i++)
                await world.CaseAsync(force.Officer);
            await site.AnchorAsync();
        }

        await site.RunAsync("""
            set session_replication_role = replica;
            create table public.entries_kept as select * from audit.entries;
            create table public.links_kept as select * from audit.links;
            create table public.heads_kept as select * from audit.heads;
            """);
        return site;
    }

    public Task<(string, Anchor)> AnchorAsync() =>
        new AuditAnchors(app, TimeProvider.System).SignAsync(Key, File, CancellationToken.None);

    public async Task<TrailReport> VerifyAsync(bool withAnchors = true)
    {
        using var key = SigningKey.Read(Key + ".pub");
        return await new TrailVerifier(owner).VerifyAsync(withAnchors ? await AnchorTrail.ReadAsync(File, key, CancellationToken.None) : null, CancellationToken.None);
    }

    /// <summary>Does something to the trail with every trigger off, as nobody but a superuser can.</summary>
    public async Task<int> TamperAsync(string sql, params object[] values) => await RunAsync($"set session_replication_role = replica; {sql}", values);

    public Task<int> PutBackAsync() => TamperAsync("""
        truncate audit.entries, audit.links, audit.heads;
        insert into audit.entries overriding system value select * from public.entries_kept;
        insert into audit.links select * from public.links_kept;
        insert into audit.heads select * from public.heads_kept;
        """);

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = superuser.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in new[] { superuser, owner, app })
            await source.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<int> RunAsync(string sql, params object[] values)
    {
        await using var connection = await superuser.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
