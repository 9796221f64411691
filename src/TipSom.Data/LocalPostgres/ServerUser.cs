namespace TipSom.Data.LocalPostgres;

/// <summary>The user the server runs as: ourselves, or somebody without privileges when we are root, as whom PostgreSQL refuses to run.</summary>
/// <param name="Prefix">Words put before a command line so that it runs as that user.</param>
/// <param name="Ids">uid and gid the data must belong to; null when that is ourselves.</param>
internal sealed record ServerUser(IReadOnlyList<string> Prefix, (uint User, uint Group)? Ids)
{
    public static readonly ServerUser Ourselves = new([], null);

    /// <param name="dataDirectory">Data that are there already keep the user they belong to.</param>
    public static async Task<ServerUser> ChooseAsync(string? dataDirectory, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return Ourselves;
        var owner = Directory.Exists(dataDirectory) ? await AnswerAsync(["stat", OperatingSystem.IsMacOS() ? "-f%u" : "-c%u", dataDirectory], cancellation) : null;
        foreach (var user in new[] { owner, "postgres", "nobody" })
        {
            if (user is null or "0"
                || await IdAsync("-u", user, cancellation) is not { } uid
                || await IdAsync("-g", user, cancellation) is not { } gid)
                continue;
            var name = await AnswerAsync(["id", "-un", user], cancellation) ?? user;
            foreach (var prefix in WaysToBecome(uid, gid, name))
            {
                if (await AnswerAsync([.. prefix, "id", "-u"], cancellation) == $"{uid}")
                    return new ServerUser(prefix, (uid, gid));
            }
        }
        throw new LocalPostgresException(
            "PostgreSQL does not run as root, and neither setpriv, runuser nor su could start it as the user postgres or nobody: " +
            "start the program as an ordinary user, or name a database in ConnectionStrings__TipSom.");
    }

    /// <summary>Best first: only setpriv leaves no process between ours and the server.</summary>
    private static IEnumerable<string[]> WaysToBecome(uint uid, uint gid, string name) =>
    [
        ["setpriv", $"--reuid={uid}", $"--regid={gid}", "--clear-groups", "--"],
        ["runuser", "-u", name, "--"],
        ["su", "-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", "--"],
        ["sudo", "-n", "-u", name, "--"],
    ];

    public Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> commandLine, CancellationToken cancellation) =>
        Command.RunAsync([.. Prefix, .. commandLine], cancellation);

    private static async Task<uint?> IdAsync(string which, string user, CancellationToken cancellation)
    {
        // A uid that has no name any more is still a uid.
        var answer = await AnswerAsync(["id", which, user], cancellation);
        return uint.TryParse(answer, out var id) ? id : uint.TryParse(user, out id) ? id : null;
    }

    private static async Task<string?> AnswerAsync(IEnumerable<string> commandLine, CancellationToken cancellation)
    {
        var (exitCode, output) = await Command.RunAsync(commandLine, cancellation);
        return exitCode == 0 ? output : null;
    }
}
