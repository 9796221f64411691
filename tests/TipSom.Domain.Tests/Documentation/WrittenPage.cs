using System.Text;

namespace TipSom.Domain.Tests.Documentation;

/// <summary>A page of <c>docs/</c> that is written from the code and therefore cannot fall behind it.</summary>
internal static class WrittenPage
{
    /// <summary>Passes when the file says what the code says. Otherwise rewrites the file and fails, so that somebody reads the difference.</summary>
    public static void IsUpToDate(string path, string text)
    {
        var file = Repository.PathOf(path);
        if (File.Exists(file) && File.ReadAllText(file) == text)
            return;
        File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Fail($"{path} did not say what the code says. It has been written anew: read the difference and commit it.");
    }

    /// <summary>A table of Markdown.</summary>
    public static string Table(IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows)
    {
        var head = heads.ToList();
        var lines = new List<string> { Line(head), Line(head.Select(_ => "---")) };
        lines.AddRange(rows.Select(Line));
        return string.Join('\n', lines);
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
