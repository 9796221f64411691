namespace TipSom.Domain.Identity;

/// <summary>
/// Where a person works, in which role, from which day and until which: one at a time, and none is ever taken off the record. Functions of
/// the database write it (248_invite_and_move), because who may do so is decided there too.
/// </summary>
public sealed class Posting
{
    /// <summary>What is refused of a day.</summary>
    public const string WrongDay = "A posting begins today or within a year.";

    /// <summary>What is refused of another agency.</summary>
    public const string AnotherAgency = "A person goes to another agency by leaving and being invited there.";

    /// <summary>What is refused of somebody who is gone.</summary>
    public const string HasLeft = "This person has left. Somebody who comes back is invited anew.";

    private Posting() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The account.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The agency of the unit.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>What the person does there.</summary>
    public Role Role { get; private set; }

    /// <summary>The first day, in Asia/Karachi.</summary>
    public DateOnly FromDay { get; private set; }

    /// <summary>The first day on which it is over; null while nobody ended it. The same as the first day where it was taken back before it began.</summary>
    public DateOnly? UntilDay { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Who made it; null where the person was there before postings were kept.</summary>
    public Guid? MadeById { get; private set; }

    /// <summary>When it was ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who ended it.</summary>
    public Guid? EndedById { get; private set; }

    /// <summary>Why.</summary>
    public PostingEnd? EndReason { get; private set; }

    /// <summary>Who takes over what waited for the person, once it begins.</summary>
    public Guid? WorkToId { get; private set; }

    /// <summary>Who takes over what only the role decides.</summary>
    public Guid? DecisionsToId { get; private set; }

    /// <summary>Whether it is in force on the day.</summary>
    public bool IsInForce(DateOnly day) => FromDay <= day && (UntilDay is null || day < UntilDay);

    /// <summary>Whether it was taken back before it began.</summary>
    public bool WasTakenBack => UntilDay == FromDay;
}

/// <summary>Why a posting ended.</summary>
public enum PostingEnd
{
    /// <summary>Moved to another unit of the agency.</summary>
    Transfer,

    /// <summary>Another role, as after a promotion.</summary>
    ChangeOfRole,

    /// <summary>Left the service: retired, resigned or went to another agency.</summary>
    LeftService,

    /// <summary>The contract ended.</summary>
    EndOfContract,

    /// <summary>Suspended or dismissed.</summary>
    Discipline,

    /// <summary>Entered in error.</summary>
    EnteredInError
}

/// <summary>What nobody may do with the work of somebody who goes.</summary>
public static class HandingOn
{
    /// <summary>Work is left without anybody.</summary>
    public const string Unassigned = "Work waits for this person. Choose who takes it over.";

    /// <summary>Work would go to somebody who does not see it.</summary>
    public const string WrongTaker = "Work is taken over by somebody in use at the same unit or above it, decisions by somebody in the same role.";

    /// <summary>The unit would hold what nobody works on.</summary>
    public const string NobodyLeft = "Nobody would be left to work on what this unit holds. Invite somebody first.";

    /// <summary>The last administrator would be gone.</summary>
    public const string LastAdministrator = "The last administrator stays. Name another first, who has signed in once.";

    /// <summary>Somebody else's account.</summary>
    public const string NotKept = "You do not keep this account.";

    /// <summary>Somebody else's unit.</summary>
    public const string UnitNotKept = "You do not keep the accounts of this unit.";

    /// <summary>The name is taken.</summary>
    public const string NameTaken = "Somebody has this user name already.";
}
