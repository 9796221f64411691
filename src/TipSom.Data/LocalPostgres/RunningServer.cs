using Npgsql;

namespace TipSom.Data.LocalPostgres;

/// <summary>A PostgreSQL server of our own that ends when this program does.</summary>
internal abstract class RunningServer : IAsyncDisposable
{
    /// <summary>Settings of every private server, beyond PostgreSQL's own.</summary>
    public static IReadOnlyList<string> Settings(bool throwaway) =>
    [
        "-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "log_min_messages=warning",
        // The log must hold no value of any row: neither the statement that failed nor the key that was there already.
        "-c", "log_min_error_statement=panic", "-c", "log_error_verbosity=terse",
        .. throwaway
            ? ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "wal_level=minimal",
                "-c", "max_wal_senders=0", "-c", "autovacuum=off", "-c", "max_connections=200"]
            : Array.Empty<string>(),
    ];

    /// <summary>Where it listens, and as whom to connect; no database named.</summary>
    public abstract string ConnectionString(string role);

    /// <summary>Passwords the roles need; null where only our own user can reach the server at all.</summary>
    public abstract string? PasswordOf(string role);

    public abstract ValueTask DisposeAsync();

    /// <summary>Waits until it answers: recovery after a power cut may take a while.</summary>
    protected async Task WaitUntilReadyAsync(Func<bool> hasEnded, CancellationToken cancellation)
    {
        var connectionString = new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Database = "postgres", Pooling = false }.ConnectionString;
        var deadline = TimeProvider.System.GetTimestamp();
        while (!hasEnded())
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(cancellation);
                return;
            }
            catch (NpgsqlException) when (TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(25, cancellation);
            }
        }
    }
}
