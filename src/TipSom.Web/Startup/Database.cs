using System.Security.Cryptography;
using Npgsql;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.LocalPostgres;
using TipSom.Data.RowSecurity;

namespace TipSom.Web.Startup;

/// <summary>
/// Where the database comes from. Configured: that one. In Development without configuration: a private PostgreSQL under
/// <c>.tipsom/</c>, with keys made on the first start.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private readonly LocalCluster? cluster;

    private Database(string connectionString, string? ownerConnectionString, AccessContext context, byte[] contextKey, MasterKeys keys, LocalCluster? cluster)
    {
        (ConnectionString, OwnerConnectionString, Context, ContextKey, Keys) = (connectionString, ownerConnectionString, context, contextKey, keys);
        this.cluster = cluster;
    }

    public string ConnectionString { get; }

    /// <summary>Connection of the role that owns the tables; only migrations use it.</summary>
    public string? OwnerConnectionString { get; }

    public AccessContext Context { get; }

    public MasterKeys Keys { get; }

    private byte[] ContextKey { get; }

    public static async Task<Database> OpenAsync(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var isDevelopment = builder.Environment.IsDevelopment();
        var contextKey = ContextKeyOf(builder);
        var keys = KeysOf(builder);
        if (configuration.GetConnectionString("TipSom") is { Length: > 0 } given)
            return new Database(given, configuration.GetConnectionString("TipSomOwner"), new AccessContext(contextKey), contextKey, keys, null);
        if (!isDevelopment)
            throw new InvalidOperationException("ConnectionStrings:TipSom is not set. Outside Development the portal does not start a database of its own.");
        var cluster = await StartClusterAsync(Path.Combine(FolderOf(builder), "postgres"));
        return new Database(cluster.AppConnectionString, cluster.OwnerConnectionString, new AccessContext(contextKey), contextKey, keys, cluster);
    }

    /// <summary>For work on the keys, as the role that owns the tables: the configured one, or in Development the private cluster's.</summary>
    public static async Task<Database> OpenAsOwnerAsync(WebApplicationBuilder builder)
    {
        var keys = KeysOf(builder);
        var isDevelopment = builder.Environment.IsDevelopment();
        if (builder.Configuration.GetConnectionString("TipSomOwner") is { Length: > 0 } owner)
            return new Database("", owner, new AccessContext(new byte[AccessContext.KeyLength]), [], keys, null);
        if (!isDevelopment || builder.Configuration.GetConnectionString("TipSom") is { Length: > 0 })
            throw new MasterKeyException("ConnectionStrings:TipSomOwner is not set. Work on the keys is done as the role that owns the tables.");
        return await OpenAsync(builder);
    }

    /// <summary>The master keys, from where the settings say.</summary>
    public static MasterKeys KeysOf(WebApplicationBuilder builder) =>
        MasterKeySources.Keys(builder.Configuration, builder.Environment.IsDevelopment() ? FolderOf(builder) : null);

    /// <summary>Migrates as the owner, where this program knows the owner.</summary>
    public Task MigrateAsync(CancellationToken ct) =>
        OwnerConnectionString is { } owner ? DatabaseSetup.MigrateAsync(owner, ContextKey, ct) : Task.CompletedTask;

    /// <summary>What <c>--migrate</c> does: nothing but migrate, with nothing but the owner's connection and the context key.</summary>
    public static Task MigrateOnlyAsync(IConfiguration configuration) => DatabaseSetup.MigrateAsync(
        configuration.GetConnectionString("TipSomOwner")
            ?? throw new InvalidOperationException("ConnectionStrings:TipSomOwner is not set. Migrations run as the role that owns the tables."),
        Convert.FromBase64String(configuration["TipSom:ContextKey"]
            ?? throw new InvalidOperationException("TipSom:ContextKey is not set. It is 32 random bytes in base64, the same as the portal's.")),
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await cluster.DisposeAsync();
        }
    }

    private static byte[] ContextKeyOf(WebApplicationBuilder builder) => builder.Configuration["TipSom:ContextKey"] switch
    {
        { Length: > 0 } text => Convert.FromBase64String(text),
        _ when builder.Environment.IsDevelopment() => KeptKey(Path.Combine(FolderOf(builder), "keys", "context.key")),
        _ => throw new InvalidOperationException("TipSom:ContextKey is not set. It is 32 random bytes in base64, kept apart from the database and its backups.")
    };

    // The message says what to do; a stack trace would hide it.
    private static async Task<LocalCluster> StartClusterAsync(string folder)
    {
        try
        {
            return await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = folder }, Console.WriteLine);
        }
        catch (LocalPostgresException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            Environment.Exit(1);
            throw;
        }
    }

    private static string FolderOf(WebApplicationBuilder builder) => Path.Combine(HomeOf(builder.Environment.ContentRootPath), ".tipsom");

    // `dotnet run` starts in the project's folder; the data belong beside the solution, whoever starts it from where.
    internal static string HomeOf(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TipSom.sln")))
                return folder.FullName;
        }

        return contentRoot;
    }

    /// <summary>A key of this machine's own, made where there is none.</summary>
    internal static byte[] KeptKey(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(RandomNumberGenerator.GetBytes(32));
        }

        return File.ReadAllBytes(path);
    }
}
