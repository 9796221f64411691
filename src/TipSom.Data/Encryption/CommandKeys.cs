using System.ComponentModel;
using System.Diagnostics;

namespace TipSom.Data.Encryption;

/// <summary>
/// A program that prints the ring, for keys that rest in a hardware module or a key service. Started without a shell; neither what it prints nor
/// what it complains of is ever shown.
/// </summary>
/// <param name="program">Its whole path.</param>
/// <param name="arguments">One by one.</param>
/// <param name="limit">How long it may take.</param>
public sealed class CommandKeys(string program, IReadOnlyList<string> arguments, TimeSpan limit) : MasterKeySource
{
    private const string Setting = "The command of TipSom:Keys:Command";

    public override string HowToAdd =>
        $"The master keys come from {program}. Make a new key there and let the command print it in the first line; a portal reads it within 30 seconds. "
        + "Then run --rewrap-keys.";

    public override KeyRing Read()
    {
        if (!Path.IsPathFullyQualified(program))
            throw new MasterKeyException("TipSom:Keys:Command is the whole path of a program, so that nobody puts another in its place.");
        using var process = Start();
        using var output = new MemoryStream();
        var reading = Task.Run(() => ReadAsync(process, output));
        // Whoever is not read to the end waits for ever; what is said here is thrown away.
        var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        try
        {
            if (!Task.WaitAll([reading, complaints], limit) || !process.WaitForExit(limit))
                throw new MasterKeyException($"{Setting} took longer than {limit.TotalSeconds:0.#} seconds.");
        }
        catch (AggregateException)
        {
            throw new MasterKeyException($"{Setting} printed more than a key ring.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        if (process.ExitCode != 0)
            throw new MasterKeyException($"{Setting} ended with exit code {process.ExitCode}.");
        try
        {
            return KeyRing.Read(output.ToArray());
        }
        catch (MasterKeyException wrong)
        {
            throw new MasterKeyException($"{Setting} printed no key ring: {wrong.Message}");
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        // It needs its own secrets, not the portal's.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("TipSom_", StringComparison.OrdinalIgnoreCase)
                     || n.StartsWith("ConnectionStrings_", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            throw new MasterKeyException($"{Setting} cannot be started: {program} is not there, or this user may not run it.");
        }
    }

    private static async Task ReadAsync(Process process, MemoryStream output)
    {
        var buffer = new byte[4096];
        while (await process.StandardOutput.BaseStream.ReadAsync(buffer) is > 0 and var read)
        {
            output.Write(buffer, 0, read);
            if (output.Length <= Longest)
                continue;
            process.Kill(entireProcessTree: true);
            throw new InvalidDataException();
        }
    }
}
