using System.Diagnostics;
using System.Text;
using Npgsql;

namespace TipSom.Data.LocalPostgres;

/// <summary>Linux and macOS: a unix socket in a directory of its own, and a shell that stops the server when our end of a pipe closes.</summary>
internal sealed class UnixServer : RunningServer
{
    private const long RoomyEnough = 2L << 30;

    private readonly PostgresBinaries binaries;
    private readonly ServerUser user;
    private readonly Process supervisor;
    private readonly StringBuilder complaints = new();
    private string place = "", socket = "";
    private bool stopping;

    private UnixServer(PostgresBinaries binaries, ServerUser user, Process supervisor)
    {
        this.binaries = binaries;
        this.user = user;
        this.supervisor = supervisor;
    }

    public static async Task<UnixServer> StartAsync(
        PostgresBinaries binaries, ServerUser user, DataPlace? durable, Action<string> say, CancellationToken cancellation)
    {
        // In a session of its own no signal meant for our process group reaches the supervisor, not even kill -9.
        var ownSession = (await Command.RunAsync(["setsid", "true"], cancellation)).ExitCode == 0;
        var start = Command.StartInfo(
        [
            .. ownSession ? ["setsid"] : Array.Empty<string>(),
            .. user.Prefix,
            "/bin/sh", "-c", EmbeddedText.Read("supervisor.sh"), "tipsom-postgres",
            binaries.Directory,
            durable is null ? "throwaway" : "durable",
            durable?.Directory ?? RoomForThrowaway(user),
            ownSession ? "own" : "shared",
            .. Settings(throwaway: durable is null),
        ]);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var server = new UnixServer(binaries, user, new Process { StartInfo = start, EnableRaisingEvents = true });
        try
        {
            await server.RunAsync(say, cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task RunAsync(Action<string> say, CancellationToken cancellation)
    {
        supervisor.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                lock (complaints)
                    complaints.AppendLine(line.Data);
        };
        supervisor.Start();
        supervisor.BeginErrorReadLine();
        while (socket.Length == 0 && await supervisor.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith("place ", StringComparison.Ordinal))
                place = line["place ".Length..];
            if (line.StartsWith("socket ", StringComparison.Ordinal))
                socket = line["socket ".Length..];
        }
        if (socket.Length > 0)
            await WaitUntilReadyAsync(() => supervisor.HasExited, cancellation);
        if (socket.Length == 0 || supervisor.HasExited)
        {
            await supervisor.WaitForExitAsync(cancellation);
            lock (complaints)
                throw new LocalPostgresException($"PostgreSQL did not start: {complaints.ToString().Trim()}");
        }
        supervisor.Exited += (_, _) =>
        {
            if (!stopping)
                say("The private PostgreSQL ended by itself; its last words are in server.log beside the data.");
        };
    }

    /// <summary>Memory when there is plenty (a container may give /dev/shm 64 MB), else the disk.</summary>
    private static string RoomForThrowaway(ServerUser user)
    {
        const string memory = "/dev/shm";
        if (Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > RoomyEnough)
            return memory;
        // Our own TMPDIR may be closed to the server's user.
        return user.Ids is null ? Path.GetTempPath() : "/tmp";
    }

    public override string ConnectionString(string role) =>
        new NpgsqlConnectionStringBuilder { Host = socket, Username = role }.ConnectionString;

    public override string? PasswordOf(string role) => null;

    public override async ValueTask DisposeAsync()
    {
        stopping = true;
        try
        {
            supervisor.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await supervisor.WaitForExitAsync(patience.Token);
        }
        catch (InvalidOperationException)
        {
            // It was never started.
        }
        catch (OperationCanceledException)
        {
            // What follows does the same with more force.
        }
        // Somebody may have ended the supervisor alone.
        var data = Path.Combine(place, "data");
        if (place.Length > 0 && File.Exists(Path.Combine(data, "postmaster.pid")))
            await user.RunAsync([binaries.PgCtl, "stop", "-D", data, "-m", "immediate", "-w", "-t", "30"], CancellationToken.None);
        supervisor.Dispose();
    }
}
