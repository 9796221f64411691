using Npgsql;

namespace TipSom.Data.LocalPostgres;

/// <summary>A PostgreSQL of the program's own: made on first use, gone from the process list when the program is, its data kept or thrown away.</summary>
public sealed class LocalCluster : IAsyncDisposable
{
    private readonly RunningServer server;
    private readonly DataPlace? place;

    private LocalCluster(RunningServer server, DataPlace? place, string database)
    {
        this.server = server;
        this.place = place;
        SuperuserConnectionString = ConnectionString("postgres", database);
        OwnerConnectionString = ConnectionString("tipsom_owner", database);
        AppConnectionString = ConnectionString("tipsom_app", database);
    }

    /// <summary>For tests and rescue; the program itself never needs it.</summary>
    public string SuperuserConnectionString { get; }

    /// <summary>The role that owns the tables: migrations only.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>The role row-level security binds: every request.</summary>
    public string AppConnectionString { get; }

    /// <summary>Starts it and waits until it answers, with both roles and the database in place.</summary>
    /// <exception cref="LocalPostgresException">It cannot be had; the message says why and what to do.</exception>
    public static async Task<LocalCluster> StartAsync(LocalClusterOptions options, Action<string> say, CancellationToken cancellation = default)
    {
        // First: the package brings the user postgres, whom the data should belong to.
        var found = await PostgresBinaries.FindAsync(say, cancellation);
        var place = options.DataDirectory is { } wanted ? await DataPlace.TakeAsync(wanted, say, cancellation) : null;
        RunningServer? server = null;
        try
        {
            var binaries = PostgresBinaries.Choose(found, place?.Major);
            var user = place?.User ?? await ServerUser.ChooseAsync(null, cancellation);
            server = OperatingSystem.IsWindows()
                ? await WindowsServer.StartAsync(binaries, place, cancellation)
                : await UnixServer.StartAsync(binaries, user, place, say, cancellation);
            var cluster = new LocalCluster(server, place, options.Database);
            await DatabaseRoles.EnsureAsync(cluster.SuperuserConnectionString, server.PasswordOf, cancellation);
            return cluster;
        }
        catch
        {
            if (server is not null)
                await server.DisposeAsync();
            place?.Dispose();
            throw;
        }
    }

    private string ConnectionString(string role, string database) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString(role)) { Database = database }.ConnectionString;

    /// <summary>Stops the server and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        place?.Dispose();
    }
}
