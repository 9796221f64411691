using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.LocalPostgres;
using Xunit;

namespace TipSom.TestSupport;

/// <summary>One PostgreSQL for a whole test program, with a migrated template that each <see cref="TestDatabase"/> copies.</summary>
/// <remarks>
/// A throwaway cluster, unless TIPSOM_TEST_CONNECTION names a server by a superuser's connection string. That server then keeps
/// the two roles; the databases are dropped.
/// </remarks>
public class PostgresServer : IAsyncLifetime
{
    private readonly string name = $"tipsom_test_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
    private LocalCluster? cluster;
    private string superuser = "", owner = "", app = "";
    private int databases;

    private string Template => $"{name}_template";

    /// <summary>Memory where there is plenty; what is there is gone afterwards, and nothing waits for a disk.</summary>
    protected virtual LocalClusterOptions Place { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("TIPSOM_TEST_CONNECTION") is { Length: > 0 } given)
        {
            superuser = new NpgsqlConnectionStringBuilder(given) { Database = Template }.ConnectionString;
            owner = WithRole(given, DatabaseRoles.Owner);
            app = WithRole(given, DatabaseRoles.App);
            await DatabaseRoles.EnsureAsync(superuser, role => PasswordOf(role, given));
        }
        else
        {
            cluster = await LocalCluster.StartAsync(Place with { Database = Template }, Console.Error.WriteLine);
            superuser = cluster.SuperuserConnectionString;
            owner = cluster.OwnerConnectionString;
            app = cluster.AppConnectionString;
        }
        await MigrateAsync(InDatabase(owner, Template));
        // A template must have no open connection while it is copied.
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task MigrateAsync(string ownerConnectionString)
    {
        await DatabaseSetup.MigrateAsync(ownerConnectionString, TestKeys.Context, CancellationToken.None);
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(ownerConnectionString).Options);
        var cipher = new RecordCipher(new MasterKeys(TestKeys.Master));
        foreach (var purpose in Enum.GetValues<KeyPurpose>())
        {
            var id = Guid.CreateVersion7();
            db.Add(new PurposeKey { Id = id, Purpose = purpose, SealedKey = cipher.Seal(SealKinds.PurposeKey, id, TestKeys.Purposes.Of(purpose)) });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A new database like the template; its name.</summary>
    internal async Task<string> CloneAsync()
    {
        var clone = string.Create(CultureInfo.InvariantCulture, $"{name}_{Interlocked.Increment(ref databases)}");
        // Copying files is twice as fast as logging the copy, and nothing here outlives a crash anyway.
        await MaintainAsync($"create database {clone} template {Template} strategy file_copy");
        await DatabaseRoles.RestrictAsync(superuser, clone);
        return clone;
    }

    internal async Task DropAsync(string database)
    {
        foreach (var connectionString in (string[])[Owner(database), App(database), Superuser(database)])
        {
            await using var pooled = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(pooled);
        }
        await MaintainAsync($"drop database if exists {database} with (force)");
    }

    internal string Superuser(string database) => InDatabase(superuser, database);
    internal string Owner(string database) => InDatabase(owner, database);
    internal string App(string database) => InDatabase(app, database);

    private async Task MaintainAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(superuser) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string InDatabase(string connectionString, string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;

    private static string WithRole(string given, string role) =>
        new NpgsqlConnectionStringBuilder(given) { Username = role, Password = PasswordOf(role, given) }.ConnectionString;

    /// <summary>The same for every test program on one server, and known only to who knows the superuser's.</summary>
    private static string PasswordOf(string role, string given) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(new NpgsqlConnectionStringBuilder(given).Password ?? ""), Encoding.UTF8.GetBytes(role)));

    public virtual async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster is not null)
            await cluster.DisposeAsync();
        else if (superuser.Length > 0)
            await DropAsync(Template);
    }
}
