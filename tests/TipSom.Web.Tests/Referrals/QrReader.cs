using System.Text;
using AngleSharp.Dom;

namespace TipSom.Web.Tests.Referrals;

/// <summary>Reads the digits of a QR code of the smallest size, as a camera would: undoes the mask, walks the columns, opens the bits.</summary>
internal static class QrReader
{
    private const int Size = 21, Quiet = 4;

    public static string Digits(IElement svg)
    {
        var dark = Modules(svg);
        // Mask: three bits beside the upper left eye, under the fixed pattern 10101 of the format.
        var mask = (Bit(dark[8, 2]) << 2 | Bit(dark[8, 3]) << 1 | Bit(dark[8, 4])) ^ 0b101;
        var bits = new StringBuilder();
        for (var (x, up) = (Size - 1, true); x > 0; x -= 2, up = !up)
        {
            // The sixth column is a ruler.
            if (x == 6)
                x--;
            for (var step = 0; step < Size; step++)
            {
                var y = up ? Size - 1 - step : step;
                foreach (var column in new[] { x, x - 1 })
                {
                    if (!IsFixed(column, y))
                        bits.Append(Bit(dark[y, column] ^ IsMasked(mask, y, column)));
                }
            }
        }

        var read = bits.ToString();
        Assert.Equal("0001", read[..4]);
        var count = Convert.ToInt32(read[4..14], 2);
        var digits = new StringBuilder();
        for (var (at, left) = (14, count); left > 0; left -= 3)
        {
            var (length, width) = left >= 3 ? (10, 3) : left == 2 ? (7, 2) : (4, 1);
            digits.Append(Convert.ToInt32(read.Substring(at, length), 2).ToString($"D{width}", System.Globalization.CultureInfo.InvariantCulture));
            at += length;
        }

        return digits.ToString();
    }

    private static bool[,] Modules(IElement svg)
    {
        Assert.Equal($"0 0 {Size + 2 * Quiet} {Size + 2 * Quiet}", svg.GetAttribute("viewBox"));
        var dark = new bool[Size, Size];
        foreach (var bar in svg.QuerySelector("path")!.GetAttribute("d")!.Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = bar.Split(' ', 'h', 'v').Take(3).Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            for (var i = 0; i < numbers[2]; i++)
                dark[numbers[1] - Quiet, numbers[0] - Quiet + i] = true;
        }

        return dark;
    }

    private static bool IsFixed(int x, int y) => x == 6 || y == 6 || x <= 8 && y <= 8 || x >= Size - 8 && y <= 8 || x <= 8 && y >= Size - 8;

    private static bool IsMasked(int mask, int y, int x) => mask switch
    {
        0 => (y + x) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (y + x) % 3 == 0,
        4 => (y / 2 + x / 3) % 2 == 0,
        5 => y * x % 2 + y * x % 3 == 0,
        6 => (y * x % 2 + y * x % 3) % 2 == 0,
        _ => ((y + x) % 2 + y * x % 3) % 2 == 0
    };

    private static int Bit(bool isSet) => isSet ? 1 : 0;
}
