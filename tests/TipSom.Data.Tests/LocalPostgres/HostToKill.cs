using System.Diagnostics;
using System.Runtime.CompilerServices;
using TipSom.Data.LocalPostgres;

namespace TipSom.Data.Tests.LocalPostgres;

/// <summary>This test program, started a second time only to hold a cluster and be killed.</summary>
internal static class HostToKill
{
    private const string DataDirectory = "TIPSOM_TEST_HOST_DATA";

    /// <summary>Starts it, and waits until its server answers.</summary>
    public static async Task<Process> StartAsync(string directory, CancellationToken cancellation)
    {
        var host = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            Environment = { [DataDirectory] = directory },
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        Assert.Equal("ready", await host.StandardOutput.ReadLineAsync(cancellation));
        return host;
    }

    // Before the generated entry point of the test program runs.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void BeTheHost()
    {
        if (Environment.GetEnvironmentVariable(DataDirectory) is not { } directory)
            return;
        // No code of this module may run on another thread while its initializer does, hence the method group.
        _ = LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = directory }, Console.Error.WriteLine).GetAwaiter().GetResult();
        Console.WriteLine("ready");
        Thread.Sleep(Timeout.Infinite);
    }
}
