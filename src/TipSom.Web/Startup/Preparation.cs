using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;
using TipSom.Data.Seeding;

namespace TipSom.Web.Startup;

/// <summary>What must be true before the portal serves anybody.</summary>
public static class Preparation
{
    /// <summary>In Development: migrates and brings the demo data. Elsewhere: refuses a database role that is too strong, a server that forgets, and demo data.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app, Database database)
    {
        var ct = app.Lifetime.ApplicationStopping;
        var source = app.Services.GetRequiredService<NpgsqlDataSource>();
        if (app.Environment.IsDevelopment() && database.OwnerConnectionString is { } owner)
        {
            await database.MigrateAsync(ct);
            await DemoData.LoadAsync(owner, database.Context, database.Keys, app.Services.GetRequiredService<TimeProvider>(), ct);
            app.Lifetime.ApplicationStarted.Register(() => PrintDemoAccounts(app));
        }

        var check = app.Services.GetRequiredService<DatabaseCheck>();
        try
        {
            await check.RunAsync(ct);
        }
        catch (Exception failure) when (Outage.IsBehind(failure))
        {
            // The portal comes up without its database and says so; the check runs again before it serves anything.
            app.Logger.LogWarning("The database is away; serving begins when it is back");
        }
    }

    private static void PrintDemoAccounts(WebApplication app)
    {
        Console.WriteLine();
        Console.WriteLine($"TipSom: {string.Join(", ", app.Urls)}");
        Console.WriteLine($"Demo accounts, each with the password {DemoData.Password}:");
        foreach (var account in DemoData.Accounts)
            Console.WriteLine($"  {account.UserName,-34} {account.Role,-22} {account.About}");
        Console.WriteLine();
    }
}

/// <summary>
/// Checks the database role, that the master keys are those of this database, and outside Development that the server keeps what it acknowledges and that no demo account is there, once
/// before the first answer.
/// </summary>
public sealed class DatabaseCheck(NpgsqlDataSource database, PurposeKeys purposes, IHostEnvironment environment)
{
    public bool HasPassed { get; private set; }

    public async Task RunAsync(CancellationToken ct)
    {
        if (HasPassed)
            return;
        await RowSecurityGuard.CheckAsync(database, ct);
        if (!environment.IsDevelopment())
        {
            await DurabilityGuard.CheckAsync(database, ct);
            await using var command = database.CreateCommand("select exists (select from identity.users where is_demo)");
            if (await command.ExecuteScalarAsync(ct) is true)
                throw new InvalidOperationException("This database holds demo accounts. They exist in Development only; use another database.");
        }

        await purposes.ProveAsync(ct);
        HasPassed = true;
    }
}
