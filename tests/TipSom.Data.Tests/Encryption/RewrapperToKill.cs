using System.Runtime.CompilerServices;
using TipSom.Data.Encryption;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Encryption;

/// <summary>Re-wraps everything under a new key, as <c>--rewrap-keys</c> does, and says how far it is.</summary>
internal sealed class RewrapperToKill(string connectionString, byte[] newKey) : ProcessToKill(Variable, $"{Convert.ToBase64String(newKey)} {connectionString}")
{
    private const string Variable = "TIPSOM_TEST_REWRAP";

    public Task<string?> LineAsync() => Process.StandardOutput.ReadLineAsync();

    // Before the generated entry point of the test program runs.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void BeTheRewrapper()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split(' ', 2) is not [{ } key, { } connection])
            return;
        new KeyRewrap(connection, new MasterKeys(Convert.FromBase64String(key), TestKeys.Master), Console.WriteLine).RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        Environment.Exit(0);
    }
}
