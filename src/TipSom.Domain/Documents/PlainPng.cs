using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TipSom.Domain.Documents;

/// <summary>
/// Reads a PNG to its last dot (ISO/IEC 15948) and writes it anew: head, palette, transparency and dots. Text, place, time, profiles and
/// whatever follows the end are gone. Refuses one that is not whole. Dots go from one stream to the other, never into memory at once.
/// </summary>
internal static class PlainPng
{
    private const int HeadLength = 13;

    private static readonly uint[] CrcTable = MakeCrcTable();

    // First column and row of the seven passes of an interlaced picture, and the steps between (Adam7).
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static (byte[] Content, int Width, int Height) Write(byte[] file)
    {
        Head? head = null;
        byte[] palette = [], transparency = [];
        using var packed = new MemoryStream();
        for (var at = Signature.Length; ;)
        {
            var (type, content, next) = ChunkAt(file, at);
            at = next;
            if (head is null != (type == "IHDR"))
                throw Damaged();
            if (type == "IHDR")
                head = Head.Read(content);
            else if (type == "PLTE")
                palette = content.Length is > 0 and <= 768 && content.Length % 3 == 0 && packed.Length == 0 ? content.ToArray() : throw Damaged();
            else if (type == "tRNS")
                transparency = content.Length <= 256 ? content.ToArray() : throw Damaged();
            else if (type == "IDAT")
                packed.Write(content);
            else if (type == "IEND")
                break;
            else if (char.IsAsciiLetterUpper(type[0]))
                throw Damaged();
        }

        if (head!.UsesPalette && palette.Length == 0)
            throw Damaged();
        using var written = new MemoryStream();
        written.Write(Signature);
        WriteChunk(written, "IHDR"u8, head.Bytes);
        if (palette.Length > 0 && head.MayHavePalette)
            WriteChunk(written, "PLTE"u8, palette);
        if (transparency.Length > 0)
            WriteChunk(written, "tRNS"u8, transparency);
        packed.Position = 0;
        WriteChunk(written, "IDAT"u8, Repack(packed, head));
        WriteChunk(written, "IEND"u8, []);
        return (written.ToArray(), head.Width, head.Height);
    }

    private static byte[] Repack(Stream packed, Head head)
    {
        using var repacked = new MemoryStream();
        try
        {
            using var from = new ZLibStream(packed, CompressionMode.Decompress);
            using (var to = new ZLibStream(repacked, CompressionLevel.Optimal, leaveOpen: true))
            {
                foreach (var (rowLength, rows) in head.PassSizes())
                {
                    // Each row begins with the number of its filter, 0 to 4.
                    var row = new byte[rowLength + 1];
                    for (var i = 0; i < rows; i++)
                    {
                        from.ReadExactly(row);
                        if (row[0] > 4)
                            throw Damaged();
                        to.Write(row);
                    }
                }
            }

            // Dots beyond the last are no dots.
            if (from.ReadByte() >= 0)
                throw Damaged();
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            throw Damaged();
        }

        return repacked.ToArray();
    }

    private static (string Type, byte[] Content, int Next) ChunkAt(byte[] file, int at)
    {
        if (at + 12 > file.Length)
            throw Damaged();
        var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
        if (length > file.Length - at - 12)
            throw Damaged();
        var end = at + 8 + (int)length;
        if (BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(end)) != Crc(file.AsSpan(at + 4, (int)length + 4)))
            throw Damaged();
        return (Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..end], end + 4);
    }

    private static void WriteChunk(MemoryStream to, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        to.Write(number);
        var begin = (int)to.Position;
        to.Write(type);
        to.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(to.GetBuffer().AsSpan(begin, content.Length + 4)));
        to.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
            crc = CrcTable[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }

        return table;
    }

    private static RuleBrokenException Damaged() => new(PlainFile.IsDamaged);

    /// <summary>What the first chunk says of the dots.</summary>
    private sealed record Head(byte[] Bytes, int Width, int Height, int Depth, int Colours, bool IsInterlaced)
    {
        public bool UsesPalette => Colours == 3;

        public bool MayHavePalette => Colours is 2 or 3 or 6;

        private int Channels => Colours switch { 0 or 3 => 1, 2 => 3, 4 => 2, _ => 4 };

        public static Head Read(byte[] content)
        {
            if (content.Length != HeadLength)
                throw Damaged();
            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(4)));
            if (width == 0 || height == 0 || width > int.MaxValue || height > int.MaxValue)
                throw Damaged();
            PlainFile.RefuseTooManyDots(width, height);
            var (depth, colours) = (content[8], content[9]);
            var fits = colours switch
            {
                0 => depth is 1 or 2 or 4 or 8 or 16,
                3 => depth is 1 or 2 or 4 or 8,
                2 or 4 or 6 => depth is 8 or 16,
                _ => false
            };
            if (!fits || content[10] != 0 || content[11] != 0 || content[12] > 1)
                throw Damaged();
            return new Head(content, (int)width, (int)height, depth, colours, content[12] == 1);
        }

        /// <summary>Bytes of a row without its filter, and how many rows, for each pass.</summary>
        public IEnumerable<(int RowLength, int Rows)> PassSizes() => IsInterlaced
            ? Passes.Select(p => (Width: Steps(Width, p.X, p.StepX), Height: Steps(Height, p.Y, p.StepY)))
                .Where(p => p.Width > 0 && p.Height > 0).Select(p => (RowLength(p.Width), p.Height))
            : [(RowLength(Width), Height)];

        private static int Steps(int length, int from, int step) => length <= from ? 0 : (length - from + step - 1) / step;

        private int RowLength(int width) => (int)((((long)width * Depth * Channels) + 7) / 8);
    }
}
