using System.Runtime.InteropServices;

namespace TipSom.Domain.Names;

/// <summary>The different words of all names, by number, and which of them sound alike. There are few: a million people share some ten thousand.</summary>
internal sealed class Vocabulary
{
    // With fewer consonants too much is near.
    private const int ShortestToMishear = 3;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> sounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> misheard = new(StringComparer.Ordinal);
    private readonly List<(string Spelling, int Sound, bool IsWeak)> known = [];

    public string SpellingOf(int word) => known[word].Spelling;

    public int SoundOf(int word) => known[word].Sound;

    public bool IsWeak(int word) => known[word].IsWeak;

    /// <summary>The number of a word, which it gets when it is met first.</summary>
    public int Number(NameWord word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(words, word.Spelling, out var isKnown);
        if (!isKnown)
        {
            number = known.Count;
            known.Add((word.Spelling, NumberOfSound(word.Sound), word.IsWeak));
        }

        return number;
    }

    /// <summary>The number of a sound, or null where no name has it.</summary>
    public int? Heard(string sound) => sounds.TryGetValue(sound, out var number) ? number : null;

    /// <summary>Sounds that differ from this in one consonant, and so may be the same misheard or misspelt.</summary>
    public IEnumerable<int> HeardNearly(string sound)
    {
        var near = new HashSet<int>();
        if (sound.Length >= ShortestToMishear && misheard.TryGetValue(sound, out var longer))
            near.UnionWith(longer);
        foreach (var shorter in WithoutOne(sound))
        {
            if (shorter.Length >= ShortestToMishear && Heard(shorter) is { } heard)
                near.Add(heard);
            if (misheard.TryGetValue(shorter, out var others))
                near.UnionWith(others);
        }

        if (Heard(sound) is { } itself)
            near.Remove(itself);
        return near;
    }

    private int NumberOfSound(string sound)
    {
        if (sounds.TryGetValue(sound, out var number))
            return number;
        number = sounds.Count;
        sounds.Add(sound, number);
        foreach (var shorter in WithoutOne(sound))
        {
            if (!misheard.TryGetValue(shorter, out var all))
                misheard.Add(shorter, all = []);
            all.Add(number);
        }

        return number;
    }

    private static IEnumerable<string> WithoutOne(string sound) => sound.Length < ShortestToMishear
        ? []
        : Enumerable.Range(0, sound.Length).Select(i => sound.Remove(i, 1)).Distinct(StringComparer.Ordinal);
}
