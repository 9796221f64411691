namespace TipSom.Domain.Cases;

/// <summary>What is still owed in a case and stands in the way of closing it.</summary>
/// <param name="UnfinishedReferrals">Numbers of the referrals that a provider has in hand.</param>
/// <param name="PeopleInNeed">Positions of the people with a need that is in nobody's hands.</param>
public sealed record CaseStanding(IReadOnlyList<string> UnfinishedReferrals, IReadOnlyList<int> PeopleInNeed);
