using System.Globalization;

namespace TipSom.Domain.Documents;

/// <summary>What a document is called. Sealed as one: either may hold a name.</summary>
/// <param name="FileName">The name under which it is given out, with the ending of what it is.</param>
/// <param name="Title">What people call it; null where its kind says enough.</param>
public sealed record DocumentName(string FileName, string? Title)
{
    /// <summary>Longest file name kept, in characters, ending included.</summary>
    public const int FileNameMaxLength = 100;

    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 80;

    // What no file system takes, or what means something to one.
    private const string Forbidden = "<>:\"/\\|?*%";

    /// <summary>
    /// The name of a file as it came, without folders, invisible characters and what file systems do not take, cut to length; with the
    /// ending of what the file is. Urdu stays as it is.
    /// </summary>
    public static string Plain(string given, FileFormat format)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(last.Where(c => !Forbidden.Contains(c) && !IsInvisible(c))).Trim(' ', '.');
        var stem = kept.Contains('.') ? kept[..kept.LastIndexOf('.')].Trim(' ', '.') : kept;
        var ending = format.Ending();
        var room = FileNameMaxLength - ending.Length;
        if (stem.Length > room)
            stem = stem[..(char.IsHighSurrogate(stem[room - 1]) ? room - 1 : room)].TrimEnd(' ', '.');
        return (stem.Length == 0 ? "document" : stem) + ending;
    }

    /// <summary>Whoever logs it by mistake logs no name.</summary>
    public override string ToString() => "name of a document";

    // Joiners are spelling in Urdu; what turns text round or hides it is not.
    private static bool IsInvisible(char c) => c is not ('\u200C' or '\u200D')
        && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
