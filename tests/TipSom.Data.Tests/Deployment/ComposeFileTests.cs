using System.Text.RegularExpressions;
using TipSom.Data.RowSecurity;

namespace TipSom.Data.Tests.Deployment;

/// <summary>What can be said of docker-compose.yml without Docker: it names files that exist and settings the program knows.</summary>
public sealed partial class ComposeFileTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Compose = File.ReadAllText(Path.Combine(Root, "docker-compose.yml"));

    private const string ConnectionStrings = "ConnectionStrings__";

    [Fact]
    public void Every_file_it_mounts_or_builds_from_exists()
    {
        var files = MountedFile().Matches(Compose).Select(m => m.Groups[1].Value)
            .Append(BuildFile().Match(Compose).Groups[1].Value).ToList();
        Assert.Equal(4, files.Count);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Root, file)), file));
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("portal")]
    public void Each_setting_given_is_one_the_program_reads(string service)
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Root, "src/TipSom.Web/Startup"), "*.cs").Select(File.ReadAllText));
        var settings = EnvironmentOf(service).Keys.Except(["ASPNETCORE_ENVIRONMENT", "AllowedHosts"]).ToList();
        Assert.Equal(service == "migrate" ? 2 : 10, settings.Count);
        Assert.All(settings, setting => Assert.Contains(
            setting.StartsWith(ConnectionStrings, StringComparison.Ordinal)
                ? $"GetConnectionString(\"{setting[ConnectionStrings.Length..]}\")"
                : $"\"{setting.Replace("__", ":", StringComparison.Ordinal)}\"",
            source, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_migration_connects_as_the_owner()
    {
        Assert.Contains("Username=tipsom_owner;Password=${TIPSOM_OWNER_PASSWORD:?}", EnvironmentOf("migrate")["ConnectionStrings__TipSomOwner"], StringComparison.Ordinal);
        Assert.Contains("Username=tipsom_app;Password=${TIPSOM_APP_PASSWORD:?}", EnvironmentOf("portal")["ConnectionStrings__TipSom"], StringComparison.Ordinal);
        Assert.DoesNotContain("OWNER", string.Join(' ', EnvironmentOf("portal").Values), StringComparison.Ordinal);
    }

    [Fact]
    public void No_secret_has_a_value_in_it_or_does_without_one()
    {
        var secrets = Services().SelectMany(EnvironmentOf)
            .Where(e => e.Key.Contains("PASSWORD", StringComparison.OrdinalIgnoreCase) || e.Key.EndsWith("Key", StringComparison.Ordinal)
                || e.Value.Contains("Password=", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, secrets.Count);
        Assert.All(secrets, secret => Assert.Matches(@"(^|Password=)\$\{[A-Z_]+:\?[^}]*\}$", secret.Value));
    }

    [Fact]
    public void The_passwords_of_the_roles_are_those_the_services_connect_with()
    {
        var script = File.ReadAllText(Path.Combine(Root, "src/TipSom.Data/LocalPostgres/database-passwords.sh"));
        var read = GetEnv().Matches(script).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(["TIPSOM_OWNER_PASSWORD", "TIPSOM_APP_PASSWORD"], read);
        Assert.All(read, name => Assert.StartsWith($"${{{name}:?", EnvironmentOf("db")[name], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_image_is_pinned_to_a_version()
    {
        var images = Image().Matches(Compose).Select(m => m.Groups[1].Value).Where(i => i != "tipsom-portal").ToList();
        Assert.Equal(3, images.Count);
        Assert.All(images, image => Assert.Matches(@":v?\d+\.\d+", image));
    }

    [Fact]
    public void The_image_runs_as_nobody_in_particular_with_languages_and_time_zones()
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "src/TipSom.Web/Dockerfile"));
        Assert.Contains("USER $APP_UID", lines);
        Assert.EndsWith("-chiseled-extra", lines.Last(l => l.StartsWith("FROM ", StringComparison.Ordinal)), StringComparison.Ordinal);
        var copied = lines.Where(l => l.StartsWith("COPY src/", StringComparison.Ordinal)).Select(l => l.Split(' ')[1].Split("/*")[0]);
        Assert.All(copied, directory => Assert.True(Directory.Exists(Path.Combine(Root, directory)), directory));
    }

    [Fact]
    public void The_database_is_reached_by_its_socket_alone_and_asks_for_a_password_there_too()
    {
        var database = Compose.Split("\n  db:\n")[1].Split("\n\n")[0];
        Assert.Contains("\"listen_addresses=localhost\"", database, StringComparison.Ordinal);
        Assert.DoesNotContain("ports:", database, StringComparison.Ordinal);
        Assert.Contains("--auth-local=scram-sha-256", database, StringComparison.Ordinal);
        Assert.Contains("socket:/var/run/postgresql", database, StringComparison.Ordinal);
        foreach (var line in new[] { EnvironmentOf("migrate")["ConnectionStrings__TipSomOwner"], EnvironmentOf("portal")["ConnectionStrings__TipSom"] })
        {
            Assert.StartsWith("Host=/var/run/postgresql;", line, StringComparison.Ordinal);
            DurabilityGuard.CheckLine(line);
        }
    }

    [Fact]
    public void Only_the_portal_reaches_the_virus_scanner_and_its_signatures_stay()
    {
        var block = Compose.Split("\n  clamd:\n")[1].Split("\n\n")[0];
        Assert.Contains("networks: [scanning]", block, StringComparison.Ordinal);
        Assert.DoesNotContain("ports:", block, StringComparison.Ordinal);
        Assert.Contains("signatures:/var/lib/clamav", block, StringComparison.Ordinal);
        Assert.Equal("clamd", EnvironmentOf("portal")["Scanner__Host"]);
        Assert.Equal(2, Compose.Split("scanning]").Length - 1);
    }

    private static IEnumerable<string> Services() => ServiceName().Matches(Compose.Split("\nnetworks:")[0]).Select(m => m.Groups[1].Value);

    private static Dictionary<string, string> EnvironmentOf(string service)
    {
        var block = Compose.Split($"\n  {service}:\n")[1].Split("\n\n")[0];
        return EnvironmentBlock().Match(block) is { Success: true } environment
            ? environment.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Trim()).Where(line => !line.StartsWith('#')).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1])
            : [];
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "TipSom.sln")))
            directory = directory.Parent;
        return directory.FullName;
    }

    [GeneratedRegex(@"^ +- \./([^:\n]+):", RegexOptions.Multiline)]
    private static partial Regex MountedFile();

    [GeneratedRegex(@"dockerfile: (\S+)")]
    private static partial Regex BuildFile();

    [GeneratedRegex(@"^  (\w+):$", RegexOptions.Multiline)]
    private static partial Regex ServiceName();

    [GeneratedRegex(@"environment:\n((?:      \S.*(?:\n|$))+)")]
    private static partial Regex EnvironmentBlock();

    [GeneratedRegex(@"^\\getenv \w+ (\w+)$", RegexOptions.Multiline)]
    private static partial Regex GetEnv();

    [GeneratedRegex(@"image: (\S+)")]
    private static partial Regex Image();
}
