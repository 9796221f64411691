using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace TipSom.Web.Imports;

/// <summary>Registers as files that people open in Excel: UTF-8 with its mark, and no cell that Excel would run as a formula.</summary>
public static class RegisterSheet
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',
        NewLine = "\r\n"
    };

    /// <summary>Headings that are recognised, in the order in which fields are asked for.</summary>
    public static string[] Heading { get; } =
    [
        "case", "date found", "kind", "district", "border", "FIR", "sex", "age", "name", "father's name", "CNIC", "phone", "what happened"
    ];

    /// <summary>A person who does not exist.</summary>
    public static string[] Example { get; } =
    [
        "1", "2026-03-09", "TIP", "Lahore", "no", "123/2026", "F", "16", "Zarmina (example)", "Gulfraz", "90000-1234567-1", "0300-0000000",
        "Found at a brick kiln, kept for a debt of her father."
    ];

    /// <summary>The lines as a file.</summary>
    public static byte[] Of(IEnumerable<string[]> lines)
    {
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, Format))
            foreach (var line in lines)
            {
                foreach (var cell in line)
                    csv.WriteField(cell);
                csv.NextRecord();
            }

        return memory.ToArray();
    }
}
