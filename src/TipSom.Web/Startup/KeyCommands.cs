using TipSom.Data.Encryption;

namespace TipSom.Web.Startup;

/// <summary>What is done with the master keys from a command line, as the owner of the tables: docs/runbooks/master-key.md.</summary>
public static class KeyCommands
{
    private static readonly string[] Known = ["--new-master-key", "--rewrap-keys", "--check-keys"];

    /// <summary>Runs the one that is asked for; its exit code, or null where none is.</summary>
    public static async Task<int?> RunAsync(WebApplicationBuilder builder, string[] args)
    {
        if (Known.FirstOrDefault(args.Contains) is not { } asked)
            return null;
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        try
        {
            if (asked == "--new-master-key")
                return NewKey(Database.KeysOf(builder));
            await using var database = await Database.OpenAsOwnerAsync(builder);
            return asked == "--rewrap-keys" ? await RewrapAsync(database, stop.Token) : await CheckAsync(database, stop.Token);
        }
        catch (MasterKeyException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. What is done stays done; run it again to go on.");
            return 1;
        }
    }

    private static int NewKey(MasterKeys keys)
    {
        Console.WriteLine(keys.Source is FileKeys and not CredentialKeys
            ? $"{((FileKeys)keys.Source).AddKey(TimeProvider.System)} seals from now on; each portal reads it within {MasterKeys.BetweenReadings.TotalSeconds:0} seconds. "
                + "Keep a copy of the file apart from the database's backups, then run --rewrap-keys."
            : keys.Source.HowToAdd);
        return 0;
    }

    private static async Task<int> RewrapAsync(Database database, CancellationToken ct)
    {
        var done = await new KeyRewrap(database.OwnerConnectionString!, database.Keys, Console.WriteLine).RunAsync(ct);
        Console.WriteLine($"{done.Records} records wrapped by {database.Keys.Ring.Current}, hashes of {done.Hashes} identities made; the longest stall was {done.LongestStall.TotalMilliseconds:0} ms.");
        if (done.Unopened == 0)
            return 0;
        Console.WriteLine($"{done.Unopened} records are still under another key. --check-keys names those that do not open.");
        return 1;
    }

    private static async Task<int> CheckAsync(Database database, CancellationToken ct) =>
        (await new KeyCheck(database.OwnerConnectionString!, database.Keys, Console.WriteLine).RunAsync(ct)).Broken == 0 ? 0 : 1;
}
