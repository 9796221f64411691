using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TipSom.Data.Seeding;

namespace TipSom.Data.Copies;

/// <summary>
/// Puts invented values of the same shape in the place of what was sealed. The same value becomes the same invention everywhere in one copy, so that
/// who was found twice still is; the key of that is forgotten with the run.
/// </summary>
internal sealed class Inventions
{
    private const string Words = "Words of a test copy, which tell of nobody. ";
    private const string UrduWords = "یہ آزمائشی نقل کے الفاظ ہیں، کسی شخص کے بارے میں نہیں۔ ";

    private static readonly HashSet<string> Names =
    [
        "Name", "NameInOtherScript", "FatherName", "HusbandName", "MotherName", "Nickname", "Aliases", "RecordedInPresenceOf", "RecordingOfficer",
        "MeetsWho", "OfficerName"
    ];

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Something of the same shape that was never anybody's.</summary>
    /// <param name="value">What was sealed.</param>
    /// <param name="days">By how many days the days of its case are moved.</param>
    public JsonNode? Of(JsonNode? value, int days) => Of(value, "", days);

    private JsonNode? Of(JsonNode? value, string property, int days)
    {
        switch (value)
        {
            case JsonObject fields:
                var made = new JsonObject();
                foreach (var (name, field) in fields)
                    made[name] = Of(field, name, days);
                // Two spellings of one name stay two spellings of one.
                if (fields["Name"] is JsonValue first && made["Name"] is not null && fields["NameInOtherScript"] is JsonValue other)
                    made["NameInOtherScript"] = Name($"{first}", IsUrdu($"{other}"));
                return made;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Of(item, property, days))]);
            case JsonValue text when text.TryGetValue<string>(out var written):
                return JsonValue.Create(Text(written, property, days));
            default:
                return value?.DeepClone();
        }
    }

    /// <summary>An invented text in the place of another.</summary>
    public string Text(string written, string property, int days)
    {
        if (written.Length == 0 || property.EndsWith("Code", StringComparison.Ordinal) || property.EndsWith("Codes", StringComparison.Ordinal) || Guid.TryParse(written, out _))
            return written;
        if (Names.Contains(property))
            return Name(written, IsUrdu(written));
        if (property == "FileName")
            return "document.pdf";
        if (Day(written, days) is { } moved)
            return moved;
        return written.Count(char.IsAsciiDigit) >= 5 && !written.Any(char.IsLetter) ? Number(written) : Filled(written);
    }

    private string Name(string written, bool urdu)
    {
        var drawn = Hash(written);
        var (given, second) = (DemoVictims.GivenNames[drawn[0] % DemoVictims.GivenNames.Count], DemoVictims.SecondNames[drawn[1] % DemoVictims.SecondNames.Count]);
        return urdu ? $"{given.Urdu} {second.Urdu}" : $"{given.Roman} {second.Roman}";
    }

    // Numbers that were never issued begin with 9; telephones keep their zero before it. What is no digit stays where it was.
    private string Number(string written)
    {
        var digits = Hash(new string([.. written.Where(char.IsAsciiDigit)]));
        var (made, count) = (new StringBuilder(written.Length), 0);
        foreach (var sign in written)
            made.Append(!char.IsAsciiDigit(sign) ? sign : count++ == 0 ? '9' : (char)('0' + digits[count % digits.Length] % 10));
        return made.ToString();
    }

    private static string? Day(string written, int days) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : written.Length >= 19 && written[10] == 'T' && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.AddDays(days).ToString("O", CultureInfo.InvariantCulture)
        : null;

    private static string Filled(string written)
    {
        var words = IsUrdu(written) ? UrduWords : Words;
        var made = new StringBuilder(written.Length + words.Length);
        while (made.Length < written.Length)
            made.Append(words);
        return made.ToString(0, written.Length);
    }

    private static bool IsUrdu(string written) => written.Any(sign => sign is >= '\u0600' and <= '\u06ff');

    private byte[] Hash(string value) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value));
}
