using System.Buffers.Binary;

namespace TipSom.Domain.Documents;

/// <summary>The frame of a JPEG: its size and its components (T.81, B.2.2).</summary>
internal sealed class JpegFrame
{
    private readonly JpegComponent[] components;

    private JpegFrame(int width, int height, bool isProgressive, JpegComponent[] components)
    {
        (Width, Height, IsProgressive) = (width, height, isProgressive);
        this.components = components;
        var (across, down) = (components.Max(c => c.Across), components.Max(c => c.Down));
        (UnitsAcross, UnitsDown) = (Parts(width, 8 * across), Parts(height, 8 * down));
        foreach (var component in components)
        {
            component.FitInto(
                Parts(Parts(width * component.Across, across), 8), Parts(Parts(height * component.Down, down), 8), UnitsAcross, isProgressive ? UnitsDown : 0);
        }
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsProgressive { get; }

    /// <summary>Units of an interleaved scan.</summary>
    public int UnitsAcross { get; }

    public int UnitsDown { get; }

    /// <summary>Whether every component has been in a scan.</summary>
    public bool IsComplete => components.All(c => c.IsSeen);

    public static JpegFrame Read(ReadOnlySpan<byte> segment, bool isProgressive)
    {
        if (segment.Length < 6 || segment[0] != 8)
            throw PlainJpeg.Damaged();
        int height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), count = segment[5];
        if (width == 0 || height == 0 || count is not (1 or 3 or 4) || segment.Length != 6 + (3 * count))
            throw PlainJpeg.Damaged();
        PlainFile.RefuseTooManyDots(width, height);
        var components = new JpegComponent[count];
        for (var i = 0; i < count; i++)
        {
            var said = segment.Slice(6 + (3 * i), 3).ToArray();
            if (said[1] >> 4 is < 1 or > 4 || (said[1] & 15) is < 1 or > 4 || said[2] > 3 || components.Take(i).Any(c => c.Id == said[0]))
                throw PlainJpeg.Damaged();
            components[i] = new JpegComponent(said[0], said[1] >> 4, said[1] & 15);
        }

        return new JpegFrame(width, height, isProgressive, components);
    }

    public JpegComponent Component(byte id) => components.FirstOrDefault(c => c.Id == id) ?? throw PlainJpeg.Damaged();

    private static int Parts(int length, int part) => (length + part - 1) / part;
}

/// <summary>One component of a frame, such as brightness.</summary>
internal sealed class JpegComponent(byte id, int across, int down)
{
    public byte Id => id;

    /// <summary>Blocks in a unit of an interleaved scan, across and down.</summary>
    public int Across => across;

    public int Down => down;

    /// <summary>Blocks of a scan of this component alone.</summary>
    public int BlocksAcross { get; private set; }

    public int BlocksDown { get; private set; }

    /// <summary>Blocks in a row, with those that fill the last unit.</summary>
    public int RowLength { get; private set; }

    /// <summary>Which of the 64 coefficients of each block an earlier scan has set; only a progressive picture asks.</summary>
    public ulong[] NotZero { get; private set; } = [];

    /// <summary>Whether a scan held it.</summary>
    public bool IsSeen { get; private set; }

    /// <summary>Once the sizes of all components are known.</summary>
    /// <param name="blocksAcross">Blocks of a scan of this component alone, across.</param>
    /// <param name="blocksDown">The same, down.</param>
    /// <param name="unitsAcross">Units of an interleaved scan, across.</param>
    /// <param name="rowsKept">Units down whose coefficients are remembered; none where no scan comes back to them.</param>
    public void FitInto(int blocksAcross, int blocksDown, int unitsAcross, int rowsKept)
    {
        (BlocksAcross, BlocksDown, RowLength) = (blocksAcross, blocksDown, unitsAcross * Across);
        NotZero = new ulong[RowLength * rowsKept * Down];
    }

    /// <summary>A scan holds it.</summary>
    public void See() => IsSeen = true;
}
