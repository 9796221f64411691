using TipSom.Domain.Tests;

namespace TipSom.Web.Tests.Security;

/// <summary>The tables of a page of <c>docs/</c> that people write, for tests that hold it to the code.</summary>
internal static class WrittenRows
{
    /// <summary>Every row of every table of the page, cell by cell, without heads.</summary>
    public static List<string[]> Of(string page)
    {
        var lines = File.ReadAllLines(Repository.PathOf($"docs/{page}"));
        return [.. lines.Where((line, i) => line.StartsWith("| ", StringComparison.Ordinal) && !(i + 1 < lines.Length && IsRuler(lines[i + 1])))
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];
    }

    private static bool IsRuler(string line) => line.StartsWith("|-", StringComparison.Ordinal) || line.StartsWith("| -", StringComparison.Ordinal);
}
