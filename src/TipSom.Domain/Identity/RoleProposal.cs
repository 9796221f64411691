namespace TipSom.Domain.Identity;

/// <summary>A national role, or a way back into an account that has one: one national administrator proposes, another confirms, within seven days.</summary>
public sealed class RoleProposal
{
    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    /// <summary>What is refused of one that does not wait any more.</summary>
    public const string Decided = "This proposal was decided already, or seven days have passed.";

    /// <summary>What is refused of the same person twice.</summary>
    public const string SamePerson = "Another national administrator confirms, neither who proposed nor whom it is about.";

    /// <summary>What is refused where the proposer is gone.</summary>
    public const string ProposerGone = "Who proposed this is no longer a national administrator. Propose it anew.";

    /// <summary>What is refused of one alone.</summary>
    public const string TakesTwo = "A way back into an account with a national role is proposed by one national administrator and given by another.";

    private RoleProposal() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>What is proposed.</summary>
    public RoleProposalKind Kind { get; private set; }

    /// <summary>The account; one to be made where the person is invited.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Name and rank.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>What is typed to sign in.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>Where mails go.</summary>
    public string? Email { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The role.</summary>
    public Role Role { get; private set; }

    /// <summary>Who proposed.</summary>
    public Guid ProposedById { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Until when it may be confirmed.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>When; null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Whether it was confirmed; null while it waits.</summary>
    public bool? IsConfirmed { get; private set; }

    /// <summary>Whether it may still be confirmed.</summary>
    public bool IsWaiting(DateTimeOffset now) => DecidedAt is null && now < EndsAt;
}

/// <summary>What two national administrators do together.</summary>
public enum RoleProposalKind
{
    /// <summary>Invite somebody to a national role.</summary>
    Invite,

    /// <summary>Give somebody who has an account a national role.</summary>
    Move,

    /// <summary>Let somebody with a national role begin again.</summary>
    Recover
}
