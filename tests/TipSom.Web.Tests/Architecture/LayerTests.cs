using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Web.Filters;
using TipSom.Web.Startup;

namespace TipSom.Web.Tests.Architecture;

/// <summary>The house rules a compiler does not know.</summary>
public sealed partial class LayerTests
{
    private static readonly string Root = FindRoot();

    [Theory]
    [InlineData("TipSom.Domain", "")]
    [InlineData("TipSom.Data", "TipSom.Domain")]
    [InlineData("TipSom.Web", "TipSom.Data")]
    public void A_layer_refers_to_the_one_below_and_no_other(string project, string below)
    {
        var references = XDocument.Load(Path.Combine(Root, "src", project, $"{project}.csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Equal(below.Split(',', StringSplitOptions.RemoveEmptyEntries), references);
    }

    [Fact]
    public void Data_knows_nothing_of_pages() => Assert.DoesNotContain(
        typeof(TipSomDbContext).Assembly.GetReferencedAssemblies(), a => a.Name is "TipSom.Web" || a.Name!.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal));

    [Fact]
    public void No_page_binds_an_entity()
    {
        var bound = Pages().SelectMany(p => p.GetProperties()).Where(p => p.GetCustomAttribute<BindPropertyAttribute>() is not null)
            .SelectMany(p => p.PropertyType.GetProperties().Select(inner => inner.PropertyType).Append(p.PropertyType));

        Assert.DoesNotContain(bound, t => t.Assembly == typeof(Case).Assembly && !t.IsEnum);
    }

    [Fact]
    public void A_file_on_its_way_in_is_never_written_to_a_disk_in_clear()
    {
        var takers = Pages().Where(p => p.GetCustomAttribute<LargestFormAttribute>() is not null).ToList();

        Assert.Equal(5, takers.Count);
        Assert.All(takers, p =>
        {
            var limits = p.GetCustomAttribute<RequestFormLimitsAttribute>();
            Assert.True(limits is not null && limits.MemoryBufferThreshold == limits.MultipartBodyLengthLimit, p.FullName);
        });
    }

    [Fact]
    public void Refusals_are_caught_in_one_place_and_nowhere_in_a_page() =>
        Assert.DoesNotContain(Sources("src/TipSom.Web/Pages", "*.cs"), f => Catch().IsMatch(File.ReadAllText(f)));

    [Fact]
    public void No_markup_and_no_sql_is_put_together_from_texts() =>
        Assert.DoesNotContain(Sources("src", "*.cs").Concat(Sources("src", "*.cshtml")), f => RawText().IsMatch(File.ReadAllText(f)));

    [Fact]
    public void Opening_a_page_saves_nothing() => Assert.DoesNotContain(
        Sources("src/TipSom.Web/Pages", "*.cs"), f => Opening().Matches(File.ReadAllText(f)).Any(m => Saving().IsMatch(m.Value)));

    [Fact]
    public void Nobody_is_called_but_the_scanner_and_the_mail_server() => Assert.Equal(
        ["Clamd.cs", "MailSender.cs"],
        Sources("src", "*.cs").Where(f => Outward().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void No_pattern_can_be_made_to_run_for_long() => Assert.Empty(
        from file in Sources("src", "*.cs").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
        from line in File.ReadLines(file)
        where Pattern().IsMatch(line) && !line.Contains("RegexOptions.NonBacktracking", StringComparison.Ordinal) && !line.Contains("matchTimeoutMilliseconds", StringComparison.Ordinal)
        select $"{Path.GetFileName(file)}: {line.Trim()}");

    [Fact]
    public void Work_beside_requests_outlives_a_failure() => Assert.All(
        typeof(Ui).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(BackgroundService)) && !t.IsAbstract), t => Assert.True(t.IsSubclassOf(typeof(Worker)), t.Name));

    [Fact]
    public void Files_stay_short_enough_to_read()
    {
        var files = Sources("src", "*.cs").Concat(Sources("src", "*.cshtml")).Concat(Sources("src", "*.sql")).Concat(Sources("tests", "*.cs"))
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => (File: f, Lines: File.ReadLines(f).Count()));

        Assert.DoesNotContain(files, f => f.Lines > (f.File.Contains("/tests/", StringComparison.Ordinal) ? 400 : 300));
    }

    private static IEnumerable<Type> Pages() => typeof(Ui).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)));

    private static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "TipSom.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"\bcatch\s*[\(\{]")]
    private static partial Regex Catch();

    // What answers GET, up to the next member.
    [GeneratedRegex(@"\bOnGet\w*\((?:(?!\n    (public|protected|private) ).)*", RegexOptions.Singleline)]
    private static partial Regex Opening();

    [GeneratedRegex("SaveChanges|ExecuteUpdate|ExecuteDelete|ExecuteSql")]
    private static partial Regex Saving();

    [GeneratedRegex(@"\b(HttpClient|WebRequest|WebClient|TcpClient|UdpClient|SmtpClient)\b|new Socket\(")]
    private static partial Regex Outward();

    // An attribute of a field ends by itself after two seconds.
    [GeneratedRegex(@"\[GeneratedRegex\(|new Regex\(|\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count)\(")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"Html\.Raw|FromSqlRaw|ExecuteSqlRaw|SqlQueryRaw|AppendHtml\(\$|EnableSensitiveDataLogging|ILike\(|Functions\.Like\(|TempData|JsonPolymorphic|JsonDerivedType|TypeNameHandling")]
    private static partial Regex RawText();
}
