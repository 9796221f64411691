using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TipSom.Journeys.Walk;

/// <summary>Asks axe-core about the page as it stands.</summary>
/// <remarks>It leaves text without a Latin letter or a digit out of its contrast check; the English look at the same page covers those colours.</remarks>
public static class Axe
{
    private static readonly string Source = ReadSource();

    // The package's own runner opens a further page for each run; pages of one frame need only the script itself.
    private const string Run =
        """
        async coloursOnly => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const only = coloursOnly ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: tags };
          const found = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
          return found.violations.flatMap(v => v.nodes.map(n => `${v.id} at ${n.target.join(' ')}: ${n.failureSummary.split('\n').slice(1).join('; ').trim()}`));
        }
        """;

    /// <summary>Brings axe-core along to every page of the window that is opened from now on.</summary>
    public static Task BringAsync(IBrowserContext context) => context.AddInitScriptAsync(Source);

    /// <summary>What is wrong with the page; with its colours alone, where nothing else changed since it was last asked.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, bool coloursOnly = false) =>
        await page.EvaluateAsync<string[]>(Run, coloursOnly);

    private static string ReadSource()
    {
        var library = typeof(AxeResult).Assembly;
        var name = library.GetManifestResourceNames().Single(n => n.EndsWith("axe.min.js", StringComparison.Ordinal));
        using var reader = new StreamReader(library.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
