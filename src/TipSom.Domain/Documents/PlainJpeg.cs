using System.Buffers.Binary;

namespace TipSom.Domain.Documents;

/// <summary>
/// Reads a JPEG to its last block (ITU-T T.81, Huffman coding) and writes it anew from what its dots need: tables, frame, scans. Place,
/// camera, thumbnails, comments, bytes between or after the scans are gone. Of all that stood beside the picture only which side is up is
/// written again, a number from 2 to 8. Refuses one that is not whole.
/// </summary>
internal sealed class PlainJpeg : IDisposable
{
    // A progressive picture has about ten; more only keep a reader busy.
    private const int MostScans = 64;

    private readonly byte[] file;
    private readonly MemoryStream written = new();
    private readonly JpegTables tables = new();
    private JpegFrame? frame;
    private int restartInterval;
    private int scans;

    private PlainJpeg(byte[] file) => this.file = file;

    public static (byte[] Content, int Width, int Height) Write(byte[] file)
    {
        using var picture = new PlainJpeg(file);
        return picture.Write();
    }

    public void Dispose() => written.Dispose();

    private (byte[] Content, int Width, int Height) Write()
    {
        WriteHead();
        var at = 2;
        for (; ; )
        {
            var marker = MarkerAt(ref at);
            if (marker == 0xD9)
                break;
            if (at + 2 > file.Length)
                throw Damaged();
            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));
            if (length < 2 || at + length > file.Length)
                throw Damaged();
            var segment = file.AsSpan(at + 2, length - 2);
            at += length;
            if (Take(marker, segment))
                WriteSegment(marker, segment);
            if (marker == 0xDA)
                at = CopyScan(segment, at);
        }

        if (frame is null || !frame.IsComplete)
            throw Damaged();
        written.Write([0xFF, 0xD9]);
        return (written.ToArray(), frame.Width, frame.Height);
    }

    /// <summary>Checks a segment; whether it is written again.</summary>
    private bool Take(int marker, ReadOnlySpan<byte> segment)
    {
        switch (marker)
        {
            case 0xDB:
                JpegTables.CheckQuantisation(segment);
                return true;
            case 0xC4:
                tables.ReadHuffman(segment);
                return true;
            case 0xC0 or 0xC1 or 0xC2 when frame is null:
                frame = JpegFrame.Read(segment, isProgressive: marker == 0xC2);
                return true;
            case 0xDD when segment.Length == 2:
                restartInterval = BinaryPrimitives.ReadUInt16BigEndian(segment);
                return true;
            case 0xDA:
                return true;
            case >= 0xE0 and <= 0xEF or 0xFE:
                return false;
            default:
                throw Damaged();
        }
    }

    private int CopyScan(ReadOnlySpan<byte> segment, int at)
    {
        if (frame is null || ++scans > MostScans)
            throw Damaged();
        var end = new JpegScan(file, at, frame, tables, restartInterval).Read(segment);
        written.Write(file.AsSpan(at, end - at));
        return end;
    }

    // JFIF and Adobe's mark say how colours are coded, which side is up is said in a block of our own. Nothing of the file's is copied.
    private void WriteHead()
    {
        var head = JpegHead.Read(file);
        written.Write([0xFF, 0xD8]);
        if (head.IsJfif)
            WriteSegment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        if (head.Orientation is { } up)
            WriteSegment(0xE1, [.. "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8, up, 0, 0, 0, 0, 0, 0]);
        if (head.AdobeTransform is { } transform)
            WriteSegment(0xEE, [.. "Adobe\0"u8, 100, 0, 0, 0, 0, transform]);
    }

    private void WriteSegment(int marker, ReadOnlySpan<byte> segment)
    {
        var length = segment.Length + 2;
        written.Write([0xFF, (byte)marker, (byte)(length >> 8), (byte)length]);
        written.Write(segment);
    }

    private int MarkerAt(ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF)
            throw Damaged();
        while (at < file.Length && file[at] == 0xFF)
            at++;
        return at < file.Length ? file[at++] : throw Damaged();
    }

    public static RuleBrokenException Damaged() => new(PlainFile.IsDamaged);
}
