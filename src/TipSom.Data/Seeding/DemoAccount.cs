using TipSom.Domain.Identity;

namespace TipSom.Data.Seeding;

/// <summary>A person of the demo data whom anybody may sign in as, in Development.</summary>
/// <param name="UserName">What is typed to sign in.</param>
/// <param name="DisplayName">Name and rank as colleagues read it.</param>
/// <param name="Role">What the person does.</param>
/// <param name="UnitCode">The unit the person belongs to.</param>
/// <param name="About">Whose person it is, for those who choose whom to sign in as.</param>
public sealed record DemoAccount(string UserName, string DisplayName, Role Role, string UnitCode, string About);
