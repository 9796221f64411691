using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TipSom.Domain.Tests;

namespace TipSom.Web.Tests.Security;

/// <summary>
/// docs/asvs.md says of every requirement how it is met and which test proves it. asvs-5.0.0.csv lists the ids and levels of OWASP ASVS 5.0.0
/// that concern this product.
/// </summary>
public sealed partial class AsvsTests
{
    private static readonly string[] Reasons = ["document:", "the operator's:", "does not apply:"];

    private static readonly List<Row> Rows = [.. WrittenRows.Of("asvs.md").Where(cells => Id().IsMatch(cells[0])).Select(cells => new Row(cells))];

    [Fact]
    public void Every_requirement_is_there_once_with_its_level() =>
        Assert.Equal(Listed(), Rows.SelectMany(row => row.Ids.Select(id => $"{id},{row.Level}")).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_says_what_how_and_how_it_stands() => Assert.All(Rows, row =>
    {
        Assert.True(row.Cells.Length == 6 && row.Cells.All(cell => cell.Length > 0), row.Cells[0]);
        Assert.Contains(row.State, new[] { "met", "operator", "partly", "not met" });
    });

    [Fact]
    public void Every_row_names_a_test_that_exists_or_a_reason()
    {
        var tests = Tests();

        Assert.All(Rows, row =>
        {
            var named = NamedTest().Matches(row.Proof).Select(m => m.Groups[1].Value).ToList();
            Assert.All(named, name => Assert.True(tests.Contains(name), $"{row.Cells[0]} names {name}, which is no test"));
            Assert.True(named.Count > 0 || Reasons.Any(r => row.Proof.StartsWith(r, StringComparison.Ordinal)), $"{row.Cells[0]} names neither a test nor a reason");
        });
    }

    [Fact]
    public void Every_document_it_names_is_there() => Assert.All(
        Link().Matches(File.ReadAllText(Repository.PathOf("docs/asvs.md"))).Select(m => m.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal)),
        target =>
        {
            var (file, anchor) = target.Split('#') switch { [var f, var a] => (f, a), [var f, ..] => (f, null), _ => ("", null) };
            var path = Path.Combine(Repository.PathOf("docs"), file.Length > 0 ? file : "asvs.md");
            Assert.True(File.Exists(path), target);
            if (anchor is not null)
                Assert.Contains(anchor, File.ReadLines(path).Where(l => l.StartsWith('#')).Select(AnchorOf));
        });

    [Fact]
    public void What_levels_one_and_two_ask_is_met() =>
        Assert.DoesNotContain(Rows, row => row.Level != "3" && row.State is not ("met" or "operator"));

    [Fact]
    public void The_counts_at_the_top_are_those_of_the_rows()
    {
        var counts = WrittenRows.Of("asvs.md").Where(cells => cells[0] is "1 and 2" or "3").ToDictionary(cells => cells[0], cells => cells[1..].Select(int.Parse));

        Assert.Equal(CountsOf(row => row.Level != "3"), counts["1 and 2"]);
        Assert.Equal(CountsOf(row => row.Level == "3"), counts["3"]);
    }

    private static int[] CountsOf(Func<Row, bool> which)
    {
        var rows = Rows.Where(which).ToList();
        return [rows.Sum(r => r.Ids.Length), rows.Count, .. new[] { "met", "operator", "partly", "not met" }.Select(state => rows.Count(r => r.State == state))];
    }

    private static IEnumerable<string> Listed([CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "asvs-5.0.0.csv")).Skip(1).Order(StringComparer.Ordinal);

    // Every test of the house, as its class and its name: those of other programs are read from their source.
    private static HashSet<string> Tests() =>
    [
        .. from file in Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
           where !file.Contains("/obj/", StringComparison.Ordinal)
           let source = File.ReadAllText(file)
           from type in TestClass().Matches(source)
           from test in Test().Matches(source)
           select $"{type.Groups[1].Value}.{test.Groups[1].Value}"
    ];

    private static string AnchorOf(string head) =>
        string.Concat(head.TrimStart('#', ' ').ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c));

    [GeneratedRegex(@"^\d+\.\d+\.\d+")]
    private static partial Regex Id();

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"class (\w+Tests)\b")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b(?:(?!public ).)*public (?:static )?(?:async )?\w+ (\w+)\(", RegexOptions.Singleline)]
    private static partial Regex Test();

    private sealed record Row(string[] Cells)
    {
        public string Level => Cells[1];

        public string State => Cells[4];

        public string Proof => Cells[5];

        /// <summary>"13.2.1 / 13.2.2" and "15.4.1–15.4.4" stand for several.</summary>
        public string[] Ids => Cells[0].Split('–') switch
        {
            [var first, var last] => [.. Enumerable.Range(NumberOf(first), NumberOf(last) - NumberOf(first) + 1).Select(n => $"{first[..first.LastIndexOf('.')]}.{n}")],
            _ => Cells[0].Split(" / ")
        };

        private static int NumberOf(string id) => int.Parse(id[(id.LastIndexOf('.') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
