using System.Diagnostics;

namespace TipSom.Data.Tests;

/// <summary>This test program, started a second time only to do one kind of work, and to be killed.</summary>
internal abstract class ProcessToKill(string variable, string value) : IDisposable
{
    protected Process Process { get; } = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
    {
        Environment = { [variable] = value },
        RedirectStandardOutput = true,
        RedirectStandardInput = true
    })!;

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        Process.Kill();
        Process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        Process.Dispose();
    }
}
