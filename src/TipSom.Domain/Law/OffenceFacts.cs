using TipSom.Domain.Cases;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Law;

/// <summary>What is known of a case when offences are suggested.</summary>
/// <param name="Kind">Trafficking or smuggling.</param>
/// <param name="Border">Whether a border crossing is part of it.</param>
/// <param name="From">The first day of the offence.</param>
/// <param name="To">The last day of the offence.</param>
/// <param name="Victims">Against whom it was committed.</param>
/// <param name="ExploitationCodes">Codes of the list exploitation_type, where known.</param>
/// <param name="Circumstances">What else is known.</param>
/// <param name="Amendments">From which day the texts of 2025 are taken to be law.</param>
public sealed record OffenceFacts(
    CaseKind Kind, BorderCrossing Border, DateOnly From, DateOnly To, IReadOnlyCollection<OffenceVictim> Victims,
    IReadOnlyCollection<string> ExploitationCodes, IReadOnlyCollection<OffenceCircumstance> Circumstances, AmendmentDays Amendments);

/// <summary>A victim as the sections tell them apart.</summary>
/// <param name="Sex">Sex as stated.</param>
/// <param name="Age">Age; unknown counts as a child.</param>
public sealed record OffenceVictim(Sex Sex, Age Age)
{
    /// <summary>Whether a limit of so many years holds; an unknown age is below every limit, as the doubt is the child's.</summary>
    public bool IsUnder(int years) => Age.Years is not { } known || known < years;
}

/// <summary>
/// From which day the texts of 2025 are taken to be law, for suggestions only. The days are those of the consolidated texts; when the Acts
/// commenced was not found (reference data, marked unverified).
/// </summary>
/// <param name="Trafficking">Act IX of 2025 in the PTPA 2018.</param>
/// <param name="Smuggling">Act X of 2025 in the PSMA 2018.</param>
public sealed record AmendmentDays(DateOnly Trafficking, DateOnly Smuggling);

/// <summary>A circumstance of which a section speaks.</summary>
public enum OffenceCircumstance
{
    /// <summary>Serious injury, life-threatening illness or death (AGG_INJURY).</summary>
    SeriousInjury,

    /// <summary>An organised criminal group of two or more (AGG_OCG).</summary>
    OrganisedGroup,

    /// <summary>The travel document was taken or destroyed (AGG_DOC).</summary>
    DocumentTaken,

    /// <summary>A repeat offender (AGG_REPEAT).</summary>
    RepeatOffender,

    /// <summary>The person was taken or enticed away from the family or guardian.</summary>
    TakenAway,

    /// <summary>A document was made, got or used for it.</summary>
    FalseDocument,

    /// <summary>Somebody harboured people who were here illegally, for a benefit.</summary>
    Harbouring,

    /// <summary>Work was extracted for a debt or an advance.</summary>
    BondedLabour,

    /// <summary>The person was sold or bought for prostitution.</summary>
    SoldForProstitution,

    /// <summary>The person was held against their will.</summary>
    HeldCaptive,

    /// <summary>A job abroad was promised that did not exist, or money taken for it.</summary>
    FakeJobAbroad
}
