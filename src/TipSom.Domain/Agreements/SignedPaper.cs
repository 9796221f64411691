using System.IO.Compression;
using System.Text;

namespace TipSom.Domain.Agreements;

/// <summary>
/// Whether a file is a PDF that only shows pages (ISO 32000). Refuses what runs, starts or carries something else: people open these
/// files on the computers on which victims' records are read.
/// </summary>
internal static class SignedPaper
{
    // An object stream is small; one that swells beyond this is built to harm.
    private const int MostInflated = 16 * 1024 * 1024;

    private const string ObjectStream = "/ObjStm";

    private static readonly string[] Active = ["/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia"];

    /// <summary>Refuses anything but a plain, readable PDF.</summary>
    public static void RefuseUnlessPlain(byte[] file)
    {
        // Latin-1 keeps each byte as one character.
        var text = Encoding.Latin1.GetString(file);
        if (!text.StartsWith("%PDF-", StringComparison.Ordinal) || !text.AsSpan(Math.Max(0, text.Length - 1024)).Contains("%%EOF", StringComparison.Ordinal))
            throw new RuleBrokenException("This is not a PDF file.");
        var plain = NamesSpelledOut(text);
        if (plain.Contains("/Encrypt", StringComparison.Ordinal))
            throw new RuleBrokenException("This PDF is locked. Attach one that opens without a password.");
        if (IsActive(plain) || Count(plain, ObjectStream) != Count(text, ObjectStream) || ObjectStreams(text, file).Any(part => part is null || IsActive(NamesSpelledOut(part))))
            throw new RuleBrokenException("This PDF holds a program or another file. Print it to PDF and attach that.");
    }

    private static int Count(string text, string name) => text.Split(name).Length;

    private static bool IsActive(string text) => Active.Any(name => text.Contains(name, StringComparison.Ordinal));

    // "/J#61vaScript" is the same name as "/JavaScript".
    private static string NamesSpelledOut(string text)
    {
        if (!text.Contains('#'))
            return text;
        var spelled = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isCode = text[i] == '#' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]);
            spelled.Append(isCode ? (char)Convert.ToByte(text.Substring(i + 1, 2), 16) : text[i]);
            i += isCode ? 2 : 0;
        }

        return spelled.ToString();
    }

    // Since PDF 1.5 objects may stand compressed inside a stream. Null: one that cannot be looked into.
    private static IEnumerable<string?> ObjectStreams(string text, byte[] file)
    {
        const string keyword = "stream";
        for (var at = text.IndexOf(ObjectStream, StringComparison.Ordinal); at >= 0; at = text.IndexOf(ObjectStream, at + 1, StringComparison.Ordinal))
        {
            var begin = text.IndexOf(keyword, at, StringComparison.Ordinal);
            if (begin < 0)
                yield break;
            begin += keyword.Length;
            while (begin < file.Length && file[begin] is (byte)'\r' or (byte)'\n')
                begin++;
            yield return Inflated(file, begin);
        }
    }

    private static string? Inflated(byte[] file, int begin)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(file, begin, file.Length - begin), CompressionMode.Decompress);
            var content = new byte[MostInflated];
            var length = zlib.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return length == content.Length ? null : Encoding.Latin1.GetString(content, 0, length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
