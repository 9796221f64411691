using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace TipSom.TestSupport;

/// <summary>Files as people add them to a case: plain ones, and the parts of which harmful ones are made.</summary>
public static class TestFiles
{
    /// <summary>What every virus scanner calls harmful, and nothing else is harmed by.</summary>
    public static string Eicar => string.Concat(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>Place of a photograph in the words of a camera, to be searched for afterwards.</summary>
    public const string Place = "GPSCANARY";

    /// <summary>A grey JPEG; its head may claim another size. Parts stand before the picture, the tail after its end.</summary>
    public static byte[] Jpeg(int width = 16, int height = 16, byte[]? parts = null, byte[]? tail = null, int? claims = null) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. parts ?? [], .. Quantisation, .. Frame(0xC0, claims ?? width, claims ?? height),
        .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]), .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. Zeros(2 * Blocks(width, height)), 0xFF, 0xD9, .. tail ?? []
    ];

    /// <summary>A grey JPEG in six scans, each finer than the one before; the second block has values that later scans tell more of.</summary>
    public static byte[] ProgressiveJpeg() =>
    [
        0xFF, 0xD8, .. Quantisation, .. Frame(0xC2, 16, 8), .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]),
        // Codes of two bits: 00 end of this block, 01 a value of one bit, 10 end of two blocks or three.
        .. Segment(0xC4, [0x10, 0, 3, .. new byte[14], 0x00, 0x01, 0x10]),
        .. Segment(0xDA, [1, 1, 0, 0, 0, 0x01]), .. Bits("00"),
        .. Segment(0xDA, [1, 1, 0, 0, 0, 0x10]), .. Bits("11"),
        // First block: nothing. Second: one value, then its end.
        .. Segment(0xDA, [1, 1, 0, 1, 5, 0x01]), .. Bits("00" + "011" + "00"),
        // Both blocks end at once; the value set before is told one bit more.
        .. Segment(0xDA, [1, 1, 0, 1, 5, 0x10]), .. Bits("100" + "1"),
        .. Segment(0xDA, [1, 1, 0, 6, 63, 0x01]), .. Bits("100"),
        .. Segment(0xDA, [1, 1, 0, 6, 63, 0x10]), .. Bits("010" + "00" + "00"),
        0xFF, 0xD9
    ];

    /// <summary>What a telephone writes beside a photograph: which side is up, and where it was taken.</summary>
    public static byte[] Exif(byte orientation = 6) => Segment(0xE1,
        [.. "Exif\0\0II*\0\u0008\0\0\0\u0002\0"u8, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, .. "GPSCANARY 31.5204N 74.3587E"u8]);

    /// <summary>A comment of a JPEG.</summary>
    public static byte[] Comment(string text) => Segment(0xFE, Encoding.UTF8.GetBytes(text));

    /// <summary>A grey PNG of one dot a byte; its head may claim another size.</summary>
    public static byte[] Png(int width = 16, int height = 16, byte[]? chunks = null, byte[]? tail = null, bool isInterlaced = false, int? claims = null)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, claims ?? width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), claims ?? height);
        head[8] = 8;
        head[12] = (byte)(isInterlaced ? 1 : 0);
        var dots = isInterlaced
            ? ((int, int)[])[(2, 2), (2, 2), (4, 2), (4, 4), (8, 4), (8, 8), (16, 8)]
            : [(width, height)];
        var rows = dots.SelectMany(d => Enumerable.Repeat((byte[])[0, .. Enumerable.Repeat((byte)0x77, d.Item1)], d.Item2)).SelectMany(r => r).ToArray();
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", head), .. chunks ?? [], .. Chunk("IDAT", Packed(rows)), .. Chunk("IEND", []), .. tail ?? []];
    }

    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        var number = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(number.AsSpan(4), Crc(body));
        return [.. number[..4], .. body, .. number[4..]];
    }

    /// <summary>A PDF of one page with further objects, its table of contents and its end.</summary>
    public static byte[] Pdf(params IEnumerable<byte[]> objects) => PdfOf("<< /Type /Catalog /Pages 2 0 R >>", "", objects);

    /// <summary>The same with further objects as text.</summary>
    public static byte[] Pdf(string @object) => Pdf(Encoding.Latin1.GetBytes(@object));

    /// <summary>A PDF with another catalogue, or more in its trailer.</summary>
    public static byte[] PdfOf(string catalogue, string trailer = "", params IEnumerable<byte[]> objects)
    {
        var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.7\n");
        foreach (var content in (IEnumerable<byte[]>)
                 [Latin(catalogue), Latin("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), Latin("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"), .. objects])
        {
            offsets.Add(file.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n"));
            file.Write(content);
            Write("\nendobj\n");
        }

        var table = file.Position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {trailer}>>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();

        void Write(string text) => file.Write(Latin(text));
    }

    /// <summary>An object that is a packed stream.</summary>
    public static byte[] Stream(byte[] content, string more = "") =>
        [.. Latin($"<< /Length 1 {more} /Filter /FlateDecode >>\nstream\r\n"), .. Packed(content), .. "\nendstream"u8];

    /// <summary>Objects inside a packed stream.</summary>
    public static byte[] ObjectStream(string objects) => Stream(Latin(objects), "/Type /ObjStm /N 1 /First 4");

    /// <summary>The smallest ZIP archive with a file in it.</summary>
    public static byte[] Zip()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("run.js").Open();
            entry.Write("alert(1)"u8);
        }

        return file.ToArray();
    }

    public static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(content);
        return packed.ToArray();
    }

    private static byte[] Quantisation => Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);

    private static byte[] Frame(byte marker, int width, int height) =>
        Segment(marker, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);

    private static int Blocks(int width, int height) => (width + 7) / 8 * ((height + 7) / 8);

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Zeros(int bits) => Bits(new string('0', bits));

    // Filled up with ones, as the standard says.
    private static byte[] Bits(string bits) =>
        [.. bits.PadRight((bits.Length + 7) / 8 * 8, '1').Chunk(8).SelectMany(b => Convert.ToByte(new string(b), 2) is 0xFF ? (byte[])[0xFF, 0] : [Convert.ToByte(new string(b), 2)])];

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
