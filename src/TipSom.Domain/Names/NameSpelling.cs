using System.Text;

namespace TipSom.Domain.Names;

/// <summary>
/// Writes a word of a name, Urdu or Roman, in one small alphabet, so that spellings of one name come near each other. Urdu leaves short
/// vowels out and Roman writers choose among several; so consonants count for much and vowels for little.
/// </summary>
public static class NameSpelling
{
    // x stands for "sh", c for "ch". و and ی are w and y, which stand for a vowel as often.
    private const string UrduLetters = "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہیءټڼړښ";
    private const string TheirSounds = "abpttsjchkddzrrzzsxsztzagfkkglmnnwhyatnrx";

    // One after the other; C keeps "ch" out of the way while every other c becomes k.
    private static readonly (string Letters, string Sound)[] RomanGroups =
    [
        ("x", "ks"), ("sh", "x"), ("ck", "k"), ("ch", "C"), ("c", "k"), ("C", "c"), ("kh", "k"), ("gh", "g"),
        ("ph", "f"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("jh", "j"), ("zh", "z"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("ie", "i"), ("ei", "i"), ("q", "k"), ("v", "w"), ("e", "i"), ("o", "u")
    ];

    // Short forms and spellings that no rule brings together.
    private static readonly Dictionary<string, string> ShortForms = new (string Whole, string Others)[]
    {
        ("muhammad", "m md mhd mohd muhd mohmd"), ("chaudhry", "ch"), ("usman", "uthman othman"), ("abdul", "abd abdu abdur abdus abduz abdun عبد"),
        ("yaqoob", "yaqub"), ("yousaf", "joseph"), ("zohra", "zahra")
    }.SelectMany(name => name.Others.Split(' '), (name, other) => (other, name.Whole)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The word in the alphabet of sounds. Empty where no letter of it is known.</summary>
    public static string Of(string word)
    {
        if (ShortForms.TryGetValue(word, out var whole))
            word = whole;
        if (word.Length == 0)
            return "";
        return Single(word[0] < 0x250 ? OfRoman(word) : OfUrdu(word));
    }

    /// <summary>The consonants that are heard, after the first sound.</summary>
    public static string SoundOf(string spelling)
    {
        var sound = new StringBuilder();
        foreach (var letter in spelling)
        {
            var heard = letter switch { 'a' or 'i' or 'u' => 'a', 'x' => 's', _ => letter };
            if (sound.Length > 0 && heard is ('a' or 'h' or 'w' or 'y'))
                continue;
            if (sound.Length == 0 || sound[^1] != heard)
                sound.Append(heard);
        }

        return sound.ToString();
    }

    /// <summary>Letters that keyboards of several languages write differently, in the one form Urdu uses.</summary>
    internal static char OneForm(char letter) => letter switch
    {
        'ي' or 'ى' or 'ې' or 'ۍ' or 'ے' => 'ی',
        'ك' or 'ڪ' => 'ک',
        'ه' or 'ة' or 'ۃ' or 'ە' => 'ہ',
        'ٱ' => 'ا',
        _ => letter
    };

    private static string OfUrdu(string word)
    {
        var spelling = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            // The sign of breath changes p into f and is heard in no other name key.
            if (word[i] == 'ھ')
            {
                if (spelling.Length > 0 && spelling[^1] == 'p')
                    spelling[^1] = 'f';
            }
            else if (word[i] == 'ہ' && i == word.Length - 1 && i > 0)
            {
                spelling.Append('a');
            }
            else if (UrduLetters.IndexOf(word[i]) is var at and >= 0)
            {
                spelling.Append(TheirSounds[at]);
            }
        }

        return spelling.ToString();
    }

    private static string OfRoman(string word)
    {
        if (word.Length > 2 && word.EndsWith('h') && word[^2] is 'a' or 'e')
            word = word[..^1];
        foreach (var (letters, sound) in RomanGroups)
            word = word.Replace(letters, sound, StringComparison.Ordinal);
        return new string([.. word.Where(letter => letter is >= 'a' and <= 'z')]);
    }

    private static string Single(string spelling)
    {
        var single = new StringBuilder();
        foreach (var letter in spelling)
        {
            if (single.Length == 0 || single[^1] != letter)
                single.Append(letter);
        }

        return single.ToString();
    }
}
