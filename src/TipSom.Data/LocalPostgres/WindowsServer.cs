using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace TipSom.Data.LocalPostgres;

/// <summary>Windows: a free port of this machine only, passwords, and a watcher that stops the server when our process is gone.</summary>
internal sealed class WindowsServer : RunningServer
{
    private readonly PostgresBinaries binaries;
    private readonly string data;
    private readonly string? temporary;
    private readonly int port;
    private readonly byte[] secret;
    private Process? watcher;

    private WindowsServer(PostgresBinaries binaries, string place, bool throwaway)
    {
        this.binaries = binaries;
        data = Path.Combine(place, "data");
        temporary = throwaway ? place : null;
        secret = Secret(place);
        port = FreePort();
    }

    public static async Task<WindowsServer> StartAsync(PostgresBinaries binaries, DataPlace? durable, CancellationToken cancellation)
    {
        var place = durable?.Directory ?? Directory.CreateTempSubdirectory("tipsom-").FullName;
        var server = new WindowsServer(binaries, place, throwaway: durable is null);
        try
        {
            await server.RunAsync(place, cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task RunAsync(string place, CancellationToken cancellation)
    {
        // Nobody else has the data (DataPlace): a server that runs on them is left over from a program that was killed.
        if (File.Exists(Path.Combine(data, "postmaster.pid")))
            await StopAsync();
        if (!Directory.Exists(data))
            await InitializeAsync(place, cancellation);

        // The output must not be redirected: the server would inherit the pipe and keep it open.
        var settings = string.Join(' ', Settings(temporary is not null));
        var start = Command.StartInfo([binaries.PgCtl, "start", "-w", "-D", data, "-l", Path.Combine(place, "server.log"),
            "-o", string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -p {port} {settings}")]);
        using var pgCtl = Process.Start(start)!;
        await pgCtl.WaitForExitAsync(cancellation);
        if (pgCtl.ExitCode != 0)
            throw new LocalPostgresException($"PostgreSQL did not start; the reason is in {Path.Combine(place, "server.log")}.");
        watcher = Process.Start(Command.StartInfo(["powershell", "-NoProfile", "-NonInteractive", "-InputFormat", "None", "-EncodedCommand", Watch()]));
        await WaitUntilReadyAsync(() => false, cancellation);
    }

    private async Task InitializeAsync(string place, CancellationToken cancellation)
    {
        var passwordFile = Path.Combine(place, "superuser");
        await File.WriteAllTextAsync(passwordFile, PasswordOf("postgres"), cancellation);
        var (exitCode, output) = await Command.RunAsync(
            [binaries.InitDb, "-D", data + ".new", "-U", "postgres", "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C",
                "--locale-provider=icu", "--icu-locale=und", temporary is null ? "--data-checksums" : "--no-sync"], cancellation);
        File.Delete(passwordFile);
        if (exitCode != 0)
            throw new LocalPostgresException($"initdb failed: {output}");
        Directory.Move(data + ".new", data);
    }

    private string Watch()
    {
        static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        var command =
            $"Wait-Process -Id {Environment.ProcessId} -ErrorAction SilentlyContinue; & {Quoted(binaries.PgCtl)} stop -D {Quoted(data)} -m fast -w" +
            (temporary is null ? "" : $"; Remove-Item -Recurse -Force {Quoted(temporary)}");
        return Convert.ToBase64String(Encoding.Unicode.GetBytes(command));
    }

    private Task<(int ExitCode, string Output)> StopAsync() => Command.RunAsync([binaries.PgCtl, "stop", "-D", data, "-m", "fast", "-w"], CancellationToken.None);

    public override string ConnectionString(string role) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = role, Password = PasswordOf(role) }.ConnectionString;

    /// <summary>One secret beside the data; a password for each role made from it.</summary>
    public override string PasswordOf(string role) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(role)));

    private static byte[] Secret(string place)
    {
        var file = Path.Combine(place, "secret");
        if (File.Exists(file))
            return File.ReadAllBytes(file);
        var secret = RandomNumberGenerator.GetBytes(32);
        File.WriteAllBytes(file, secret);
        return secret;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public override async ValueTask DisposeAsync()
    {
        await StopAsync();
        watcher?.Kill();
        watcher?.Dispose();
        if (temporary is not null)
            Directory.Delete(temporary, recursive: true);
    }
}
