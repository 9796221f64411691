namespace TipSom.Domain.Documents;

/// <summary>
/// Reads one scan of a JPEG, code by code, so that its end is where its last block ends and nothing lies between (T.81, F.2 and G.2). The
/// values themselves are not kept: a scan that can be read to its end is copied as it is.
/// </summary>
internal sealed class JpegScan(byte[] file, int begin, JpegFrame frame, JpegTables tables, int restartInterval)
{
    private readonly List<(JpegComponent Component, JpegCodes? Dc, JpegCodes? Ac)> parts = [];
    private int from, to, high;
    private int blocksToSkip;

    /// <summary>Reads to the end of the scan. Where it ends.</summary>
    public int Read(ReadOnlySpan<byte> head)
    {
        ReadHead(head);
        var bits = new JpegBits(file, begin);
        var alone = parts.Count == 1 ? parts[0].Component : null;
        var (across, down) = alone is null ? (frame.UnitsAcross, frame.UnitsDown) : (alone.BlocksAcross, alone.BlocksDown);
        var unit = 0;
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x < across; x++, unit++)
            {
                if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0)
                {
                    bits.PassRestart((unit / restartInterval) - 1);
                    blocksToSkip = 0;
                }

                if (alone is not null)
                    ReadBlock(ref bits, parts[0], (y * alone.RowLength) + x);
                else
                    ReadUnit(ref bits, x, y);
            }
        }

        return bits.At;
    }

    private void ReadHead(ReadOnlySpan<byte> head)
    {
        if (head.Length < 1 || head[0] is < 1 or > 4 || head.Length != 4 + (2 * head[0]))
            throw PlainJpeg.Damaged();
        var last = head[(1 + (2 * head[0]))..];
        (from, to, high) = (last[0], last[1], last[2] >> 4);
        var isRefined = high > 0;
        if (frame.IsProgressive
                ? from > to || to > 63 || (from == 0 && to > 0) || (from > 0 && head[0] > 1) || high > 13 || (last[2] & 15) > 13
                : (from, to, last[2]) != (0, 63, 0))
            throw PlainJpeg.Damaged();
        for (var i = 0; i < head[0]; i++)
        {
            var component = frame.Component(head[1 + (2 * i)]);
            var codes = head[2 + (2 * i)];
            if (parts.Any(p => p.Component == component) || (!frame.IsProgressive && component.IsSeen))
                throw PlainJpeg.Damaged();
            component.See();
            parts.Add((component, from == 0 && !isRefined ? tables.First(codes >> 4) : null, to > 0 ? tables.Rest(codes & 15) : null));
        }
    }

    private void ReadUnit(ref JpegBits bits, int x, int y)
    {
        foreach (var part in parts)
        {
            for (var v = 0; v < part.Component.Down; v++)
            {
                for (var h = 0; h < part.Component.Across; h++)
                    ReadBlock(ref bits, part, (((y * part.Component.Down) + v) * part.Component.RowLength) + (x * part.Component.Across) + h);
            }
        }
    }

    private void ReadBlock(ref JpegBits bits, (JpegComponent Component, JpegCodes? Dc, JpegCodes? Ac) part, int block)
    {
        if (!frame.IsProgressive)
            ReadWhole(ref bits, part.Dc!, part.Ac!);
        else if (from == 0)
            ReadFirst(ref bits, part.Dc);
        else if (high == 0)
            ReadRest(ref bits, part.Ac!, ref part.Component.NotZero[block]);
        else
            Refine(ref bits, part.Ac!, ref part.Component.NotZero[block]);
    }

    private static void ReadWhole(ref JpegBits bits, JpegCodes first, JpegCodes rest)
    {
        ReadFirst(ref bits, first);
        for (var k = 1; k < 64; k++)
        {
            var (zeros, length) = RunOf(rest.Read(ref bits));
            if (length == 0 && zeros == 0)
                return;
            k += zeros;
            if (k > 63 || (length == 0 && zeros != 15))
                throw PlainJpeg.Damaged();
            bits.Next(length);
        }
    }

    private static void ReadFirst(ref JpegBits bits, JpegCodes? first)
    {
        // Refined by one bit more.
        var length = first?.Read(ref bits) ?? 1;
        if (length > 15)
            throw PlainJpeg.Damaged();
        bits.Next(length);
    }

    private void ReadRest(ref JpegBits bits, JpegCodes rest, ref ulong notZero)
    {
        if (blocksToSkip > 0)
        {
            blocksToSkip--;
            return;
        }

        for (var k = from; k <= to; k++)
        {
            var (zeros, length) = RunOf(rest.Read(ref bits));
            if (length == 0 && zeros < 15)
            {
                blocksToSkip = (1 << zeros) - 1 + bits.Next(zeros);
                return;
            }

            k += zeros;
            if (k > to)
                throw PlainJpeg.Damaged();
            bits.Next(length);
            if (length > 0)
                notZero |= 1UL << k;
        }
    }

    private void Refine(ref JpegBits bits, JpegCodes rest, ref ulong notZero)
    {
        var k = from;
        for (; blocksToSkip == 0 && k <= to; k++)
        {
            var (zeros, length) = RunOf(rest.Read(ref bits));
            if (length > 1)
                throw PlainJpeg.Damaged();
            if (length == 0 && zeros < 15)
            {
                blocksToSkip = (1 << zeros) + bits.Next(zeros);
                break;
            }

            bits.Next(length);
            // Each coefficient that is set already is told one bit more; the zeros of the run lie between them.
            for (; k <= to; k++)
            {
                if ((notZero & (1UL << k)) != 0)
                    bits.Next();
                else if (zeros-- == 0)
                    break;
            }

            if (length == 0)
                continue;
            if (k > to)
                throw PlainJpeg.Damaged();
            notZero |= 1UL << k;
        }

        if (blocksToSkip == 0)
            return;
        for (; k <= to; k++)
        {
            if ((notZero & (1UL << k)) != 0)
                bits.Next();
        }

        blocksToSkip--;
    }

    private static (int Zeros, int Length) RunOf(byte code) => (code >> 4, code & 15);
}
