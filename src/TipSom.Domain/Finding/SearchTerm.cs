using TipSom.Domain.Cases;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Finding;

/// <summary>What somebody typed into the one box, as the number or the name it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The number as it is kept, or the name as typed.</param>
public sealed record SearchTerm(SearchKind Kind, string Text)
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxLength = 120;

    // Shorter ones are extensions and typing errors.
    private const int FewestPhoneDigits = 7;
    private const int TellingPhoneDigits = 10;

    /// <summary>Reads what was typed, with ASCII digits. Whatever is no number is a name.</summary>
    public static SearchTerm Read(string typed)
    {
        var text = typed.Trim();
        var close = text.Replace(" ", "", StringComparison.Ordinal);
        if (RecordNumber.TryParse(close, RecordNumber.CasePrefix, out var number))
            return new SearchTerm(SearchKind.CaseNumber, number);
        if (RecordNumber.TryParse(close, RecordNumber.ReferralPrefix, out number))
            return new SearchTerm(SearchKind.ReferralNumber, number);
        if (StationReference.IsValid(close))
            return new SearchTerm(SearchKind.StationReference, close);
        if (!text.Any(char.IsAsciiDigit))
            return new SearchTerm(SearchKind.Name, text);
        if (IdentityNumber.TryNormalise(text, out number))
            return new SearchTerm(SearchKind.IdentityNumber, number);
        return PhoneOf(text) is { } phone ? new SearchTerm(SearchKind.Phone, phone) : new SearchTerm(SearchKind.Name, text);
    }

    /// <summary>A telephone number, with ASCII digits, as it is compared: its last ten digits. Null where it is none.</summary>
    public static string? PhoneOf(string? typed)
    {
        if (typed is null || typed.Any(char.IsLetter))
            return null;
        var digits = string.Concat(typed.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length >= FewestPhoneDigits ? digits[^Math.Min(digits.Length, TellingPhoneDigits)..] : null;
    }

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(SearchTerm);
}

/// <summary>By what somebody searched.</summary>
public enum SearchKind
{
    /// <summary>The number of a case.</summary>
    CaseNumber,

    /// <summary>The number of a referral.</summary>
    ReferralNumber,

    /// <summary>An FIR or diary number; every station has its own.</summary>
    StationReference,

    /// <summary>A CNIC, B-Form or passport number.</summary>
    IdentityNumber,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A name in either script.</summary>
    Name,

    /// <summary>Not typed: the portal asked whether a person is known already.</summary>
    Duplicates
}
