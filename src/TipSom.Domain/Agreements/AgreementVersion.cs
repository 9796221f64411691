using TipSom.Domain.Identity;

namespace TipSom.Domain.Agreements;

/// <summary>
/// Terms as they were proposed, complete, and what each side decided. Kept for ever: which terms bound on which day can be shown years
/// later.
/// </summary>
public sealed class AgreementVersion
{
    /// <summary>What is said where the version is no longer the one that waits.</summary>
    public const string Decided = "This proposal was already decided, or another one waits. Read it again before you decide.";

    private AgreementVersion() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>Number of the version, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>The terms, complete.</summary>
    public AgreementTerms Terms { get; private set; } = null!;

    /// <summary>What became of it.</summary>
    public AgreementVersionStatus Status { get; private set; }

    /// <summary>Who proposed it; null where it was signed on paper before the portal knew it.</summary>
    public Guid? ProposedById { get; private set; }

    /// <summary>Name and rank of who proposed it.</summary>
    public string? ProposedByName { get; private set; }

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset? ProposedAt { get; private set; }

    /// <summary>Who decided for the lead agency.</summary>
    public Guid? LeadDecidedById { get; private set; }

    /// <summary>Name and rank of who decided for the lead agency.</summary>
    public string? LeadDecidedByName { get; private set; }

    /// <summary>When the lead agency's side decided.</summary>
    public DateTimeOffset? LeadDecidedAt { get; private set; }

    /// <summary>Who decided for the provider.</summary>
    public Guid? ProviderDecidedById { get; private set; }

    /// <summary>Name of who decided for the provider.</summary>
    public string? ProviderDecidedByName { get; private set; }

    /// <summary>When the provider's side decided.</summary>
    public DateTimeOffset? ProviderDecidedAt { get; private set; }

    /// <summary>The side that refused; null where none did.</summary>
    public AgreementSide? RefusedBySide { get; private set; }

    /// <summary>Why it refused.</summary>
    public string? RefusalReason { get; private set; }

    /// <summary>When it came to bind: when the second side approved.</summary>
    public DateTimeOffset? BoundAt => Status != AgreementVersionStatus.Approved ? null
        : LeadDecidedAt > ProviderDecidedAt ? LeadDecidedAt : ProviderDecidedAt;

    /// <summary>Whether a side has still to decide.</summary>
    public bool WaitsFor(AgreementSide side) => Status == AgreementVersionStatus.Proposed
        && (side == AgreementSide.Lead ? LeadDecidedAt : ProviderDecidedAt) is null;

    internal static AgreementVersion OnPaper(Agreement agreement) => new()
    {
        Id = Guid.CreateVersion7(),
        AgreementId = agreement.Id,
        Version = agreement.Version,
        Terms = agreement.Terms,
        Status = AgreementVersionStatus.Approved
    };

    internal static AgreementVersion Propose(Guid agreementId, int version, AgreementTerms terms, Actor by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        AgreementId = agreementId,
        Version = version,
        Terms = terms,
        ProposedById = by.UserId,
        ProposedByName = by.Name,
        ProposedAt = now
    };

    internal void Approve(AgreementSide side, Actor by, DateTimeOffset now)
    {
        Decide(side, by, now);
        if (LeadDecidedAt is not null && ProviderDecidedAt is not null)
            Status = AgreementVersionStatus.Approved;
    }

    internal void Refuse(AgreementSide side, string reason, Actor by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleBrokenException("Write the reason in a few words.");
        Decide(side, by, now);
        (Status, RefusedBySide, RefusalReason) = (AgreementVersionStatus.Refused, side, reason);
    }

    private void Decide(AgreementSide side, Actor by, DateTimeOffset now)
    {
        if (!WaitsFor(side))
            throw new RuleBrokenException("Your side has already decided on this proposal.");
        if (by.UserId == ProposedById || by.UserId == LeadDecidedById || by.UserId == ProviderDecidedById)
            throw new RuleBrokenException("Proposing and approving for each side takes three people.");
        if (side == AgreementSide.Provider && by.AgencyId != Terms.ProviderAgencyId)
            throw new RuleBrokenException("Only the provider itself decides for its side.");
        if (side == AgreementSide.Lead)
            (LeadDecidedById, LeadDecidedByName, LeadDecidedAt) = (by.UserId, by.Name, now);
        else
            (ProviderDecidedById, ProviderDecidedByName, ProviderDecidedAt) = (by.UserId, by.Name, now);
    }
}
