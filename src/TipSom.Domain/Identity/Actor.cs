namespace TipSom.Domain.Identity;

/// <summary>Who acts: the signed-in person as the record of an act shows them.</summary>
/// <param name="UserId">The account.</param>
/// <param name="UnitId">The unit the person belongs to at this moment.</param>
/// <param name="AgencyId">The agency of that unit.</param>
/// <param name="Name">Name and rank as colleagues on both sides read it.</param>
public sealed record Actor(Guid UserId, Guid UnitId, Guid AgencyId, string Name);
