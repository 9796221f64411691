using TipSom.Domain.Agreements;
using TipSom.TestSupport;

namespace TipSom.Domain.Tests.Agreements;

/// <summary>Which papers may be attached.</summary>
public sealed class AgreementDocumentTests
{
    private static readonly byte[] Plain = TestFiles.Pdf();

    [Fact]
    public void A_plain_one_is_sealed_for_its_own_random_id()
    {
        var sealedFor = Guid.Empty;
        var document = AgreementDocument.Attach(A.Agreement, Plain, (id, pdf) => { sealedFor = id; return [.. pdf.Reverse()]; }, A.Officer, A.Now);

        Assert.Equal((sealedFor, 4), (document.Id, document.Id.Version));
        Assert.Equal(Plain.Reverse(), document.SealedContent);
        Assert.Equal((1, Plain.Length, A.Officer.UserId, A.Now), (document.Version, document.Length, document.AttachedById, document.AttachedAt));
    }

    [Fact]
    public void What_is_no_plain_PDF_is_refused() => Assert.Equal(
        "This PDF holds a program or another file. Print it to PDF and attach that.",
        Assert.Throws<RuleBrokenException>(() => Attach(TestFiles.Pdf("<< /S /JavaScript /JS (app.alert(1)) >>"))).Sentence);

    [Fact]
    public void One_of_five_megabytes_is_taken_and_a_larger_one_is_not()
    {
        Assert.NotNull(Attach(Pdf(AgreementDocument.MaxLength)));
        Assert.Equal(
            "This file is larger than 5 MB. Scan it again in black and white or with fewer dots.",
            Assert.Throws<RuleBrokenException>(() => Attach(Pdf(AgreementDocument.MaxLength + 1))).Sentence);
    }

    private static byte[] Pdf(int length) => TestFiles.Pdf(new string(' ', length - TestFiles.Pdf(new string(' ', length)).Length + length));

    private static AgreementDocument Attach(byte[] file) => AgreementDocument.Attach(A.Agreement, file, (_, pdf) => pdf, A.Officer, A.Now);
}
