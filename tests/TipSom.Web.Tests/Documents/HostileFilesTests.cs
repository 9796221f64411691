using System.Net;
using System.Text;
using TipSom.Domain.Documents;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Documents;

/// <summary>Every hostile file we could think of, added through the page: refused with its sentence, or made harmless. The table is that of docs/decisions/0026.</summary>
public sealed class HostileFilesTests(DocumentSite site) : IClassFixture<DocumentSite>
{
    private const string WrongContent = "This file is not what the ending of its name says. Only JPEG, PNG and PDF files are taken.";
    private const string WrongEnding = "Only JPEG, PNG and PDF files are taken.";
    private const string Active = "This PDF holds a program or another file. Print it to PDF and attach that.";
    private const string Damaged = "This picture is damaged or is no whole picture. Photograph or scan it again.";
    private const string Other = "This file can be read as something other than a PDF. Print it to PDF and attach that.";
    private const string Swells = "This PDF is damaged, or unpacks to far more than pages need. Print it to PDF and attach that.";
    private const string Dots = "This picture has more than 24 million dots. Make it smaller and add it again.";

    private static readonly Dictionary<string, Hostile> Files = new Hostile[]
    {
        // Polyglots.
        new("JPEG with a ZIP after its end", "a.jpg", () => TestFiles.Jpeg(tail: TestFiles.Zip()), Gone: "PK"),
        new("JPEG with a ZIP before its end", "a.jpg", () => Inside(TestFiles.Jpeg(), 2, TestFiles.Zip()), Damaged),
        new("PNG with a ZIP after its end", "a.png", () => TestFiles.Png(tail: TestFiles.Zip()), Gone: "PK"),
        new("PDF with a page of HTML after it", "a.pdf", () => [.. TestFiles.Pdf(), .. "<html><script>alert(1)</script></html>"u8], "This is not a PDF file."),
        new("PDF with a page of HTML in it", "a.pdf", () => TestFiles.Pdf("(<html><script>alert(1)</script></html>)"), Other),
        new("PDF that begins late", "a.pdf", () => [.. "<html>"u8, .. TestFiles.Pdf()], WrongContent),
        new("PDF with a ZIP in it", "a.pdf", () => TestFiles.Pdf([TestFiles.Zip()]), Other),
        new("GIF called JPEG", "a.jpg", () => Encoding.Latin1.GetBytes("GIF89a\u0001\0\u0001\0\0\0\0;"), WrongContent),
        new("SVG called PNG", "a.png", () => Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), WrongContent),
        new("JPEG called PNG", "a.png", () => TestFiles.Jpeg(), WrongContent),
        // Bombs.
        new("PNG of 50,000 by 50,000 dots", "a.png", () => TestFiles.Png(claims: 50_000), Dots),
        new("JPEG of 65,500 by 65,500 dots", "a.jpg", () => TestFiles.Jpeg(claims: 65_500), Dots),
        new("PNG with more dots than it says", "a.png", () => [.. TestFiles.Png()[..33], .. TestFiles.Chunk("IDAT", TestFiles.Packed(new byte[50_000_000])), .. TestFiles.Chunk("IEND", [])], Damaged),
        new("PDF that unpacks to 100 MB", "a.pdf", () => TestFiles.Pdf([TestFiles.Stream(new byte[100 * 1024 * 1024])]), Swells),
        new("PDF packed twice", "a.pdf", () => TestFiles.Pdf("<< /Filter [/FlateDecode /FlateDecode] >>\nstream\nx\nendstream"), Swells),
        // What stands beside a picture.
        new("JPEG with the place in EXIF", "a.jpg", () => TestFiles.Jpeg(parts: TestFiles.Exif()), Gone: TestFiles.Place),
        new("JPEG with a comment", "a.jpg", () => TestFiles.Jpeg(parts: TestFiles.Comment("Zarmeena Canarybird")), Gone: "Canarybird"),
        new("PNG with a text", "a.png", () => TestFiles.Png(chunks: TestFiles.Chunk("tEXt", "Author\0Zarmeena Canarybird"u8.ToArray())), Gone: "Canarybird"),
        new("PNG with the place in EXIF", "a.png", () => TestFiles.Png(chunks: TestFiles.Chunk("eXIf", Encoding.UTF8.GetBytes(TestFiles.Place))), Gone: TestFiles.Place),
        // What a PDF may do.
        new("PDF with a script", "a.pdf", () => TestFiles.Pdf("<< /S /JavaScript /JS (app.alert(1)) >>"), Active),
        new("PDF with a script whose name is spelled in numbers", "a.pdf", () => TestFiles.Pdf("<< /S /J#61vaScript >>"), Active),
        new("PDF with a script in packed objects", "a.pdf", () => TestFiles.Pdf([TestFiles.ObjectStream("9 0 << /S /JavaScript >>")]), Active),
        new("PDF with another file in it", "a.pdf", () => TestFiles.Pdf("<< /Type /Filespec /EF << /F 5 0 R >> >>"), Active),
        new("PDF that starts a program when it is opened", "a.pdf", () => TestFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (cmd.exe) >> >>"), Active),
        new("PDF that acts when it is opened", "a.pdf", () => TestFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R /OpenAction 9 0 R >>"), Active),
        new("PDF that acts when a page is shown", "a.pdf", () => TestFiles.Pdf("<< /AA << /O 9 0 R >> >>"), Active),
        new("PDF with an XFA form", "a.pdf", () => TestFiles.Pdf("<< /AcroForm << /XFA 9 0 R >> >>"), Active),
        new("PDF that is locked", "a.pdf", () => TestFiles.PdfOf("<< /Type /Catalog /Pages 2 0 R >>", "/Encrypt 9 0 R "), "This PDF is locked. Attach one that opens without a password."),
        new("PDF cut short", "a.pdf", () => TestFiles.Pdf()[..^10], "This is not a PDF file."),
        // Names and sizes.
        new("Program called by its name", "a.exe", () => TestFiles.Jpeg(), WrongEnding),
        new("Two endings", "a.pdf.exe", () => TestFiles.Pdf(), WrongEnding),
        new("Nothing", "a.pdf", () => [], "This file is empty."),
        new("More than 5 MB", "a.pdf", () => new byte[PlainFile.MaxLength + 1], PlainFile.IsTooLarge),
        new("Name with folders", "../../etc/passwd.pdf", () => TestFiles.Pdf(), Name: "passwd.pdf"),
        new("Name with folders of Windows", @"C:\Windows\a.pdf", () => TestFiles.Pdf(), Name: "a.pdf"),
        new("Name turned round", "invoice\u202Efdp.exe", () => TestFiles.Pdf(), WrongEnding),
        new("Name turned round before its ending", "invoice\u202Eexe.pdf", () => TestFiles.Pdf(), Name: "invoiceexe.pdf"),
        new("Name of 300 letters", new string('x', 296) + ".pdf", () => TestFiles.Pdf(), Name: new string('x', 96) + ".pdf"),
        new("Name in Urdu", "ایف آئی آر.pdf", () => TestFiles.Pdf(), Name: "ایف آئی آر.pdf"),
        new("EICAR in a PDF", "a.pdf", () => TestFiles.Pdf($"({TestFiles.Eicar})"), Infected: true)
    }.ToDictionary(f => f.What);

    public static TheoryData<string> All => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Refused_or_made_harmless(string what)
    {
        var file = Files[what];
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var answer = await site.AddAsync(site.Officer, @case, file.Content(), file.Called);

        TestContext.Current.TestOutputHelper!.WriteLine($"| {what} | {(file.Sentence is { } s ? $"refused: {s}" : file.Infected ? "scanner: never opened, emptied" : "taken, made harmless")} |");
        if (file.Sentence is { } sentence)
        {
            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Conflict, HttpStatusCode.OK]);
            Assert.Equal([sentence], (await answer.HtmlAsync()).Errors());
            Assert.Equal(0, await site.AskAsync<long>("select count(*) from casework.case_documents where case_id = $1", @case.Id));
            return;
        }

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await site.ScanAsync();
        var document = await site.NewestAsync(@case);
        Assert.Equal(file.Infected ? DocumentScan.Infected : DocumentScan.Clean, document.Scan);
        if (file.Infected)
        {
            Assert.Equal(0, await site.AskAsync<int>("select length(sealed_content) from casework.case_document_contents where document_id = $1", document.Id));
            return;
        }

        var given = await site.Officer.SubmitAsync(await site.Officer.OpenAsync(DocumentSite.UrlOf(@case, document, "file")));
        var content = Encoding.Latin1.GetString(await given.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        if (file.Gone is { } gone)
            Assert.DoesNotContain(gone, content);
        if (file.Name is { } name)
            Assert.Equal(name, given.Content.Headers.ContentDisposition!.FileNameStar);
    }

    private static byte[] Inside(byte[] file, int beforeEnd, byte[] other) => [.. file[..^beforeEnd], .. other, .. file[^beforeEnd..]];

    /// <param name="What">What it is.</param>
    /// <param name="Called">Its name.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="Sentence">What refuses it; null where it is taken.</param>
    /// <param name="Gone">What is no longer in it.</param>
    /// <param name="Name">What it is called afterwards.</param>
    /// <param name="Infected">Whether the scanner finds it.</param>
    private sealed record Hostile(string What, string Called, Func<byte[]> Content, string? Sentence = null, string? Gone = null, string? Name = null, bool Infected = false);
}
