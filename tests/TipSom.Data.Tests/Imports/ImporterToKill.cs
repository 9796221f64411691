using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Data.Imports;
using TipSom.Data.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Imports;

/// <summary>Brings in the registers that wait, and says when there is none any more.</summary>
internal sealed class ImporterToKill(string connectionString) : ProcessToKill(Connection, connectionString)
{
    private const string Connection = "TIPSOM_TEST_IMPORT";

    public async Task EndAsync() => Assert.Equal("done", await Process.StandardOutput.ReadLineAsync());

    /// <summary>What a portal registers, as far as an import needs it.</summary>
    public static ServiceProvider Services(string connectionString) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddTipSomData(connectionString, new AccessContext(TestKeys.Context), new MasterKeys(TestKeys.Master))
        .BuildServiceProvider();

    // Before the generated entry point of the test program runs.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void BeTheImporter()
    {
        if (Environment.GetEnvironmentVariable(Connection) is not { } connection)
            return;
        var import = Services(connection).GetRequiredService<ImportRegister>();
        while (import.WorkAsync(CancellationToken.None).GetAwaiter().GetResult())
        {
        }

        Console.WriteLine("done");
        Environment.Exit(0);
    }
}
