using System.IO.Compression;
using System.Text;
using TipSom.Domain.Agreements;

namespace TipSom.Domain.Tests.Agreements;

/// <summary>Which papers may be attached.</summary>
public sealed class AgreementDocumentTests
{
    private const string Page = "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n";
    private const string NotPdf = "This is not a PDF file.";
    private const string Locked = "This PDF is locked. Attach one that opens without a password.";
    private const string Active = "This PDF holds a program or another file. Print it to PDF and attach that.";

    [Fact]
    public void A_plain_one_is_sealed_for_its_own_random_id()
    {
        var sealedFor = Guid.Empty;
        var document = AgreementDocument.Attach(A.Agreement, Pdf(""), (id, pdf) => { sealedFor = id; return [.. pdf.Reverse()]; }, A.Officer, A.Now);

        Assert.Equal((sealedFor, 4), (document.Id, document.Id.Version));
        Assert.Equal(Pdf("").Reverse(), document.SealedContent);
        Assert.Equal((1, Pdf("").Length, A.Officer.UserId, A.Now), (document.Version, document.Length, document.AttachedById, document.AttachedAt));
    }

    [Theory]
    [InlineData("<html>%PDF-1.4 %%EOF", NotPdf)]
    [InlineData("%PDF-1.4 cut short", NotPdf)]
    [InlineData("", NotPdf)]
    [InlineData(Page + "trailer << /Encrypt 5 0 R >> %%EOF", Locked)]
    [InlineData(Page + "3 0 obj << /S /JavaScript /JS (app.alert(1)) >> %%EOF", Active)]
    [InlineData(Page + "3 0 obj << /S /J#61vaScript >> %%EOF", Active)]
    [InlineData(Page + "3 0 obj << /S /Launch >> %%EOF", Active)]
    [InlineData(Page + "3 0 obj << /Type /EmbeddedFile >> %%EOF", Active)]
    [InlineData(Page + "3 0 obj << /Type /Obj#53tm >> stream\nx endstream %%EOF", Active)]
    [InlineData(Page + "3 0 obj << /Type /ObjStm >> stream\ncannot be looked into endstream %%EOF", Active)]
    public void What_is_no_plain_PDF_is_refused(string file, string sentence) => Assert.Equal(sentence, RefusalOf(Encoding.Latin1.GetBytes(file)));

    [Theory]
    [InlineData("1 0 << /Type /Page >>", null)]
    [InlineData("1 0 << /S /JavaScript >>", Active)]
    [InlineData("1 0 << /S /L#61unch >>", Active)]
    public void What_stands_compressed_is_looked_into(string objects, string? sentence)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(Encoding.Latin1.GetBytes(objects));
        byte[] file = [.. Encoding.Latin1.GetBytes(Page + "3 0 obj << /Type /ObjStm >> stream\r\n"), .. packed.ToArray(), .. "\nendstream %%EOF"u8];

        if (sentence is null)
            Assert.NotNull(Attach(file));
        else
            Assert.Equal(sentence, RefusalOf(file));
    }

    [Fact]
    public void One_of_five_megabytes_is_taken_and_a_larger_one_is_not()
    {
        Assert.NotNull(Attach(Pdf(new string(' ', AgreementDocument.MaxLength - Pdf("").Length))));
        Assert.Equal(
            "This file is larger than 5 MB. Scan it again in black and white or with fewer dots.",
            RefusalOf(Pdf(new string(' ', AgreementDocument.MaxLength - Pdf("").Length + 1))));
    }

    private static byte[] Pdf(string filling) => Encoding.Latin1.GetBytes($"{Page}{filling}%%EOF\n");

    private static AgreementDocument Attach(byte[] file) => AgreementDocument.Attach(A.Agreement, file, (_, pdf) => pdf, A.Officer, A.Now);

    private static string RefusalOf(byte[] file) => Assert.Throws<RuleBrokenException>(() => Attach(file)).Sentence;
}
