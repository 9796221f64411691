using Microsoft.AspNetCore.Identity;
using TipSom.Domain.Identity;

namespace TipSom.Data.Identity;

/// <summary>An account: one person, one role, one unit. Role, unit and standing are changed by administrators only, never by the account's own requests.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>Longest display name, in characters.</summary>
    public const int DisplayNameMaxLength = 80;

    /// <summary>Name and rank as colleagues on both sides read it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The unit the person belongs to.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The agency of that unit.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>What the person does.</summary>
    public required Role Role { get; init; }

    /// <summary>Saved language, <c>en-PK</c> or <c>ur-PK</c>; null until chosen.</summary>
    public string? Culture { get; set; }

    /// <summary>When the account was disabled; null while it is in use.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>When the person last signed in; null until then.</summary>
    public DateTimeOffset? LastSignedInAt { get; init; }

    /// <summary>Whether it is a demo account, which exist in Development only.</summary>
    public bool IsDemo { get; init; }
}
