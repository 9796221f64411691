namespace TipSom.Data.LocalPostgres;

/// <summary>Debian's own PostgreSQL package, installed only where the person at the console may do so.</summary>
internal static class PostgresPackage
{
    public static async Task<bool> TryInstallAsync(Action<string> say, CancellationToken cancellation)
    {
        if (!IsDebianFamily())
            return false;
        string[] asRoot = Environment.IsPrivilegedProcess ? [] : ["sudo", "-n"];
        var (mayInstall, _) = await Command.RunAsync([.. asRoot, "true"], cancellation);
        if (mayInstall != 0)
            return false;

        say("No PostgreSQL server was found on this machine; installing the package `postgresql` with apt-get. This takes about a minute.");
        var (exitCode, output) = await Command.RunAsync(
            [.. asRoot, "/bin/sh", "-c", EmbeddedText.Read("install-postgresql.sh"), "install-postgresql"], cancellation);
        if (exitCode == 0)
            return true;
        say($"apt-get could not install it:{Environment.NewLine}{string.Join(Environment.NewLine, output.Split('\n').TakeLast(5))}");
        return false;
    }

    private static bool IsDebianFamily()
    {
        const string description = "/etc/os-release";
        return File.Exists(description) && File.ReadLines(description)
            .Where(line => line.StartsWith("ID=", StringComparison.Ordinal) || line.StartsWith("ID_LIKE=", StringComparison.Ordinal))
            .SelectMany(line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"').Split(' '))
            .Any(id => id is "debian" or "ubuntu");
    }
}
