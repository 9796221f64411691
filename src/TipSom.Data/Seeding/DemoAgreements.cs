using System.Globalization;
using TipSom.Domain.Agreements;
using TipSom.Domain.Consents;

namespace TipSom.Data.Seeding;

/// <summary>
/// An agreement of the demo data, its days counted from the day the demo begins. It covers the services and groups its provider offers.
/// </summary>
internal sealed record DemoAgreement(
    int Serial, string Provider, int From, int? To, int? Places, string[] Provinces, string[] Districts,
    string Lead = "FIA", string[]? Referring = null, AgreementKind Kind = AgreementKind.Memorandum, string? Suspended = null,
    DataCategory[]? NotShared = null, int? RenewedTo = null)
{
    /// <summary>Number of the document, with the year of its signature.</summary>
    public string NumberOn(DateOnly today) => string.Create(
        CultureInfo.InvariantCulture, $"{(Kind == AgreementKind.Memorandum ? "MOU" : "LAW")}/{Lead}/{SignedOn(today).Year}/{Serial:D3}");

    public DateOnly SignedOn(DateOnly today) => today.AddDays(From - 12);
}

/// <summary>One of each kind that matching must tell apart: in force, about to end, expired, suspended, still to come, without an end.</summary>
internal static class DemoAgreements
{
    private static readonly string[] Police = ["POL-PB", "POL-SD"];
    private static readonly string[] Punjab = ["PB"];
    private static readonly string[] PunjabAndSindh = ["PB", "SD"];
    private static readonly string[] National = ["PB", "SD", "KP", "BA", "ICT", "GB", "AJK"];

    /// <summary>How long ago, in days, the memorandum with Aashiana was last in force.</summary>
    public const int AashianaEndedDaysAgo = 24;

    public static IReadOnlyList<DemoAgreement> All { get; } =
    [
        // A longer term is proposed and waits for both sides.
        new(14, "NOOR", -210, 154, 30, Punjab, [], Referring: Police, RenewedTo: 519),
        new(9, "KHWAB", -330, 200, 80, PunjabAndSindh, [], Referring: Police),
        new(3, "AASHIANA", -389, -AashianaEndedDaysAgo, 20, Punjab, [], Referring: Police),
        new(2, "HUMQADAM", -930, -201, 8, PunjabAndSindh, [], Referring: Police),
        new(16, "HUMQADAM", -200, 530, 20, National, [], Referring: Police),
        new(21, "KACHHI", -140, 225, 12, Punjab, [], Referring: Police),
        new(18, "SITARA", -160, 205, 24, ["SD", "BA"], [], Referring: Police),
        new(5, "BHATTA", -250, 115, 20, [], ["PB-FAISALABAD", "PB-MULTAN"], Lead: "POL-PB", Referring: ["FIA"]),
        new(11, "SAMANDAR", -280, 85, 15, ["SD"], [], Referring: Police, Suspended: "A review of fire safety is under way."),
        // Lawyers do without the telephone number.
        new(7, "CHIRAGH", -300, 430, null, [.. PunjabAndSindh, "ICT"], [], Referring: Police, NotShared: [DataCategory.Phone]),
        new(4, "MEHFOOZ", -356, 9, null, Punjab, [], Referring: Police),
        new(19, "SHIFA", -150, 580, 10, PunjabAndSindh, [], Referring: Police),
        new(6, "TABEER", -340, 25, 25, Punjab, [], Referring: Police),
        // Only FIA may refer under this one.
        new(22, "RAHGUZAR", -135, 630, null, National, []),
        new(27, "ZABAN", 14, 379, null, National, [], Referring: Police),
        new(1, "CPB", -2200, null, null, Punjab, [], Lead: "POL-PB", Referring: ["FIA"], Kind: AgreementKind.StatutoryMandate)
    ];
}
