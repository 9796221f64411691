using System.IO.Compression;

namespace TipSom.TestSupport;

/// <summary>A workbook as Excel writes it, with the least that can be read.</summary>
public static class Workbook
{
    /// <param name="rows">The rows of its one sheet.</param>
    /// <param name="fill">Megabytes of nothing beside it.</param>
    public static byte[] Of(string rows, int fill = 0)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            void Part(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
            }

            const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            const string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            const string package = "http://schemas.openxmlformats.org/package/2006/relationships";
            Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Part("_rels/.rels", $"<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{links}\"><sheets><sheet name=\"Register\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{links}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");

            var blanks = new byte[1024 * 1024];
            using var filled = zip.CreateEntry("xl/media/blank.bin").Open();
            for (var i = 0; i < fill; i++)
                filled.Write(blanks);
        }

        return memory.ToArray();
    }
}
