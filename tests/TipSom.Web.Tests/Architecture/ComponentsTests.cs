using System.Text.Json;
using System.Text.RegularExpressions;
using TipSom.Domain.Tests;
using TipSom.Domain.Tests.Documentation;

namespace TipSom.Web.Tests.Architecture;

/// <summary>What of others is in the product: locked to a version and to its very bytes, and listed.</summary>
public sealed partial class ComponentsTests
{
    private static readonly string[] Shipped = ["Domain", "Data", "Web"];

    [Fact]
    public void The_page_of_components_says_what_the_lock_files_say() => WrittenPage.IsUpToDate("docs/components.md", $"""
        # What of others is in it

        *Written by a test from the lock files, `docker-compose.yml` and the Dockerfile; why each is there says [0010](decisions/0010-dependencies.md).*

        ## Packages that ship

        {WrittenPage.Table(["package", "version", "asked for by"], Packages())}

        Each stands in `packages.lock.json` with the SHA-512 of its bytes: a package of the same name and version from another place is not
        restored. Styles and scripts under `wwwroot` are our own. Fonts are those of the reader's system.

        ## Images

        {WrittenPage.Table(["image", "for"], Images())}

        """);

    [Fact]
    public void Every_project_is_locked_to_the_bytes_of_its_packages()
    {
        var projects = Directory.EnumerateFiles(Repository.PathOf(""), "*.csproj", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.All(PackagesOf(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), package =>
        {
            Assert.NotEmpty(package.Value.GetProperty("contentHash").GetString()!);
            Assert.Matches(@"^\d+\.\d+\.\d+", package.Value.GetProperty("resolved").GetString());
        }));
        Assert.Contains("<RestorePackagesWithLockFile>true<", File.ReadAllText(Repository.PathOf("Directory.Build.props")), StringComparison.Ordinal);
        Assert.Contains("--locked-mode", File.ReadAllText(Repository.PathOf("src/TipSom.Web/Dockerfile")), StringComparison.Ordinal);
    }

    private static IEnumerable<IEnumerable<string>> Packages()
    {
        var asked = Shipped.SelectMany(p => PackagesOf(LockOf(p))).Where(p => p.Value.GetProperty("type").GetString() == "Direct").Select(p => p.Name).ToHashSet();
        return PackagesOf(LockOf("Web")).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .Select(p => (string[])[p.Name, p.Value.GetProperty("resolved").GetString()!, asked.Contains(p.Name) ? "us" : "a package"]);
    }

    private static IEnumerable<IEnumerable<string>> Images() =>
        FromLine().Matches(File.ReadAllText(Repository.PathOf("src/TipSom.Web/Dockerfile"))).Select((m, i) => (string[])[m.Groups[1].Value, i == 0 ? "building" : "the portal"])
            .Concat(ImageLine().Matches(File.ReadAllText(Repository.PathOf("docker-compose.yml"))).Where(m => m.Groups[2].Value != "tipsom-portal").Select(m => (string[])[m.Groups[2].Value, m.Groups[1].Value]));

    private static string LockOf(string layer) => Repository.PathOf($"src/TipSom.{layer}/packages.lock.json");

    private static List<JsonProperty> PackagesOf(string file)
    {
        var locked = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("dependencies");
        return [.. locked.EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()).Where(p => p.Value.GetProperty("type").GetString() != "Project")];
    }

    [GeneratedRegex(@"^FROM (\S+)", RegexOptions.Multiline)]
    private static partial Regex FromLine();

    [GeneratedRegex(@"^  (\w+):\n(?:    .*\n|\s*#.*\n)*?    image: (\S+)", RegexOptions.Multiline)]
    private static partial Regex ImageLine();
}
