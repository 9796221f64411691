using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace TipSom.Domain.Documents;

/// <summary>
/// Whether a file is a PDF that only shows pages (ISO 32000). Refuses what runs, starts or carries something else: people open these
/// files on the computers on which victims' records are read. What is named is looked for in every byte of the file, not only where a
/// reader should look, and in object streams once unpacked.
/// </summary>
internal static partial class PlainPdf
{
    // An object stream is small; one that swells beyond this is built to harm.
    private const int MostInObjects = 16 * 1024 * 1024;

    private const int MostObjectStreams = 2000;

    // A page scanned in colour unpacks to some 26 MB at 300 dots an inch.
    private const long MostInStream = 96L * 1024 * 1024;
    private const long MostInFile = 256L * 1024 * 1024;

    // A4 at 600 dots an inch, with a margin.
    private const long MostDots = 40_000_000;

    private const string ObjectStream = "/ObjStm";
    private const string NotPdf = "This is not a PDF file.";
    private const string IsActive = "This PDF holds a program or another file. Print it to PDF and attach that.";
    private const string CannotUnpack = "This PDF is damaged, or unpacks to far more than pages need. Print it to PDF and attach that.";

    private static readonly string[] Active =
    [
        "/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA", "/FileAttachment", "/Rendition", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR",
        "/Movie", "/Sound", "/Collection"
    ];

    // Read as something else, this file would be a page or a script.
    private static readonly string[] OfPages = ["<html", "<script", "<!doctype", "<?php"];

