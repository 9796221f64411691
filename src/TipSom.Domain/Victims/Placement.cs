using TipSom.Domain.Services;

namespace TipSom.Domain.Victims;

/// <summary>
/// What a provider must know of a person to say whether there is a place, beside sex, age and language. Null is "not known" and turns
/// nobody away.
/// </summary>
/// <param name="ChildrenAlong">How many children come along; 0 for none.</param>
/// <param name="OldestBoy">Age of the oldest boy among them, in years; null where there is none or it is not known.</param>
/// <param name="NeedsAccess">Whether a disability has to be provided for.</param>
/// <param name="HasCourtOrder">Whether an order of a court is in hand.</param>
/// <param name="HasIdentityPapers">Whether papers of identity are in hand.</param>
/// <param name="Security">How the place must be watched, where somebody judged it.</param>
public sealed record Placement(
    int? ChildrenAlong, int? OldestBoy, bool? NeedsAccess, bool? HasCourtOrder, bool? HasIdentityPapers, SecurityLevel? Security)
{
    /// <summary>More children than this are a mistyped number.</summary>
    public const int MostChildren = 20;

    /// <summary>Nothing is known yet.</summary>
    public static Placement NotKnown { get; } = new(null, null, null, null, null, null);

    /// <summary>Whether anything is known.</summary>
    public bool IsKnown => this != NotKnown;

    /// <summary>How the place must be watched: as judged, and never less than staffed where the risk is high.</summary>
    public SecurityLevel? SecurityAt(RiskLevel risk) =>
        risk == RiskLevel.High && Security is null or SecurityLevel.Open ? SecurityLevel.Staffed : Security;

    internal Placement Checked()
    {
        if (ChildrenAlong is < 0 or > MostChildren)
            throw new RuleBrokenException("Enter a number of children from 0 to {0}.", MostChildren);
        if (OldestBoy is { } years && (ChildrenAlong is not > 0 || years is < 0 or >= Age.Majority))
            throw new RuleBrokenException("The age of the oldest boy is from 0 to {0}, where children come along.", Age.Majority - 1);
        return this;
    }
}
