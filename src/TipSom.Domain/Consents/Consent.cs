using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Consents;

/// <summary>
/// The decision whether a person's data may be shared, with whom and what. A refusal is recorded too. Care never depends on it,
/// nor on cooperation with the police.
/// </summary>
public sealed class Consent
{
    private List<Guid> recipientAgencyIds = [];
    private List<DataCategory> categories = [];
    private List<ConsentPurpose> purposes = [];
    private List<ConsentPoint> pointsRead = [];

    private Consent() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose data.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Yes or no.</summary>
    public bool IsGiven { get; private set; }

    /// <summary>On what ground.</summary>
    public ConsentBasis Basis { get; private set; }

    /// <summary>How it was given.</summary>
    public ConsentForm Form { get; private set; }

    /// <summary>Whether a child's guardian may be involved.</summary>
    public GuardianInvolvement Guardian { get; private set; }

    /// <summary>What the child says to it; null for an adult, and in an answer older than the question.</summary>
    public ChildsView? ChildsView { get; private set; }

    /// <summary>Language it was explained in (ISO 639-3).</summary>
    public string LanguageCode { get; private set; } = "";

    /// <summary>Whether an interpreter explained it.</summary>
    public bool ThroughInterpreter { get; private set; }

    /// <summary>The providers it names; empty means any provider bound by an agreement in force.</summary>
    public IReadOnlyList<Guid> RecipientAgencyIds => recipientAgencyIds;

    /// <summary>What may be shared.</summary>
    public IReadOnlyList<DataCategory> Categories => categories;

    /// <summary>What was agreed to, each asked apart; empty in an answer older than the question.</summary>
    public IReadOnlyList<ConsentPurpose> Purposes => purposes;

    /// <summary>What was read out before the answer; empty in an answer older than the question.</summary>
    public IReadOnlyList<ConsentPoint> PointsRead => pointsRead;

    /// <summary>When it was given or refused.</summary>
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>From this moment it no longer holds; null means until withdrawn.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When it was withdrawn, if it was.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Who recorded it.</summary>
    public Guid RecordedById { get; private set; }

    /// <summary>Records a decision. Refuses a ground that does not fit the person's age, a guardian not known to be uninvolved, and a guardian's yes against the child's no.</summary>
    public static Consent Record(Victim victim, ConsentAnswer answer, Actor by, DateTimeOffset now)
    {
        if (answer.IsGiven)
            RefuseUnfitGround(victim, answer);
        var consent = new Consent
        {
            Id = Guid.CreateVersion7(),
            VictimId = victim.Id,
            CaseId = victim.CaseId,
            IsGiven = answer.IsGiven,
            Basis = answer.Basis,
            Form = answer.Form,
            Guardian = answer.Guardian,
            ChildsView = victim.CountsAsChild ? answer.ChildsView : null,
            LanguageCode = answer.LanguageCode,
            ThroughInterpreter = answer.ThroughInterpreter,
            GivenAt = now,
            ExpiresAt = answer.ExpiresAt,
            RecordedById = by.UserId
        };
        if (answer.IsGiven)
        {
            consent.recipientAgencyIds.AddRange(answer.RecipientAgencyIds.Distinct());
            consent.categories.AddRange(answer.Categories.Append(DataCategory.Needs).Distinct().Order());
            consent.purposes.AddRange(answer.Purposes.Append(ConsentPurpose.ShareWithProvider).Distinct().Order());
        }

        consent.pointsRead.AddRange(answer.PointsRead.Distinct().Order());

        victim.Understands(answer.LanguageCode);
        return consent;
    }

    /// <summary>Whether sharing may rest on it at this moment.</summary>
    public bool IsInForce(DateTimeOffset now) => IsGiven && WithdrawnAt is null && (ExpiresAt is not { } end || now < end);

    /// <summary>Whether it lets this provider receive anything. A refusal names nobody.</summary>
    public bool Names(Guid providerAgencyId) =>
        IsGiven && (recipientAgencyIds.Count == 0 || recipientAgencyIds.Contains(providerAgencyId));

    /// <summary>Whether it lets the category be shared.</summary>
    public bool Allows(DataCategory category) => categories.Contains(category);

    /// <summary>Whether the category may be shared under the agreement: both must allow it. Without an agreement consent alone decides.</summary>
    public bool AllowsUnder(Agreement? agreement, DataCategory category) => Allows(category) && agreement?.Permits(category) != false;

    /// <summary>The person changes their mind. What is on the way comes back; what was shared stays on record.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (!IsGiven)
            throw new RuleBrokenException("There is no consent to withdraw.");
        if (WithdrawnAt is not null)
            throw new RuleBrokenException("This consent was already withdrawn.");
        WithdrawnAt = now;
    }

    private static void RefuseUnfitGround(Victim victim, ConsentAnswer answer)
    {
        var childGround = answer.Basis is ConsentBasis.Guardian or ConsentBasis.ChildProtectionAuthority;
        if (victim.CountsAsChild && answer.Basis == ConsentBasis.OwnConsent)
            throw new RuleBrokenException("A child, or a person whose age is not known, cannot decide alone. Choose the guardian or the child protection authority.");
        if (!victim.CountsAsChild && childGround)
            throw new RuleBrokenException("This person is an adult and decides for herself or himself.");
        if (answer.Basis == ConsentBasis.Guardian && answer.Guardian != GuardianInvolvement.No)
            throw new RuleBrokenException("The guardian may be involved. Do not ask the guardian: the child protection authority decides.");
        if (answer is { Basis: ConsentBasis.Guardian, ChildsView: Consents.ChildsView.Disagrees })
            throw new RuleBrokenException("The child does not agree. A guardian's yes is not enough then: the child protection authority or a court decides.");
    }
}

/// <summary>What was answered when consent was asked.</summary>
/// <param name="IsGiven">Yes or no.</param>
/// <param name="Basis">On what ground.</param>
/// <param name="Form">How it was given.</param>
/// <param name="Guardian">Whether a child's guardian may be involved.</param>
/// <param name="LanguageCode">Language it was explained in (ISO 639-3).</param>
/// <param name="ThroughInterpreter">Whether an interpreter explained it.</param>
/// <param name="RecipientAgencyIds">The providers named; empty for any under agreement.</param>
/// <param name="Categories">What may be shared; needs are always part of it.</param>
/// <param name="ExpiresAt">When it ends by itself, if it does.</param>
public sealed record ConsentAnswer(
    bool IsGiven,
    ConsentBasis Basis,
    ConsentForm Form,
    GuardianInvolvement Guardian,
    string LanguageCode,
    bool ThroughInterpreter,
    IReadOnlyCollection<Guid> RecipientAgencyIds,
    IReadOnlyCollection<DataCategory> Categories,
    DateTimeOffset? ExpiresAt)
{
    /// <summary>What else was agreed to; sharing with the provider is always part of a yes.</summary>
    public IReadOnlyCollection<ConsentPurpose> Purposes { get; init; } = [];

    /// <summary>What was read out before the answer.</summary>
    public IReadOnlyCollection<ConsentPoint> PointsRead { get; init; } = [];

    /// <summary>What the child says to it, where the person counts as one.</summary>
    public ChildsView? ChildsView { get; init; }
}
