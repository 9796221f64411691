namespace TipSom.Domain.Documents;

/// <summary>The Huffman tables of a JPEG as they stand before a scan (T.81, B.2.4.2 and C).</summary>
internal sealed class JpegTables
{
    private readonly JpegCodes?[] first = new JpegCodes?[4];
    private readonly JpegCodes?[] rest = new JpegCodes?[4];

    /// <summary>Codes of first coefficients.</summary>
    public JpegCodes First(int id) => first[id & 3] ?? throw PlainJpeg.Damaged();

    /// <summary>Codes of the others.</summary>
    public JpegCodes Rest(int id) => rest[id & 3] ?? throw PlainJpeg.Damaged();

    public void ReadHuffman(ReadOnlySpan<byte> segment)
    {
        while (segment.Length > 0)
        {
            if (segment.Length < 17 || segment[0] >> 4 > 1 || (segment[0] & 15) > 3)
                throw PlainJpeg.Damaged();
            var counts = segment.Slice(1, 16).ToArray();
            var total = counts.Sum(c => c);
            if (total > 256 || segment.Length < 17 + total)
                throw PlainJpeg.Damaged();
            (segment[0] >> 4 == 0 ? first : rest)[segment[0] & 15] = new JpegCodes(counts, segment.Slice(17, total).ToArray());
            segment = segment[(17 + total)..];
        }
    }

    public static void CheckQuantisation(ReadOnlySpan<byte> segment)
    {
        while (segment.Length > 0)
        {
            var length = segment[0] >> 4 == 0 ? 65 : 129;
            if (segment[0] >> 4 > 1 || (segment[0] & 15) > 3 || segment.Length < length)
                throw PlainJpeg.Damaged();
            segment = segment[length..];
        }
    }
}

/// <summary>One table of codes: the longer the code, the rarer the value.</summary>
internal sealed class JpegCodes
{
    private readonly int[] end = new int[17];
    private readonly int[] offset = new int[17];
    private readonly byte[] values;

    public JpegCodes(byte[] counts, byte[] values)
    {
        this.values = values;
        var (code, used) = (0, 0);
        for (var length = 1; length <= 16; length++)
        {
            offset[length] = used - code;
            code += counts[length - 1];
            used += counts[length - 1];
            if (code > 1 << length)
                throw PlainJpeg.Damaged();
            // Codes of this length lie below.
            end[length] = code;
            code <<= 1;
        }
    }

    /// <summary>Reads bits until they are a code; its value.</summary>
    public byte Read(ref JpegBits bits)
    {
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            code = (code << 1) | bits.Next();
            if (code < end[length])
                return values[offset[length] + code];
        }

        throw PlainJpeg.Damaged();
    }
}

/// <summary>The bits of a scan, without the zero that follows each byte of ones. A marker ends them.</summary>
internal ref struct JpegBits(byte[] file, int at)
{
    private int current;
    private int left;

    /// <summary>Where the next byte lies.</summary>
    public int At { get; private set; } = at;

    public int Next()
    {
        if (left == 0)
        {
            if (At >= file.Length || (file[At] == 0xFF && (At + 1 >= file.Length || file[At + 1] != 0)))
                throw PlainJpeg.Damaged();
            current = file[At];
            At += current == 0xFF ? 2 : 1;
            left = 8;
        }

        left--;
        return (current >> left) & 1;
    }

    public int Next(int count)
    {
        var number = 0;
        for (; count > 0; count--)
            number = (number << 1) | Next();
        return number;
    }

    /// <summary>Goes over the marker that stands between two parts of a scan; the bits before it that fill a byte mean nothing.</summary>
    public void PassRestart(int number)
    {
        left = 0;
        if (At + 2 > file.Length || file[At] != 0xFF || file[At + 1] != 0xD0 + (number & 7))
            throw PlainJpeg.Damaged();
        At += 2;
    }
}
