using System.Globalization;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Imports;
using TipSom.Domain.Victims;

namespace TipSom.Data.Imports;

/// <summary>Reads lines of a register by the rules of the fast page. The same lines give the same people every time.</summary>
public sealed class RegisterReader(IReadOnlyList<int> columns, IEnumerable<District> districts, DateOnly today)
{
    private static readonly string[] Days = ["yyyy-M-d", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy"];

    private readonly Dictionary<string, string> districtCodes = districts
        .SelectMany(d => d.Aliases.Append(d.NameEn).Append(d.NameUr).Append(d.Code), (d, name) => (Name: RegisterWords.Plain(name), d.Code))
        // Two districts of one name are told apart by their code only.
        .GroupBy(d => d.Name).Where(g => g.Select(d => d.Code).Distinct().Count() == 1).ToDictionary(g => g.Key, g => g.First().Code);

    /// <summary>One line: the person, or what is wrong with it.</summary>
    public (RegisterLine? Line, LeftOutLine? LeftOut) Read(int row, string[] cells)
    {
        var problems = new List<RowProblem>();
        string Text(RegisterField field) => TextOf(field, cells);

        void Wrong(RegisterField field, string sentence) => problems.Add(new(field, sentence));

        string? Short(RegisterField field, int longest)
        {
            var text = Text(field);
            if (text.Length <= longest)
                return text.Length == 0 ? null : text;
            Wrong(field, "This is too long.");
            return null;
        }

        if (!districtCodes.TryGetValue(RegisterWords.Plain(Text(RegisterField.District)), out var district))
            Wrong(RegisterField.District, "There is no district of this name. Write it as on the district list.");
        if (!RegisterWords.TryReadSex(Text(RegisterField.Sex), out var sex))
            Wrong(RegisterField.Sex, "Write F, M, X or unknown.");
        var age = AgeOf(Text(RegisterField.Age));
        if (age is null)
            Wrong(RegisterField.Age, "Write the age in years from 0 to 120, or unknown.");
        var kind = CaseKind.Trafficking;
        if (Text(RegisterField.Kind) is { Length: > 0 } kindText && !RegisterWords.TryReadKind(kindText, out kind))
            Wrong(RegisterField.Kind, "Write TIP or SOM.");
        var border = BorderCrossing.Unknown;
        if (Text(RegisterField.Border) is { Length: > 0 } borderText && !RegisterWords.TryReadCrossing(borderText, out border))
            Wrong(RegisterField.Border, "Write yes, no or unknown.");
        var foundOn = DayOf(Text(RegisterField.FoundOn), out var isDay);
        if (!isDay)
            Wrong(RegisterField.FoundOn, "Write the day as 2026-03-09 or 9-3-2026, not in the future.");
        var reference = Short(RegisterField.Reference, 30) is { } written ? Digits.Fold(written).Replace(" ", "", StringComparison.Ordinal) : null;
        if (reference is not null && !StationReference.IsValid(reference))
            Wrong(RegisterField.Reference, "Write the number and the year, for example 123/2026.");
        string? number = null;
        if (Text(RegisterField.IdNumber) is { Length: > 0 } typed && !RegisterWords.IsUnknown(typed))
        {
            if (IdentityNumber.TryNormalise(Digits.Fold(typed), out var normalised))
                number = normalised;
            else
                Wrong(RegisterField.IdNumber, "Write 13 digits, for example 35202-1234567-1, or leave it empty.");
        }

        var phone = Short(RegisterField.Phone, IdentityDetails.NumberMaxLength);
        var identity = new IdentityDetails(
            Short(RegisterField.Name, IdentityDetails.NameMaxLength), Short(RegisterField.FatherName, IdentityDetails.NameMaxLength), number,
            phone is null ? null : Digits.Fold(phone));
        var happened = Short(RegisterField.Happened, Case.NarrativeMaxLength);
        var key = Short(RegisterField.CaseKey, 60);
        return problems.Count > 0
            ? (null, new LeftOutLine(row, problems))
            : (new RegisterLine(
                row, key, new CaseFacts(kind, district!, border, reference, foundOn), new PersonFacts(Safety.Unknown, sex, age!.Value, []),
                identity, happened), null);
    }

    /// <summary>What tells the case of a line, also of one that cannot be read; null where it is a case of its own.</summary>
    public string? KeyOf(string[] cells) => TextOf(RegisterField.CaseKey, cells) is { Length: > 0 } key ? key : null;

    private string TextOf(RegisterField field, string[] cells)
    {
        var column = columns[(int)field];
        return column >= 0 && column < cells.Length ? cells[column] : "";
    }

    private static Age? AgeOf(string text)
    {
        var plain = RegisterWords.Plain(text);
        if (RegisterWords.IsUnknown(plain))
            return Age.Unknown;
        var isAbout = plain.StartsWith('~') || plain.StartsWith("about ", StringComparison.Ordinal) || plain.StartsWith("تقریبا ", StringComparison.Ordinal);
        var digits = isAbout ? plain[(plain.IndexOf(' ', StringComparison.Ordinal) + 1)..].TrimStart('~') : plain;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= Age.Highest ? new Age(years, isAbout) : null;
    }

    private DateOnly? DayOf(string text, out bool isRight)
    {
        isRight = true;
        if (text.Length == 0)
            return null;
        var written = Digits.Fold(text).Split(' ')[0];
        if (DateOnly.TryParseExact(written, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= today && day.Year >= 1947)
            return day;
        isRight = false;
        return null;
    }
}
