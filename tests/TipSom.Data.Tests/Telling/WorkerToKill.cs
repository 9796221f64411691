using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using TipSom.Data.Telling;

namespace TipSom.Data.Tests.Telling;

/// <summary>This test program, started a second time only to fire timers at the moments it is given, and to be killed.</summary>
internal sealed class WorkerToKill : IDisposable
{
    private const string Connection = "TIPSOM_TEST_CLOCKS";
    private readonly Process process;

    public WorkerToKill(string connectionString) => process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
    {
        Environment = { [Connection] = connectionString },
        RedirectStandardOutput = true,
        RedirectStandardInput = true
    })!;

    public void Begin(DateTimeOffset moment)
    {
        process.StandardInput.WriteLine(moment.UtcTicks.ToString(CultureInfo.InvariantCulture));
        process.StandardInput.Flush();
    }

    public async Task EndAsync() => Assert.Equal("done", await process.StandardOutput.ReadLineAsync());

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    // Before the generated entry point of the test program runs.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void BeTheWorker()
    {
        if (Environment.GetEnvironmentVariable(Connection) is not { } connection)
            return;
        var clocks = new Clocks(NpgsqlDataSource.Create(connection));
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
