namespace TipSom.Domain.Suspects;

/// <summary>Who a suspect is, in clear. Lives only while a page that opened it is being made; is never logged.</summary>
/// <param name="Name">Name as said.</param>
/// <param name="NameInOtherScript">The name in Urdu or another script.</param>
/// <param name="FatherName">Father's or husband's name.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="IdNumber">CNIC (13 ASCII digits) or passport number.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Address">Where the suspect lives or works.</param>
/// <param name="Description">What the suspect looks like, and what else helps to find them.</param>
/// <param name="GroupNote">What is known of an organised group behind it (PTPA 2018, s. 4(b)).</param>
public sealed record SuspectDetails(
    string? Name, string? NameInOtherScript, string? FatherName, string? Aliases, string? IdNumber, string? Phone, string? Address,
    string? Description, string? GroupNote)
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Longest address, description and note, in characters.</summary>
    public const int TextMaxLength = 1000;

    /// <summary>Nothing known.</summary>
    public static SuspectDetails NotKnown { get; } = new(null, null, null, null, null, null, null, null, null);

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(SuspectDetails);
}