    /// <summary>Refuses anything but a plain, readable PDF. How many pages it has.</summary>
    public static int RefuseUnlessPlain(byte[] file)
    {
        // Latin-1 keeps each byte as one character.
        var text = Encoding.Latin1.GetString(file);
        if (!EndsAsPdf(text))
            throw new RuleBrokenException(NotPdf);
        var plain = NamesSpelledOut(text);
        if (plain.Contains("/Encrypt", StringComparison.Ordinal))
            throw new RuleBrokenException("This PDF is locked. Attach one that opens without a password.");
        if (Acts(plain) || Count(plain, ObjectStream) != Count(text, ObjectStream))
            throw new RuleBrokenException(IsActive);
        if (OfPages.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)) || EndsAsArchive(file))
            throw new RuleBrokenException("This file can be read as something other than a PDF. Print it to PDF and attach that.");
        var pages = Page().Count(plain) + PagesInObjects(text, file);
        RefuseSwelling(text, file);
        return pages > 0 ? pages : throw new RuleBrokenException(NotPdf);
    }

    private static bool EndsAsPdf(string text)
    {
        if (!Beginning().IsMatch(text[..Math.Min(text.Length, 16)]) || Ending().Match(text[^Math.Min(text.Length, 1024)..]) is not { Success: true } end)
            return false;
        var table = int.Parse(end.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return table < text.Length && Table().IsMatch(text.AsSpan(table, Math.Min(text.Length - table, 32)));
    }

    // The end of a ZIP may hide before the end of the PDF, as a comment of the ZIP.
    private static bool EndsAsArchive(ReadOnlySpan<byte> file) =>
        file[^Math.Min(file.Length, ushort.MaxValue + 22)..].IndexOf("PK\u0005\u0006"u8) >= 0 && file.IndexOf("PK\u0001\u0002"u8) >= 0;

    private static int Count(string text, string name) => text.Split(name).Length;

    private static bool Acts(string plain) => Active.Any(name => plain.Contains(name, StringComparison.Ordinal)) || ActsByItself().IsMatch(plain);

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

    /// <summary>Looks into every stream that holds objects. How many pages these hold.</summary>
    private static int PagesInObjects(string text, byte[] file)
    {
        var (pages, unpacked, streams) = (0, 0L, 0);
        for (var at = text.IndexOf(ObjectStream, StringComparison.Ordinal); at >= 0; at = text.IndexOf(ObjectStream, at + 1, StringComparison.Ordinal))
        {
            var stream = text.IndexOf("stream", at, StringComparison.Ordinal);
            if (stream < 0 || ++streams > MostObjectStreams)
                throw new RuleBrokenException(IsActive);
            var from = Math.Max(0, text.LastIndexOf("endstream", at, StringComparison.Ordinal));
            var dictionary = NamesSpelledOut(text[from..stream]);
            // Packed once and in one way, and nothing before it in which another stream could be played.
            if (text.AsSpan(at, stream - at).IndexOfAny('(', ')', '%') >= 0 || Filters().Count(dictionary) != 2
                || Count(dictionary, "/FlateDecode") != 2 || dictionary.Contains("/DecodeParms", StringComparison.Ordinal))
                throw new RuleBrokenException(IsActive);
            using var objects = new MemoryStream();
            unpacked += Inflate(file, AfterLine(text, stream + "stream".Length), objects, Math.Min(MostInObjects, MostInFile - unpacked));
            var spelled = NamesSpelledOut(Encoding.Latin1.GetString(objects.GetBuffer(), 0, (int)objects.Length));
            if (Acts(spelled))
                throw new RuleBrokenException(IsActive);
            pages += Page().Count(spelled);
        }

        return pages;
    }

    /// <summary>Unpacks every stream: what would fill the reader's memory is refused.</summary>
    private static void RefuseSwelling(string text, byte[] file)
    {
        var (from, unpacked) = (0, 0L);
        foreach (var stream in Stream().EnumerateMatches(text))
        {
            if (text[stream.Index] == 'e')
            {
                from = stream.Index + stream.Length;
                continue;
            }

            var dictionary = NamesSpelledOut(text[from..stream.Index]);
            from = stream.Index + stream.Length;
            // Packed twice, in ways nobody needs today, or a picture that is none.
            if (Packings().Count(dictionary) > 1 || dictionary.Contains("/LZWDecode", StringComparison.Ordinal)
                || NumberAfter(Width(), dictionary) * NumberAfter(Height(), dictionary) > MostDots)
                throw new RuleBrokenException(CannotUnpack);
            if (dictionary.Contains("/FlateDecode", StringComparison.Ordinal))
                unpacked += Inflate(file, AfterLine(text, from), null, Math.Min(MostInStream, MostInFile - unpacked));
        }
    }

    private static int AfterLine(string text, int at)
    {
        while (at < text.Length && text[at] is '\r' or '\n')
            at++;
        return at;
    }

    private static long NumberAfter(Regex name, string dictionary) =>
        name.Match(dictionary) is { Success: true } said ? long.Parse(said.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static long Inflate(byte[] file, int begin, MemoryStream? into, long most)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(file, begin, file.Length - begin), CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            var length = 0L;
            for (int read; (read = zlib.Read(buffer)) > 0;)
            {
                length += read;
                if (length > most)
                    throw new RuleBrokenException(into is null ? CannotUnpack : IsActive);
                into?.Write(buffer, 0, read);
            }

            return length;
        }
        catch (InvalidDataException)
        {
            throw new RuleBrokenException(into is null ? CannotUnpack : IsActive);
        }
    }

    [GeneratedRegex(@"^%PDF-[12]\.[0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Beginning();

    // What is captured by one that does not backtrack is wrong here, so this and the sizes end by time.
    [GeneratedRegex(@"startxref[\r\n\t ]+([0-9]{1,9})[\r\n\t ]+%%EOF[\r\n\t \0]*\z", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^[\r\n\t ]*(xref|[0-9]{1,10} [0-9]{1,5} obj)", RegexOptions.NonBacktracking)]
    private static partial Regex Table();

    // What a document, page or field does without being asked, and files it carries: the name and what a value begins with. A place to
    // open at, "/OpenAction [", is no act.
    [GeneratedRegex(@"/OpenAction([\0\t\n\f\r ]|%[^\r\n]*[\r\n])*[^\[\0\t\n\f\r %]|/(AA|EF)([\0\t\n\f\r ]|%[^\r\n]*[\r\n])*(<<|[0-9]+([\0\t\n\f\r ]|%[^\r\n]*[\r\n])+[0-9])", RegexOptions.NonBacktracking)]
    private static partial Regex ActsByItself();

    [GeneratedRegex(@"/Type[\0\t\n\f\r ]*/Page[^A-Za-z]", RegexOptions.NonBacktracking)]
    private static partial Regex Page();

    [GeneratedRegex(@"endstream|stream", RegexOptions.NonBacktracking)]
    private static partial Regex Stream();

    [GeneratedRegex(@"/Filter|/[A-Za-z0-9]*Decode[^A-Za-z]", RegexOptions.NonBacktracking)]
    private static partial Regex Filters();

    [GeneratedRegex(@"/(FlateDecode|RunLengthDecode)", RegexOptions.NonBacktracking)]
    private static partial Regex Packings();

    [GeneratedRegex(@"/Width[\0\t\n\f\r ]*([0-9]{1,9})", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Width();

    [GeneratedRegex(@"/Height[\0\t\n\f\r ]*([0-9]{1,9})", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Height();
}
