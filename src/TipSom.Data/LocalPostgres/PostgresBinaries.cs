using System.Globalization;
using System.Text.RegularExpressions;

namespace TipSom.Data.LocalPostgres;

/// <summary>The server programs of one PostgreSQL on this machine.</summary>
internal sealed partial record PostgresBinaries(string Directory, int Major)
{
    public const int OldestMajor = 15;

    private const string WaysOut =
        "install PostgreSQL 15 or newer (or name its programs' directory in TIPSOM_PG_BIN), " +
        "or start everything with `docker compose up`, " +
        "or name a database of your own in ConnectionStrings__TipSom.";

    public string InitDb => Program("initdb");
    public string PgCtl => Program("pg_ctl");

    private string Program(string name) => Path.Combine(Directory, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>All usable programs of this machine, best first; never none. Installs them where that is possible.</summary>
    public static async Task<IReadOnlyList<PostgresBinaries>> FindAsync(Action<string> say, CancellationToken cancellation)
    {
        var found = await OnThisMachineAsync(cancellation);
        if (found.Count == 0 && await PostgresPackage.TryInstallAsync(say, cancellation))
            found = await OnThisMachineAsync(cancellation);
        return found.Count > 0 ? found : throw new LocalPostgresException($"No PostgreSQL server was found on this machine: {WaysOut}");
    }

    /// <summary>Those to use for data made by version <paramref name="dataMajor"/>, or for data still to be made.</summary>
    public static PostgresBinaries Choose(IReadOnlyList<PostgresBinaries> found, int? dataMajor) =>
        dataMajor is null
            ? found[0]
            : found.FirstOrDefault(b => b.Major == dataMajor) ?? throw new LocalPostgresException(
                $"The data were made by PostgreSQL {dataMajor}, and this machine has only {string.Join(", ", found.Select(b => b.Major).Distinct())}: " +
                $"install PostgreSQL {dataMajor}, or move the data directory away to begin with an empty one.");

    /// <summary>Usable programs, best first: the place named, PATH, then the newest of the usual places.</summary>
    private static async Task<IReadOnlyList<PostgresBinaries>> OnThisMachineAsync(CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable("TIPSOM_PG_BIN") is { Length: > 0 } named)
        {
            return [await InspectAsync(named, cancellation) ?? throw new LocalPostgresException(
                $"TIPSOM_PG_BIN names {named}, which holds no postgres, initdb and pg_ctl of version {OldestMajor} or newer: {WaysOut}")];
        }
        var found = new List<PostgresBinaries>();
        foreach (var directory in OnPath().Concat(UsualPlaces()).Distinct())
        {
            if (await InspectAsync(directory, cancellation) is { } binaries)
                found.Add(binaries);
        }
        return found;
    }

    private static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> UsualPlaces()
    {
        string[] roots = OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL")]
            : ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/home/linuxbrew/.linuxbrew/opt",
                "/Applications/Postgres.app/Contents/Versions", "/usr"];
        return roots.Where(System.IO.Directory.Exists)
            .SelectMany(root => System.IO.Directory.EnumerateDirectories(root))
            .Select(directory => (directory, version: VersionInName().Match(Path.GetFileName(directory))))
            .Where(place => place.version.Success)
            .OrderByDescending(place => int.Parse(place.version.Groups[1].Value, CultureInfo.InvariantCulture))
            .Select(place => Path.Combine(place.directory, "bin"));
    }

    private static async Task<PostgresBinaries?> InspectAsync(string directory, CancellationToken cancellation)
    {
        var candidate = new PostgresBinaries(directory, 0);
        if (!File.Exists(candidate.InitDb) || !File.Exists(candidate.PgCtl) || !File.Exists(candidate.Program("postgres")))
            return null;
        var (_, output) = await Command.RunAsync([candidate.Program("postgres"), "--version"], cancellation);
        var version = VersionInAnswer().Match(output);
        var major = version.Success ? int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        return major >= OldestMajor ? candidate with { Major = major } : null;
    }

    // 17 (Debian, Windows), postgresql@17 (Homebrew), pgsql-17 (the PostgreSQL project's own packages)
    [GeneratedRegex(@"^(?:postgresql@|pgsql-)?(\d{2})(?:\.\d+)?$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex VersionInName();

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex VersionInAnswer();
}
