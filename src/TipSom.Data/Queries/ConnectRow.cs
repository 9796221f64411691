namespace TipSom.Data.Queries;

/// <summary>A question whether somebody is the same person. Names nobody.</summary>
/// <param name="Number">Number of the request of another unit, or of the case where an officer was not sure.</param>
/// <param name="Position">The person of the case; null for a request.</param>
/// <param name="At">Since when it waits.</param>
/// <param name="UnitEn">The unit that asks, in English.</param>
/// <param name="UnitUr">The unit that asks, in Urdu.</param>
public sealed record ConnectRow(string Number, int? Position, DateTimeOffset At, string UnitEn, string UnitUr);
