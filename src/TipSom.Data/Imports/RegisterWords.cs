using System.Globalization;
using System.Text;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Imports;
using TipSom.Domain.Victims;

namespace TipSom.Data.Imports;

/// <summary>The words by which registers say what they say, in both languages.</summary>
public static class RegisterWords
{
    /// <summary>What a line writes for "not known".</summary>
    public static readonly IReadOnlyList<string> Unknown = ["unknown", "not known", "do not know", "n/a", "na", "-", "?", "u", "معلوم نہیں", "نامعلوم"];

    private static readonly Dictionary<string, Sex> Sexes = Index<Sex>(
        (Sex.Female, ["f", "female", "woman", "girl", "w", "عورت", "لڑکی", "خاتون", "مونث"]),
        (Sex.Male, ["m", "male", "man", "boy", "مرد", "لڑکا", "مذکر"]),
        (Sex.Transgender, ["x", "t", "transgender", "trans", "khawaja sira", "خواجہ سرا"]),
        (Sex.Unknown, [.. Unknown]));

    private static readonly Dictionary<string, CaseKind> Kinds = Index<CaseKind>(
        (CaseKind.Trafficking, ["tip", "trafficking", "trafficking in persons", "ptpa", "انسانی ٹریفکنگ", "انسانی سمگلنگ"]),
        (CaseKind.Smuggling, ["som", "smuggling", "smuggling of migrants", "psma", "تارکین وطن کی سمگلنگ"]));

    private static readonly Dictionary<string, BorderCrossing> Crossings = Index<BorderCrossing>(
        (BorderCrossing.AcrossBorder, ["yes", "y", "cross-border", "across", "international", "ہاں", "بیرون ملک"]),
        (BorderCrossing.InsidePakistan, ["no", "n", "inside", "internal", "domestic", "inside pakistan", "نہیں", "اندرون ملک"]),
        (BorderCrossing.Unknown, [.. Unknown]));

    private static readonly Dictionary<string, RegisterField> Headings = Index<RegisterField>(
        (RegisterField.CaseKey, ["case", "case key", "case no", "case number", "serial", "register no", "کیس", "کیس نمبر", "نمبر شمار"]),
        (RegisterField.FoundOn, ["found on", "date", "date found", "date of report", "تاریخ"]),
        (RegisterField.Kind, ["kind", "type", "crime", "قسم"]),
        (RegisterField.District, ["district", "district where found", "ضلع"]),
        (RegisterField.Border, ["border", "across the border", "cross border", "سرحد"]),
        (RegisterField.Reference, ["fir", "fir no", "fir number", "fir or diary number", "ایف آئی آر", "ایف آئی آر نمبر"]),
        (RegisterField.Sex, ["sex", "gender", "جنس"]),
        (RegisterField.Age, ["age", "years", "عمر"]),
        (RegisterField.Name, ["name", "victim name", "name of victim", "نام"]),
        (RegisterField.FatherName, ["father", "father's name", "father name", "father's or husband's name", "parentage", "والد کا نام", "ولدیت"]),
        (RegisterField.IdNumber, ["cnic", "cnic no", "id number", "identity number", "b-form", "شناختی کارڈ", "شناختی کارڈ نمبر"]),
        (RegisterField.Phone, ["phone", "telephone", "mobile", "contact", "فون", "فون نمبر"]),
        (RegisterField.Happened, ["what happened", "facts", "brief facts", "narrative", "remarks", "واقعہ", "مختصر واقعات"]));

    /// <summary>Whether the words say that it is not known.</summary>
    public static bool IsUnknown(string text) => Unknown.Contains(Plain(text));

    /// <summary>The sex a word names; false where it names none.</summary>
    public static bool TryReadSex(string text, out Sex sex) => Sexes.TryGetValue(Plain(text), out sex);

    /// <summary>The kind of case a word names.</summary>
    public static bool TryReadKind(string text, out CaseKind kind) => Kinds.TryGetValue(Plain(text), out kind);

    /// <summary>What a word says of the border.</summary>
    public static bool TryReadCrossing(string text, out BorderCrossing crossing) => Crossings.TryGetValue(Plain(text), out crossing);

    /// <summary>For each field the column whose heading names it, or -1; the officer corrects it.</summary>
    public static IReadOnlyList<int> Guess(IReadOnlyList<string> heading)
    {
        var columns = Enum.GetValues<RegisterField>().Select(_ => -1).ToArray();
        for (var i = 0; i < heading.Count; i++)
            if (Headings.TryGetValue(Plain(heading[i]), out var field) && columns[(int)field] < 0)
                columns[(int)field] = i;
        return columns;
    }

    /// <summary>A word as it is compared: small letters, one space, ASCII digits, without vowel signs, in one form for each letter.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Digits.Fold(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('_', ' '))
            if (char.IsWhiteSpace(c))
                _ = plain.Length > 0 && plain[^1] != ' ' ? plain.Append(' ') : plain;
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark and not UnicodeCategory.Format)
                plain.Append(c switch { 'ي' or 'ى' => 'ی', 'ك' => 'ک', 'ه' => 'ہ', _ => c });
        return plain.ToString().Trim().TrimEnd('.', ':');
    }

    private static Dictionary<string, T> Index<T>(params (T Meaning, string[] Words)[] entries) =>
        entries.SelectMany(e => e.Words, (e, word) => (word, e.Meaning)).ToDictionary(e => Plain(e.word), e => e.Meaning);
}
