using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace TipSom.Data.LocalPostgres;

/// <summary>Runs a short command to its end.</summary>
internal static class Command
{
    public const int NotFound = 127;

    public static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> commandLine, CancellationToken cancellation)
    {
        var start = StartInfo(commandLine);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return (NotFound, "");
        }
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync(cancellation);
        lock (output)
            return (process.ExitCode, output.ToString().Trim());

        void Keep(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
                return;
            lock (output)
                output.AppendLine(line.Data);
        }
    }

    /// <summary>A child with nothing on its stdin, started in a directory every user can stand in, speaking English.</summary>
    public static ProcessStartInfo StartInfo(IEnumerable<string> commandLine)
    {
        var words = commandLine.ToList();
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            // On Windows this also gives the child a console of its own: Ctrl-C in ours does not reach it.
            CreateNoWindow = true,
            WorkingDirectory = Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } root ? root : "/",
        };
        start.Environment["LC_ALL"] = "C";
        // PGDATA, PGPORT and the like of the person's own PostgreSQL are not meant for ours.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return start;
    }
}
