using System.Globalization;
using System.Text;

namespace TipSom.Domain.Names;

/// <summary>Reads a name, as somebody wrote it in Urdu or Roman letters, into the words a search compares.</summary>
public static class NameText
{
    /// <summary>Words beyond these are left out; no name a person gives has so many.</summary>
    public const int MostWords = 8;

    // Signs of kinship and forms of address, in both scripts: they are no part of the name.
    private static readonly HashSet<string> LeftOut =
    [
        "mst", "musamat", "mr", "mrs", "ms", "dr", "haji", "hajji", "so", "do", "wo", "s", "d", "w", "o", "al", "ul", "ur", "ud", "uz", "us", "un", "el",
        "alias", "urf", "son", "daughter", "wife", "of",
        "مسماۃ", "مسمات", "مسماہ", "جناب", "محترمہ", "ڈاکٹر", "حاجی", "ولد", "بنت", "زوجہ", "عرف", "ال"
    ];

    private static readonly HashSet<string> Weak =
    [
        .. ((string[])["bibi", "begum", "khatoon", "khan", "syed", "sheikh", "mian", "rai", "chaudhry", "malik", "mai", "shah", "muhammad",
            "mohammad", "mohammed", "muhammed", "bibee", "sayed", "shaikh", "chaudhary",
            "بی بی", "بی", "بیگم", "خاتون", "خان", "سید", "شیخ", "میاں", "رائے", "چوہدری", "ملک", "مائی", "شاہ", "محمد"]).Select(NameSpelling.Of)
    ];

    /// <summary>The words of a name in their order, then each two that stand together put into one.</summary>
    public static IReadOnlyList<NameWord> Read(string? name)
    {
        var words = Split(name).Where(word => !LeftOut.Contains(word)).Take(MostWords).ToList();
        var read = new List<NameWord>();
        for (var i = 0; i < words.Count; i++)
        {
            Add(words[i], i, isPair: false);
            // The article belongs to the word before it, and many leave it out.
            if (i > 0 && words[i].Length > 4 && words[i].StartsWith("ال", StringComparison.Ordinal))
                Add(words[i][2..], i, isPair: false);
        }

        for (var i = 0; i + 1 < words.Count; i++)
        {
            Add(words[i] + words[i + 1], i, isPair: true);
            if (words[i + 1].Length > 4 && words[i + 1].StartsWith("ال", StringComparison.Ordinal))
                Add(words[i] + words[i + 1][2..], i, isPair: true);
        }

        return read;

        void Add(string word, int position, bool isPair)
        {
            var spelling = NameSpelling.Of(word);
            if (spelling.Length > 0)
                read.Add(new NameWord(spelling, position, isPair, !isPair && Weak.Contains(spelling)));
        }
    }

    /// <summary>Letters alone, in one form for each letter; whatever else there is parts words.</summary>
    private static IEnumerable<string> Split(string? name)
    {
        var word = new StringBuilder();
        // Taken apart, an accent, a vowel sign or a hamza stands by itself and can be left out.
        foreach (var letter in (name ?? "").Normalize(NormalizationForm.FormD))
        {
            var category = char.GetUnicodeCategory(letter);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || letter is 'ـ' or '\'' or '’' or '.')
                continue;
            if (char.IsLetter(letter))
                word.Append(NameSpelling.OneForm(char.ToLowerInvariant(letter)));
            else if (word.Length > 0)
                yield return Take();
        }

        if (word.Length > 0)
            yield return Take();

        string Take()
        {
            var taken = word.ToString();
            word.Clear();
            return taken;
        }
    }
}
