namespace TipSom.Domain.Names;

/// <summary>A word of a name as a search compares it, or two words that stand together and are written as one by others.</summary>
/// <param name="Spelling">The word in one alphabet for both scripts: consonants and the vowels a, i and u.</param>
/// <param name="Position">Which word of the name it is, counted from 0; of two words, the first.</param>
/// <param name="IsPair">Whether two words were put together.</param>
/// <param name="IsWeak">Whether so many bear it, or leave it out, that it tells little: a title, a clan, an honorific.</param>
public readonly record struct NameWord(string Spelling, int Position, bool IsPair, bool IsWeak)
{
    /// <summary>The consonants that are heard; the same for every spelling of a name in either script, and for some other names too.</summary>
    public string Sound => NameSpelling.SoundOf(Spelling);
}
