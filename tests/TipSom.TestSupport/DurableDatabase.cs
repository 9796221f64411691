using TipSom.Data.LocalPostgres;
using Xunit;

namespace TipSom.TestSupport;

/// <summary>A database as Production has one, on a server of its own that writes to the disk: <c>IClassFixture&lt;DurableDatabase&gt;</c>.</summary>
public sealed class DurableDatabase : IAsyncLifetime
{
    private readonly DurableServer server = new();
    private readonly TestDatabase database;

    public DurableDatabase() => database = new TestDatabase(server);

    public TestDatabase Database => database;

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        await database.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await server.DisposeAsync();
    }

    private sealed class DurableServer : PostgresServer
    {
        protected override LocalClusterOptions Place { get; } =
            new() { DataDirectory = Path.Combine(Path.GetTempPath(), $"tipsom-durable-{Guid.NewGuid():N}") };

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(Place.DataDirectory!, recursive: true);
        }
    }
}
