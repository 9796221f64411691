using TipSom.Domain.Agreements;
using TipSom.Domain.Assessment;
using TipSom.Domain.Consents;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Referrals;

/// <summary>Stage one: what a provider must know to answer, and nothing that names the person.</summary>
/// <param name="Sex">Sex as stated.</param>
/// <param name="Age">Age, exact or about.</param>
/// <param name="LanguageCode">Language understood (ISO 639-3).</param>
/// <param name="DistrictCode">District where found.</param>
/// <param name="Needs">Everything needed, with its urgency.</param>
/// <param name="Risk">Risk as judged; null where consent does not let it be shared.</param>
/// <param name="Safety">Whether safe when logged; null where consent does not let risk be shared.</param>
/// <param name="Message">The sender's message, which must name nobody.</param>
public sealed record NeedsDisclosure(
    Sex Sex,
    Age Age,
    string? LanguageCode,
    string DistrictCode,
    IReadOnlyList<DisclosedNeed> Needs,
    RiskLevel? Risk,
    Safety? Safety,
    string? Message)
{
    /// <summary>Children along, access, papers and, where consent lets risk be shared, security; null in a copy older than the question.</summary>
    public Placement? Placement { get; init; }

    /// <summary>Longest message to the provider, in characters.</summary>
    public const int MessageMaxLength = 500;

    /// <summary>Copies what consent and agreement both allow.</summary>
    public static NeedsDisclosure Of(Victim victim, string districtCode, Consent consent, Agreement? agreement, string? message) => new(
        victim.Sex,
        victim.Age,
        victim.LanguageCode,
        districtCode,
        [.. victim.OpenNeeds.Select(n => new DisclosedNeed(n.Service, n.Urgency))],
        consent.AllowsUnder(agreement, DataCategory.Risk) ? victim.Risk : null,
        consent.AllowsUnder(agreement, DataCategory.Risk) ? victim.SafetyWhenLogged : null,
        message)
    {
        Placement = consent.AllowsUnder(agreement, DataCategory.Risk) ? victim.Placement : victim.Placement with { Security = null }
    };

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(NeedsDisclosure);
}

/// <summary>A need as a provider reads it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Urgency">How soon.</param>
public sealed record DisclosedNeed(ServiceType Service, Urgency Urgency);

/// <summary>Stage two: the identity, as far as the consent goes, and whom to call.</summary>
/// <param name="Name">Name or nickname.</param>
/// <param name="FatherName">Father's or husband's name.</param>
/// <param name="IdNumber">Identity number.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="OfficerName">The officer who sent the referral.</param>
/// <param name="OfficerPhone">Duty telephone of the officer's unit.</param>
public sealed record IdentityDisclosure(
    string? Name, string? FatherName, string? IdNumber, string? Phone, string OfficerName, string? OfficerPhone)
{
    /// <summary>What the provider must know to care from the first hour; null where nothing was noted.</summary>
    public CareNotes? Notes { get; init; }

    /// <summary>Copies what consent and agreement both allow.</summary>
    public static IdentityDisclosure Of(
        IdentityDetails? identity, Consent consent, Agreement? agreement, string officerName, string? officerPhone) => new(
        consent.AllowsUnder(agreement, DataCategory.Name) ? identity?.Name : null,
        consent.AllowsUnder(agreement, DataCategory.Parents) ? identity?.Parent : null,
        consent.AllowsUnder(agreement, DataCategory.IdentityNumber) ? identity?.IdNumber : null,
        consent.AllowsUnder(agreement, DataCategory.Phone) ? identity?.Phone : null,
        officerName,
        officerPhone);

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(IdentityDisclosure);
}
