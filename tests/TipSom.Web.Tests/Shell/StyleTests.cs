using System.IO.Compression;
using System.Text.RegularExpressions;

namespace TipSom.Web.Tests.Shell;

public sealed partial class StyleTests
{
    private static readonly string Css = Comment().Replace(File.ReadAllText(Path.Combine(Sources.Web, "wwwroot", "css", "site.css")), "");

    [Fact]
    public void One_style_sheet_serves_both_directions()
    {
        Assert.DoesNotMatch(@"(?<![-\w])(left|right)(?![-\w])", Css);
        Assert.DoesNotMatch(@"-(left|right)\b", Css);
        Assert.DoesNotMatch(@"float:\s*(left|right)", Css);
    }

    [Fact]
    public void No_shorthand_gives_two_sides_different_values()
    {
        var uneven = FourSides().Matches(Css).Where(match => match.Groups[3].Value != match.Groups[5].Value);

        Assert.Empty(uneven.Select(match => match.Value));
    }

    [Fact]
    public void Old_browsers_understand_it()
    {
        Assert.DoesNotContain("&", Css);
        Assert.DoesNotContain(":has(", Css);
        Assert.DoesNotContain("light-dark(", Css);
        Assert.DoesNotContain("@container", Css);
    }

    [Fact]
    public void It_asks_nothing_of_other_hosts() => Assert.DoesNotMatch(@"url\(|@import|https?:", Css);

    [Theory]
    [InlineData("css/site.css", 12 * 1024)]
    [InlineData("js/site.js", 4 * 1024)]
    [InlineData("js/drafts.js", 4 * 1024)]
    [InlineData("js/plots.js", 1024)]
    [InlineData("favicon.svg", 1024)]
    public void The_weight_stays_small_on_a_slow_line(string file, int limit)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Sources.Web, "wwwroot", file));
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];

        Assert.True(BrotliEncoder.TryCompress(bytes, packed, out var written, quality: 11, window: 22));

        Assert.InRange(written, 1, limit);
    }

    [Theory]
    [InlineData("light", "--ink", "--paper", 7)]
    [InlineData("light", "--soft", "--ground", 4.5)]
    [InlineData("light", "--soft", "--sunk", 4.5)]
    [InlineData("light", "--link", "--ground", 4.5)]
    [InlineData("light", "--on-act", "--act", 4.5)]
    [InlineData("light", "--on-brand", "--brand", 7)]
    [InlineData("light", "--edge", "--paper", 3)]
    [InlineData("light", "--good", "--good-bg", 4.5)]
    [InlineData("light", "--info", "--info-bg", 4.5)]
    [InlineData("light", "--warn", "--warn-bg", 4.5)]
    [InlineData("light", "--bad", "--bad-bg", 4.5)]
    [InlineData("dark", "--ink", "--paper", 7)]
    [InlineData("dark", "--soft", "--sunk", 4.5)]
    [InlineData("dark", "--link", "--paper", 4.5)]
    [InlineData("dark", "--on-act", "--act", 4.5)]
    [InlineData("dark", "--on-brand", "--brand", 7)]
    [InlineData("dark", "--edge", "--paper", 3)]
    [InlineData("dark", "--good", "--good-bg", 4.5)]
    [InlineData("dark", "--info", "--info-bg", 4.5)]
    [InlineData("dark", "--warn", "--warn-bg", 4.5)]
    [InlineData("dark", "--bad", "--bad-bg", 4.5)]
    [InlineData("light", "--plot-1", "--paper", 3)]
    [InlineData("light", "--plot-2", "--paper", 3)]
    [InlineData("light", "--plot-3", "--paper", 3)]
    [InlineData("light", "--plot-4", "--paper", 3)]
    [InlineData("light", "--plot-5", "--paper", 3)]
    [InlineData("light", "--plot-6", "--paper", 3)]
    [InlineData("dark", "--plot-1", "--paper", 3)]
    [InlineData("dark", "--plot-2", "--paper", 3)]
    [InlineData("dark", "--plot-3", "--paper", 3)]
    [InlineData("dark", "--plot-4", "--paper", 3)]
    [InlineData("dark", "--plot-5", "--paper", 3)]
    [InlineData("dark", "--plot-6", "--paper", 3)]
    public void Colours_can_be_told_apart(string scheme, string text, string ground, double least)
    {
        var ratio = Contrast(Luminance(Colour(scheme, text)), Luminance(Colour(scheme, ground)));

        Assert.True(ratio >= least, $"{text} on {ground} in {scheme}: {ratio:0.00}");
    }

    private static string Colour(string scheme, string token)
    {
        var roots = Root().Matches(Css).Select(match => match.Value).ToList();
        string? In(string block) => Regex.Match(block, token + @":\s*#([0-9a-f]{3,6});") is { Success: true } match ? match.Groups[1].Value : null;
        var hex = (scheme == "dark" ? In(roots[1]) : null) ?? In(roots[0])!;
        return hex.Length == 3 ? string.Concat(hex.Select(c => $"{c}{c}")) : hex;
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0;
            return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    private static double Contrast(double a, double b) => (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(margin|padding|inset|border-width|border-radius):\s*([^;{}\s]+)\s+([^;{}\s]+)\s+([^;{}\s]+)\s+([^;{}\s]+)\s*[;}]")]
    private static partial Regex FourSides();

    [GeneratedRegex(@":root \{.*?\}", RegexOptions.Singleline)]
    private static partial Regex Root();
}
