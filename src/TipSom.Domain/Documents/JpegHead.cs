using System.Buffers.Binary;

namespace TipSom.Domain.Documents;

/// <summary>The three things that stand beside a JPEG's picture and change how it looks.</summary>
/// <param name="IsJfif">Whether it follows JFIF.</param>
/// <param name="AdobeTransform">How colours are coded, where Adobe's mark says so.</param>
/// <param name="Orientation">Which side is up, 2 to 8; null where it is the first row.</param>
internal sealed record JpegHead(bool IsJfif, byte? AdobeTransform, byte? Orientation)
{
    private const int OrientationTag = 0x0112;

    public static JpegHead Read(ReadOnlySpan<byte> file)
    {
        var head = new JpegHead(false, null, null);
        var at = 2;
        // What is broken here is refused by who reads the whole.
        while (at + 4 <= file.Length && file[at] == 0xFF && file[at + 1] is not (0xDA or 0xD9))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
                break;
            var segment = file.Slice(at + 4, length - 2);
            head = file[at + 1] switch
            {
                0xE0 when segment.StartsWith("JFIF\0"u8) => head with { IsJfif = true },
                0xE1 when segment.StartsWith("Exif\0\0"u8) => head with { Orientation = head.Orientation ?? OrientationIn(segment[6..]) },
                0xEE when segment.Length >= 12 && segment.StartsWith("Adobe"u8) && segment[11] <= 2 => head with { AdobeTransform = segment[11] },
                _ => head
            };
            at += 2 + length;
        }

        return head;
    }

    private static byte? OrientationIn(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return null;
        var isLittle = tiff[0] == (byte)'I';
        var first = Number(tiff[4..], 4, isLittle);
        if (first > tiff.Length - 2)
            return null;
        var count = Number(tiff[(int)first..], 2, isLittle);
        for (var i = 0; i < count; i++)
        {
            var entry = first + 2 + (i * 12);
            if (entry + 12 > tiff.Length)
                return null;
            if (Number(tiff[(int)entry..], 2, isLittle) == OrientationTag)
                return Number(tiff[((int)entry + 8)..], 2, isLittle) is >= 2 and <= 8 and var up ? (byte)up : null;
        }

        return null;
    }

    private static long Number(ReadOnlySpan<byte> bytes, int length, bool isLittle)
    {
        var number = 0L;
        for (var i = 0; i < length; i++)
            number = (number << 8) | bytes[isLittle ? length - 1 - i : i];
        return number;
    }
}
