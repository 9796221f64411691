using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using TipSom.Data.Telling;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Telling;

/// <summary>Fires timers at the moments it is given.</summary>
internal sealed class WorkerToKill(string connectionString) : ProcessToKill(Connection, connectionString)
{
    private const string Connection = "TIPSOM_TEST_CLOCKS";

    public void Begin(DateTimeOffset moment)
    {
        Process.StandardInput.WriteLine(moment.UtcTicks.ToString(CultureInfo.InvariantCulture));
        Process.StandardInput.Flush();
    }

    public async Task EndAsync() => Assert.Equal("done", await Process.StandardOutput.ReadLineAsync());

    // Before the generated entry point of the test program runs.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void BeTheWorker()
    {
        if (Environment.GetEnvironmentVariable(Connection) is not { } connection)
            return;
        var clocks = new Clocks(TestKeys.Program(NpgsqlDataSource.Create(connection)));
        while (Console.ReadLine() is { } line)
        {
            var moment = new DateTimeOffset(long.Parse(line, CultureInfo.InvariantCulture), TimeSpan.Zero);
            // Small batches, so that a kill falls between them too.
            while (clocks.FireAsync(moment, 2, CancellationToken.None).GetAwaiter().GetResult().Fired > 0)
            {
            }

            Console.WriteLine("done");
        }

        Environment.Exit(0);
    }
}
