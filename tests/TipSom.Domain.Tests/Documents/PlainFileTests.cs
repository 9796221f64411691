using System.Text;
using TipSom.Domain.Documents;
using TipSom.TestSupport;

namespace TipSom.Domain.Tests.Documents;

/// <summary>Which files are taken, and what of them is kept.</summary>
public sealed class PlainFileTests
{
    private const string IsDamaged = "This picture is damaged or is no whole picture. Photograph or scan it again.";

    [Fact]
    public void A_JPEG_keeps_its_dots_and_which_side_is_up_and_loses_the_rest()
    {
        var file = PlainFile.Of("a.JPEG", TestFiles.Jpeg(40, 24, [.. TestFiles.Exif(), .. TestFiles.Comment("Commentcanary")], "Tailcanary"u8.ToArray()));

        Assert.Equal((FileFormat.Jpeg, 40, 24), (file.Format, file.Width, file.Height));
        Assert.All(["GPS", "Commentcanary", "Tailcanary"], gone => Assert.DoesNotContain(gone, TextOf(file)));
        Assert.Contains("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006", TextOf(file));
        Assert.True(file.Content.AsSpan().EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]));
        // What was made plain is plain.
        Assert.Equal(file.Content, PlainFile.Of("a.jpg", file.Content).Content);
    }

    [Fact]
    public void A_JPEG_that_stands_upright_says_nothing_of_it() =>
        Assert.DoesNotContain("Exif", TextOf(PlainFile.Of("a.jpg", TestFiles.Jpeg(parts: TestFiles.Exif(orientation: 1)))));

    [Fact]
    public void A_JPEG_in_several_scans_is_read_to_its_end()
    {
        var picture = TestFiles.ProgressiveJpeg();

        Assert.Equal(picture, PlainFile.Of("a.jpg", picture).Content);
        // One bit less in the finest scan.
        Assert.Equal(IsDamaged, Refusal("a.jpg", [.. picture[..^4], .. picture[^2..]]));
    }

    [Theory]
    [InlineData(-2, "its end")]
    [InlineData(-3, "its last block")]
    [InlineData(-12, "its scan")]
    public void A_JPEG_without_its_end_is_refused(int without, string what)
    {
        Assert.NotEmpty(what);
        Assert.Equal(IsDamaged, Refusal("a.jpg", TestFiles.Jpeg()[..^-without]));
    }

    [Fact]
    public void Bytes_between_the_last_block_and_the_end_of_a_JPEG_are_refused()
    {
        var picture = TestFiles.Jpeg();

        Assert.Equal(IsDamaged, Refusal("a.jpg", [.. picture[..^2], .. TestFiles.Zip(), .. picture[^2..]]));
        Assert.Equal(IsDamaged, Refusal("a.jpg", [.. picture[..^2], 0x00, .. picture[^2..]]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_PNG_keeps_its_dots_and_loses_the_rest(bool isInterlaced)
    {
        byte[] chunks = [.. TestFiles.Chunk("tEXt", "Comment\0Textcanary"u8.ToArray()), .. TestFiles.Chunk("eXIf", "GPSCANARY"u8.ToArray())];
        var file = PlainFile.Of("a.png", TestFiles.Png(chunks: chunks, tail: TestFiles.Zip(), isInterlaced: isInterlaced));

        Assert.Equal((FileFormat.Png, 16, 16), (file.Format, file.Width, file.Height));
        Assert.All(["GPS", "Textcanary", "tEXt", "eXIf", "run.js"], gone => Assert.DoesNotContain(gone, TextOf(file)));
        Assert.True(file.Content.AsSpan().EndsWith(TestFiles.Chunk("IEND", [])));
        Assert.Equal(file.Content, PlainFile.Of("a.png", file.Content).Content);
    }

    [Theory]
    [InlineData("too few rows")]
    [InlineData("too many rows")]
    [InlineData("no filter of that number")]
    [InlineData("a wrong sum")]
    [InlineData("a part that must be understood")]
    [InlineData("no end")]
    public void A_PNG_that_is_not_whole_is_refused(string how)
    {
        var plain = TestFiles.Png();
        byte[] head = plain[..33];
        byte[] rows = how switch { "too few rows" => new byte[17 * 15], "too many rows" => new byte[17 * 17], "no filter of that number" => [5, .. new byte[271]], _ => new byte[272] };
        byte[] file = how switch
        {
            "a wrong sum" => [.. plain[..^1], 0],
            "a part that must be understood" => TestFiles.Png(chunks: TestFiles.Chunk("ABCD", [])),
            "no end" => plain[..^12],
            _ => [.. head, .. TestFiles.Chunk("IDAT", TestFiles.Packed(rows)), .. TestFiles.Chunk("IEND", [])]
        };

        Assert.Equal(IsDamaged, Refusal("a.png", file));
    }

    [Fact]
    public void A_picture_of_too_many_dots_is_refused_by_its_head()
    {
        const string sentence = "This picture has more than 24 million dots. Make it smaller and add it again.";

        Assert.Equal(sentence, Refusal("a.png", TestFiles.Png(claims: 50_000)));
        Assert.Equal(sentence, Refusal("a.jpg", TestFiles.Jpeg(claims: 65_500)));
        Assert.Equal(6000 * 4000, PlainFile.MostDots);
    }

    [Theory]
    [InlineData("a.exe", "Only JPEG, PNG and PDF files are taken.")]
    [InlineData("a", "Only JPEG, PNG and PDF files are taken.")]
    [InlineData("a.png", "This file is not what the ending of its name says. Only JPEG, PNG and PDF files are taken.")]
    [InlineData("a.pdf", "This file is not what the ending of its name says. Only JPEG, PNG and PDF files are taken.")]
    public void The_ending_says_what_it_is(string name, string sentence) => Assert.Equal(sentence, Refusal(name, TestFiles.Jpeg()));

    [Fact]
    public void An_empty_file_and_one_beyond_five_megabytes_are_refused()
    {
        Assert.Equal("This file is empty.", Refusal("a.pdf", []));
        Assert.Equal(PlainFile.IsTooLarge, Refusal("a.pdf", new byte[PlainFile.MaxLength + 1]));
    }

    [Theory]
    [InlineData(@"C:\people\..\Zainab.jpg", "Zainab.jpg")]
    [InlineData("../../etc/passwd.jpg", "passwd.jpg")]
    [InlineData("invoice\u202Egpj.jpg", "invoicegpj.jpg")]
    [InlineData("ایف آئی آر ۱۲۳.jpeg", "ایف آئی آر ۱۲۳.jpg")]
    [InlineData("a\"b\r\n<c>.jpg", "abc.jpg")]
    [InlineData("....jpg", "jpg.jpg")]
    [InlineData("..", "document.jpg")]
    [InlineData("", "document.jpg")]
    public void A_file_name_is_made_plain(string given, string kept) => Assert.Equal(kept, DocumentName.Plain(given, FileFormat.Jpeg));

    [Fact]
    public void A_long_file_name_is_cut_and_keeps_its_ending()
    {
        var name = DocumentName.Plain(new string('ن', 300) + ".pdf", FileFormat.Pdf);

        Assert.Equal(DocumentName.FileNameMaxLength, name.Length);
        Assert.EndsWith("ن.pdf", name, StringComparison.Ordinal);
    }

    private static string TextOf(PlainFile file) => Encoding.Latin1.GetString(file.Content);

    private static string Refusal(string name, byte[] file) => Assert.Throws<RuleBrokenException>(() => PlainFile.Of(name, file)).Sentence;
}
