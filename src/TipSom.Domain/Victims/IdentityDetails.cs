namespace TipSom.Domain.Victims;

/// <summary>
/// A victim's identity in clear. Lives only while a page that opened it is being made; is never logged. What came later has a
/// default, so that a seal made before it still opens.
/// </summary>
/// <param name="Name">Name or nickname, in either script.</param>
/// <param name="FatherName">Father's name; father's or husband's where the two were not told apart.</param>
/// <param name="IdNumber">CNIC, B-Form (13 ASCII digits) or passport number.</param>
/// <param name="Phone">Telephone.</param>
public sealed record IdentityDetails(string? Name, string? FatherName, string? IdNumber, string? Phone)
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Longest identity or telephone number as typed, in characters.</summary>
    public const int NumberMaxLength = 30;

    /// <summary>Longest address, in characters.</summary>
    public const int AddressMaxLength = 300;

    /// <summary>The name in Urdu or another script than <see cref="Name"/>.</summary>
    public string? NameInOtherScript { get; init; }

    /// <summary>What the person is called.</summary>
    public string? Nickname { get; init; }

    /// <summary>Husband's name, once told apart from the father's.</summary>
    public string? HusbandName { get; init; }

    /// <summary>Mother's name.</summary>
    public string? MotherName { get; init; }

    /// <summary>Day of birth, where a document or the person gives one.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Papers of identity; null where none was recorded.</summary>
    public IReadOnlyList<IdentityPaper>? Papers { get; init; }

    /// <summary>Where the person lives or comes from.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the person lets a photograph be taken or kept. Off unless somebody asked.</summary>
    public bool PhotoAllowed { get; init; }

    /// <summary>How the person may be reached without harm; null where nobody asked.</summary>
    public SafeContact? Contact { get; init; }

    /// <summary>Nothing known.</summary>
    public bool IsEmpty => this == new IdentityDetails(null, null, null, null);

    /// <summary>The parent a provider may be told of, with consent: the father, and the husband where only he is known.</summary>
    public string? Parent => FatherName ?? HusbandName;

    /// <summary>Whether a trafficker took or keeps a paper (PTPA 2018, s. 4(c)).</summary>
    public bool PapersHeldByTrafficker => Papers?.Any(p => p.IsHeldByTrafficker) == true;

    /// <summary>Never prints what it holds: an identity in a log line is a leak.</summary>
    public override string ToString() => nameof(IdentityDetails);
}
