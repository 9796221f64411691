namespace TipSom.Domain.Documents;

/// <summary>What a document may be. Nothing else is taken.</summary>
public enum FileFormat
{
    /// <summary>JPEG picture (ITU-T T.81), without arithmetic coding.</summary>
    Jpeg,

    /// <summary>PNG picture (ISO/IEC 15948).</summary>
    Png,

    /// <summary>PDF that only shows pages (ISO 32000).</summary>
    Pdf
}

/// <summary>What follows from a format.</summary>
public static class FileFormats
{
    /// <summary>The ending of its file name.</summary>
    public static string Ending(this FileFormat format) => format switch
    {
        FileFormat.Jpeg => ".jpg",
        FileFormat.Png => ".png",
        FileFormat.Pdf => ".pdf"
    };

    /// <summary>Its media type.</summary>
    public static string MediaType(this FileFormat format) => format switch
    {
        FileFormat.Jpeg => "image/jpeg",
        FileFormat.Png => "image/png",
        FileFormat.Pdf => "application/pdf"
    };
}

/// <summary>
/// A file that is what it says and nothing besides: its ending, its first bytes and the whole of its content agree. A picture is written
/// anew without what the camera or the sender put beside it; a PDF stays as it came, and is refused where it does more than show pages.
/// </summary>
public sealed class PlainFile
{
    /// <summary>Largest file, in bytes: 5 MB.</summary>
    public const int MaxLength = 5 * 1024 * 1024;

    /// <summary>Most dots of a picture: 24 million. Asked of its head, before anything is unpacked.</summary>
    public const int MostDots = 24_000_000;

    /// <summary>The sentence that refuses a file beyond <see cref="MaxLength"/>.</summary>
    public const string IsTooLarge = "This file is larger than 5 MB. Scan it again in black and white or with fewer dots.";

    internal const string IsDamaged = "This picture is damaged or is no whole picture. Photograph or scan it again.";

    private const string WrongEnding = "Only JPEG, PNG and PDF files are taken.";

    private const string WrongContent = "This file is not what the ending of its name says. Only JPEG, PNG and PDF files are taken.";

    private PlainFile(FileFormat format, byte[] content, int? width, int? height, int? pages) =>
        (Format, Content, Width, Height, Pages) = (format, content, width, height, pages);

    /// <summary>What it is.</summary>
    public FileFormat Format { get; }

    /// <summary>The file as it may be kept.</summary>
    public byte[] Content { get; }

    /// <summary>Width of a picture, in dots.</summary>
    public int? Width { get; }

    /// <summary>Height of a picture, in dots.</summary>
    public int? Height { get; }

    /// <summary>Pages of a PDF.</summary>
    public int? Pages { get; }

    /// <summary>Takes a file as it came. Refuses what is too large, of another kind than its name says, damaged, or more than it seems.</summary>
    public static PlainFile Of(string name, byte[] file)
    {
        if (file.Length == 0)
            throw new RuleBrokenException("This file is empty.");
        if (file.Length > MaxLength)
            throw new RuleBrokenException(IsTooLarge);
        var format = name[(name.LastIndexOf('.') + 1)..].ToUpperInvariant() switch
        {
            "JPG" or "JPEG" => FileFormat.Jpeg,
            "PNG" => FileFormat.Png,
            "PDF" => FileFormat.Pdf,
            _ => throw new RuleBrokenException(WrongEnding)
        };
        if (!file.AsSpan().StartsWith(SignatureOf(format)))
            throw new RuleBrokenException(WrongContent);
        return format switch
        {
            FileFormat.Jpeg => Picture(format, PlainJpeg.Write(file)),
            FileFormat.Png => Picture(format, PlainPng.Write(file)),
            FileFormat.Pdf => new PlainFile(format, file, null, null, PlainPdf.RefuseUnlessPlain(file))
        };
    }

    internal static void RefuseTooManyDots(long width, long height)
    {
        if (width * height > MostDots)
            throw new RuleBrokenException("This picture has more than 24 million dots. Make it smaller and add it again.");
    }

    private static PlainFile Picture(FileFormat format, (byte[] Content, int Width, int Height) picture) =>
        picture.Content.Length <= MaxLength
            ? new PlainFile(format, picture.Content, picture.Width, picture.Height, null)
            : throw new RuleBrokenException(IsTooLarge);

    private static ReadOnlySpan<byte> SignatureOf(FileFormat format) => format switch
    {
        FileFormat.Jpeg => [0xFF, 0xD8, 0xFF],
        FileFormat.Png => PlainPng.Signature,
        FileFormat.Pdf => "%PDF-"u8
    };
}
