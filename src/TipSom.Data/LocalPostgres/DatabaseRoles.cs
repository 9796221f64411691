using Npgsql;

namespace TipSom.Data.LocalPostgres;

/// <summary>Creates what migrations cannot: the roles, the database, and who may enter it.</summary>
public static class DatabaseRoles
{
    public const string Owner = "tipsom_owner";
    public const string App = "tipsom_app";

    /// <summary>Brings roles and database to the wanted state, whatever was there before.</summary>
    /// <param name="superuserConnectionString">Names the database, which need not exist yet.</param>
    /// <param name="passwordOf">Null for a role that needs none.</param>
    public static async Task EnsureAsync(
        string superuserConnectionString, Func<string, string?> passwordOf, CancellationToken cancellation = default)
    {
        var database = new NpgsqlConnectionStringBuilder(superuserConnectionString).Database
            ?? throw new ArgumentException("The connection string names no database.", nameof(superuserConnectionString));
        await using (var maintenance = await OpenAsync(superuserConnectionString, "postgres", cancellation))
        {
            await ExecuteAsync(maintenance, EmbeddedText.Read("roles.sql"), cancellation);
            foreach (var role in (string[])[Owner, App])
            {
                if (passwordOf(role) is { } password)
                    await ExecuteAsync(maintenance, $"alter role {role} password '{password.Replace("'", "''", StringComparison.Ordinal)}'", cancellation);
            }
            await CreateDatabaseAsync(maintenance, database, cancellation);
        }
        await RestrictAsync(superuserConnectionString, database, cancellation);
    }

    /// <summary>The rights on one database: a clone of a template comes without them.</summary>
    public static async Task RestrictAsync(string superuserConnectionString, string database, CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(superuserConnectionString, database, cancellation);
        await ExecuteAsync(connection, EmbeddedText.Read("database.sql"), cancellation);
    }

    private static async Task CreateDatabaseAsync(NpgsqlConnection maintenance, string database, CancellationToken cancellation)
    {
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", maintenance) { Parameters = { new() { Value = database } } };
        if (await find.ExecuteScalarAsync(cancellation) is null)
            await ExecuteAsync(maintenance, $"create database \"{database.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", cancellation);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, string database, CancellationToken cancellation)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Database = database, Pooling = false };
        var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
