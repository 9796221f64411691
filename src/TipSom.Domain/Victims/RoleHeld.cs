using TipSom.Domain.Identity;

namespace TipSom.Domain.Victims;

/// <summary>That a person is, or was, something in the case: since when, until when, by whose act and why. An ended one stays.</summary>
public sealed class RoleHeld
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaxLength = 300;

    private RoleHeld() { }

    internal RoleHeld(Guid id, Victim person, PersonRole role, byte[]? sealedReason, Actor by, DateTimeOffset now)
    {
        (Id, VictimId, CaseId, Role, Since) = (id, person.Id, person.CaseId, role, now);
        (ById, ByName, SealedReason) = (by.UserId, by.Name, sealedReason);
    }

    /// <summary>Internal id; what the reasons are sealed to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The person.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The role.</summary>
    public PersonRole Role { get; private set; }

    /// <summary>When the person took it on.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Who recorded that.</summary>
    public Guid ById { get; private set; }

    /// <summary>Name of who recorded it, as it was then.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>Sealed reason; null for the role that a person was logged in.</summary>
    public byte[]? SealedReason { get; private set; }

    /// <summary>When the person gave it up; null while it is held.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Who recorded the end.</summary>
    public Guid? EndedById { get; private set; }

    /// <summary>Name of who recorded the end, as it was then.</summary>
    public string? EndedByName { get; private set; }

    /// <summary>Sealed reason of the end.</summary>
    public byte[]? SealedEndReason { get; private set; }

    /// <summary>Whether the person holds it now.</summary>
    public bool IsHeld => Until is null;

    internal void End(byte[] sealedReason, Actor by, DateTimeOffset now) =>
        (Until, EndedById, EndedByName, SealedEndReason) = (now, by.UserId, by.Name, sealedReason);
}
