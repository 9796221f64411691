using System.Text;
using TipSom.Domain.Documents;
using TipSom.TestSupport;

namespace TipSom.Domain.Tests.Documents;

/// <summary>Which PDFs only show pages.</summary>
public sealed class PlainPdfTests
{
    private const string NotPdf = "This is not a PDF file.";
    private const string Locked = "This PDF is locked. Attach one that opens without a password.";
    private const string Active = "This PDF holds a program or another file. Print it to PDF and attach that.";
    private const string Swells = "This PDF is damaged, or unpacks to far more than pages need. Print it to PDF and attach that.";
    private const string Other = "This file can be read as something other than a PDF. Print it to PDF and attach that.";

    [Fact]
    public void A_plain_one_is_taken_as_it_is_with_its_pages_counted()
    {
        var pdf = TestFiles.Pdf([TestFiles.Stream("BT (page) Tj ET"u8.ToArray()), TestFiles.ObjectStream("9 0 << /Type /Page >> << /Type/Page/Parent 2 0 R >>")]);
        var file = PlainFile.Of("a.pdf", pdf);

        Assert.Equal((FileFormat.Pdf, 3), (file.Format, file.Pages));
        Assert.Equal(pdf, file.Content);
        Assert.Equal(1, PlainFile.Of("a.pdf", TestFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>")).Pages);
    }

    [Theory]
    [InlineData("<< /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("<< /S /J#61vaScript >>")]
    [InlineData("<< /S /Launch /F (cmd.exe) >>")]
    [InlineData("<< /Type /EmbeddedFile >>")]
    [InlineData("<< /Type /Filespec /EF << /F 5 0 R >> >>")]
    [InlineData("<< /Type /Filespec /EF 6 0 R >>")]
    [InlineData("<< /AA << /O << /S /URI /URI (https://example.org) >> >> >>")]
    [InlineData("<< /AA%comment\n5 0 R >>")]
    [InlineData("<< /OpenAction 5 0 R >>")]
    [InlineData("<< /OpenAction << /S /URI >> >>")]
    [InlineData("<< /AcroForm << /XFA 5 0 R >> >>")]
    [InlineData("<< /S /SubmitForm /F (https://example.org) >>")]
    [InlineData("<< /Subtype /RichMedia >>")]
    public void One_that_acts_or_carries_files_is_refused_in_clear_and_packed(string @object)
    {
        Assert.Equal(Active, Refusal(TestFiles.Pdf(@object)));
        Assert.Equal(Active, Refusal(TestFiles.Pdf([TestFiles.ObjectStream($"9 0 {@object}")])));
    }

    [Theory]
    [InlineData("<< /Type /Obj#53tm /Filter /FlateDecode >>\nstream\nx\nendstream")]
    [InlineData("<< /Type /ObjStm /Filter /FlateDecode >>\nstream\ncannot be looked into\nendstream")]
    [InlineData("<< /Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n00>\nendstream")]
    [InlineData("<< /Type /ObjStm /Filter /ASCIIHexDecode >>\nstream\n00>\nendstream")]
    [InlineData("<< /Type /ObjStm /X (stream\n) /Filter /FlateDecode >>\nstream\n00\nendstream")]
    [InlineData("<< /Type /ObjStm >>")]
    public void Objects_that_cannot_be_looked_into_are_refused(string @object) => Assert.Equal(Active, Refusal(TestFiles.Pdf(@object)));

    [Fact]
    public void A_predictor_that_would_hide_objects_is_refused() => Assert.Equal(
        Active, Refusal(TestFiles.Pdf([TestFiles.Stream("9 0 << /Type /Page >>"u8.ToArray(), "/Type /ObjStm /DecodeParms << /Predictor 12 >>")])));

    [Fact]
    public void What_swells_is_refused()
    {
        Assert.Equal(Swells, Refusal(TestFiles.Pdf([TestFiles.Stream(new byte[100 * 1024 * 1024])])));
        Assert.Equal(Active, Refusal(TestFiles.Pdf([TestFiles.Stream(new byte[17 * 1024 * 1024], "/Type /ObjStm")])));
        var many = TestFiles.Stream(new byte[60 * 1024 * 1024]);
        Assert.Equal(Swells, Refusal(TestFiles.Pdf([many, many, many, many, many])));
        Assert.Equal(Swells, Refusal(TestFiles.Pdf("<< /Filter [/FlateDecode /FlateDecode] >>\nstream\nx\nendstream")));
        Assert.Equal(Swells, Refusal(TestFiles.Pdf("<< /Filter /LZWDecode >>\nstream\nx\nendstream")));
        Assert.Equal(Swells, Refusal(TestFiles.Pdf("<< /Width 60000 /Height 60000 /Filter /DCTDecode >>\nstream\nx\nendstream")));
        Assert.Equal(Swells, Refusal(TestFiles.Pdf("<< /Filter /FlateDecode >>\nstream\nnot packed at all\nendstream")));
    }

    [Fact]
    public void A_locked_one_is_refused() => Assert.Equal(Locked, Refusal(TestFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R >>", "/Encrypt 5 0 R ")));

    [Fact]
    public void What_neither_begins_nor_ends_as_a_PDF_is_refused()
    {
        var pdf = TestFiles.Pdf();
        var text = Encoding.Latin1.GetString(pdf);
        foreach (var file in new[]
                 {
                     "%PDF-1.4 cut short", text[..^8], text + "<html><script>alert(1)</script>", text.Replace("startxref\n", "startxref\n9", StringComparison.Ordinal),
                     text.Replace("%PDF-1.7", "%PDF-9.7", StringComparison.Ordinal), text.Replace("/Type /Page ", "/Type /Sheet ", StringComparison.Ordinal)
                 })
            Assert.Equal(NotPdf, Refusal(Encoding.Latin1.GetBytes(file)));
        Assert.Equal(NotPdf, Refusal([.. pdf, .. TestFiles.Zip()]));
    }

    [Fact]
    public void What_is_something_else_as_well_is_refused()
    {
        Assert.Equal(Other, Refusal(TestFiles.Pdf("(<script>alert(1)</script>)")));
        Assert.Equal(Other, Refusal(TestFiles.Pdf([TestFiles.Zip()])));
    }

    private static string Refusal(byte[] pdf) => Assert.Throws<RuleBrokenException>(() => PlainFile.Of("a.pdf", pdf)).Sentence;
}
