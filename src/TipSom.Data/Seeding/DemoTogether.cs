using System.Globalization;
using System.Text;
using TipSom.Data.Cases;
using TipSom.Data.Documents;
using TipSom.Data.Identity;
using TipSom.Domain.Cases;
using TipSom.Domain.Documents;

namespace TipSom.Data.Seeding;

/// <summary>A case shared with the FIA circle, which answers, and a paper in it.</summary>
internal sealed class DemoTogether(DemoStage stage)
{
    public async Task PlayAsync(Case @case, User officer, DateTimeOffset at, CancellationToken ct)
    {
        var (sharing, files) = (new CaseSharing(stage.Db, stage.Cipher, stage.Clock), new CaseFiles(stage.Db, stage.Cipher, stage.Clock));
        var (supervisor, inspector) = (stage.Cast.Users[DemoPeople.LahoreSupervisor], stage.Cast.Users[DemoPeople.FiaLahoreOfficer]);
        var circle = new SharedWith(stage.Cast.Units["FIA-AHTC-LHR"], stage.Cast.Agencies["FIA"], false);
        var terms = new ShareTerms(true, true, true, "The same contractor sent families abroad.", PakistanTime.DayOf(at).AddDays(CaseShare.UsualDays));
        await stage.ActAsync(supervisor, at, by => sharing.Share(@case, circle, terms, true, by), ct);
        await stage.ActAsync(officer, at.AddHours(1), by => sharing.Write(@case, "ٹھیکیدار کا فون نمبر ملزمان کے صفحے پر ہے۔ کیا آپ کے پاس اس کا ریکارڈ ہے؟", by), ct);
        await stage.ActAsync(inspector, at.AddHours(2), by => sharing.Write(@case, "Yes, from an enquiry of last spring. We send what we may before noon.", by), ct);
        await stage.ActAsync(officer, at.AddHours(3), by => files.Add(
            @case, DocumentKind.MedicalPaper, null, PlainFile.Of("paper.pdf", Paper("Examination on arrival. Invented for the demo.")),
            new DocumentName("examination.pdf", "Medical examination on arrival"), by), ct);
    }

    /// <summary>A page with a line of writing on it, as the smallest PDF.</summary>
    private static byte[] Paper(string line)
    {
        var writing = $"BT /F1 18 Tf 60 760 Td ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {writing.Length} >>\nstream\n{writing}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        ];
        var (file, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var content in objects)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
