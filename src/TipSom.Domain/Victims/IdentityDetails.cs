namespace TipSom.Domain.Victims;

/// <summary>A victim's identity in clear. Lives only while a page that opened it is being made; is never logged.</summary>
/// <param name="Name">Name or nickname, in either script.</param>
/// <param name="FatherName">Father's or husband's name.</param>
/// <param name="IdNumber">CNIC, B-Form (13 ASCII digits) or passport number.</param>
/// <param name="Phone">Telephone.</param>
public sealed record IdentityDetails(string? Name, string? FatherName, string? IdNumber, string? Phone)
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Longest identity or telephone number as typed, in characters.</summary>
    public const int NumberMaxLength = 30;

    /// <summary>Nothing known.</summary>
    public bool IsEmpty => Name is null && FatherName is null && IdNumber is null && Phone is null;

    /// <summary>Never prints what it holds: an identity in a log line is a leak.</summary>
    public override string ToString() => nameof(IdentityDetails);
}
