using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Data.Seeding;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Seeding;

/// <summary>A database with the demo data, loaded by two programs started at once.</summary>
public sealed class DemoDatabase(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase database = new(server);

    internal bool[] Loaded { get; private set; } = [];

    internal TimeSpan Took { get; private set; }

    internal World World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        World = new World(database);
        var watch = Stopwatch.StartNew();
        Loaded = await Task.WhenAll(LoadAsync(TimeProvider.System), LoadAsync(TimeProvider.System));
        Took = watch.Elapsed;
    }

    internal Task<bool> LoadAsync(TimeProvider clock) => DemoData.LoadAsync(
        database.OwnerConnectionString, new AccessContext(TestKeys.Context), new MasterKeys(TestKeys.Master), clock, TestContext.Current.CancellationToken);

    internal string OwnerConnectionString => database.OwnerConnectionString;

    internal string AppConnectionString => database.AppConnectionString;

    /// <summary>Reads as the owner, whom row security does not bind.</summary>
    internal async Task<T> ReadAsync<T>(Func<TipSomDbContext, Task<T>> read)
    {
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);
        return await read(db);
    }

    internal Task<List<string>> TextsAsync(string sql) => ReadAsync(db => db.Database.SqlQueryRaw<string>(sql).ToListAsync());

    internal Task<User> UserAsync(string userName) => ReadAsync(db => db.Users.SingleAsync(u => u.UserName == userName));

    /// <summary>Reads as somebody, under row security.</summary>
    internal async Task<T> AsAsync<T>(string userName, Func<TipSomDbContext, Task<T>> read) =>
        await World.AsAsync(await UserAsync(userName), (_, db) => read(db));

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await database.DisposeAsync();
    }
}
