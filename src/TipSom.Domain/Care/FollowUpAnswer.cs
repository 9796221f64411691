namespace TipSom.Domain.Care;

/// <summary>What was found when somebody asked how the person is.</summary>
public enum FollowUpAnswer
{
    /// <summary>Safe and well.</summary>
    SafeAndWell,

    /// <summary>Needs help again; the sender is told.</summary>
    NeedsHelp,

    /// <summary>Could not be reached.</summary>
    NotReached,

    /// <summary>Does not want to be asked.</summary>
    DeclinedContact
}
