using Microsoft.Playwright;

namespace TipSom.Journeys.Walk;

/// <summary>What an Urdu reader would stumble over on the page as it stands.</summary>
public static class UrduText
{
    // Stored names stand in bdi or dir=auto and may be Latin; identifiers and the like stand in dir=ltr; the language switch says lang=en.
    private const string Find =
        """
        () => {
          const found = [];
          const allowed = /\b(TipSom|Ctrl\+P)\b/g;
          const number = /T[CDERS]-\d{4}-[0-9A-Z]{6}/;
          const latin = /[A-Za-z]{2,}/;
          const digits = /[+−-]\s?\d|\d\s*[-–−]\s*\d|\d+\s\d+|T[CDERS]-\d/;
          const root = document.documentElement;
          if (root.dir !== 'rtl' || root.lang !== 'ur-PK') found.push(`html is dir=${root.dir} lang=${root.lang}`);
          const where = e => { const p = e.closest('[id],[class]') ?? e; return `${e.tagName.toLowerCase()} in ${p.tagName.toLowerCase()}#${p.id}.${p.className}`; };
          const check = (text, element) => {
            if (latin.test(text.replace(allowed, ''))) found.push(`English in ${where(element)}: "${text.trim().slice(0, 90)}"`);
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode());) {
            // Where there is no markup, signs around a range hold it together.
            const e = node.parentElement, text = node.data.replace(/\u2066[^\u2069]*\u2069/g, '');
            if (!text.trim() || e.closest('script, style, noscript, textarea')) continue;
            const stored = e.closest('bdi, [dir=auto], [dir=ltr], [lang^=en]');
            if (!stored) check(text, e);
            const island = e.closest('[dir]');
            if (digits.test(text) && island.getAttribute('dir') !== 'ltr' && !e.closest('[dir=auto]')) found.push(`digits not held together in ${where(e)}: "${text.trim().slice(0, 90)}"`);
          }
          for (const e of document.querySelectorAll('[aria-label], [title], [alt], [placeholder], optgroup'))
            for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'label'])
              if (e.hasAttribute(name) && !e.closest('[lang^=en]')) check(e.getAttribute(name), e);
          for (const e of document.querySelectorAll('[data-label]')) check(e.dataset.label, e);
          check(document.title.replace(number, ''), document.head);
          for (const e of document.querySelectorAll('input[type=text], input[type=tel], input:not([type])'))
            if (digits.test(e.value) && !['ltr', 'auto'].includes(e.dir)) found.push(`the value of ${e.name} is not held together`);
          return found;
        }
        """;

    public static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page) => await page.EvaluateAsync<string[]>(Find);

    /// <summary>Urdu letters written as numbers: nothing a reader sees, but two thirds more bytes.</summary>
    public static bool HasEntities(string source) =>
        source.Contains("&#x6", StringComparison.OrdinalIgnoreCase) || source.Contains("&#1", StringComparison.Ordinal);
}
