using Npgsql;
using TipSom.Data.Copies;
using TipSom.Data.Encryption;

namespace TipSom.Web.Startup;

/// <summary>What <c>--obfuscate</c> does: makes a copy of a database fit for tests (docs/decisions/0041-copies-for-tests.md).</summary>
public static class TestCopies
{
    /// <summary>The connection of the copy follows; without it, that of the owner is used, if its database is named as a copy.</summary>
    private const string Into = "--into";

    private const string KeyOfTheCopy = "TipSom:Copy:MasterKey";

    public static async Task<int> RunAsync(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        try
        {
            var given = Environment.GetCommandLineArgs() is var args && Array.IndexOf(args, Into) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
            var connection = given ?? configuration.GetConnectionString("TipSomOwner")
                ?? throw new CopyException($"Neither {Into} nor ConnectionStrings:TipSomOwner says which database is the copy.");
            // Two names of one server are not told apart: a copy has another name than what it is a copy of.
            if (configuration.GetConnectionString("TipSom") is { Length: > 0 } live && DatabaseOf(live) == DatabaseOf(connection))
                throw new CopyException($"{DatabaseOf(connection)} is the database of ConnectionStrings:TipSom. Nothing was changed.");
            var key = configuration[KeyOfTheCopy] is { Length: > 0 } text
                ? GivenKeys.KeyOf(KeyOfTheCopy, text)
                : throw new CopyException($"{KeyOfTheCopy} is not set. It is 32 random bytes in base64, another than any of the original.");
            var done = await new TestCopy(connection, Database.KeysOf(builder), new MasterKeys(key), given is not null, Console.WriteLine).RunAsync(CancellationToken.None);
            Console.WriteLine($"{done.Records} sealed records were invented anew and {done.Accounts} accounts renamed. Nobody can sign in to the copy.");
            return 0;
        }
        catch (Exception refused) when (refused is CopyException or MasterKeyException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static string? DatabaseOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Database;
}
