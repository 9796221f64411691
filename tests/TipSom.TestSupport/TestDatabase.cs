using Xunit;

namespace TipSom.TestSupport;

/// <summary>A database for one test class: <c>IClassFixture&lt;TestDatabase&gt;</c>. Its tests share it and do not clean up after themselves.</summary>
public sealed class TestDatabase(PostgresServer server) : IAsyncLifetime
{
    private string database = "";

    public string SuperuserConnectionString => server.Superuser(database);

    /// <summary>Owns the tables; row-level security does not bind it.</summary>
    public string OwnerConnectionString => server.Owner(database);

    /// <summary>What the program itself uses.</summary>
    public string AppConnectionString => server.App(database);

    public async ValueTask InitializeAsync() => database = await server.CloneAsync();

    public async ValueTask DisposeAsync()
    {
        if (database.Length > 0)
            await server.DropAsync(database);
    }
}
