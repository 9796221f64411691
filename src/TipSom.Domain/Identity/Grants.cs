using TipSom.Domain.Agencies;

namespace TipSom.Domain.Identity;

/// <summary>Who may make whom: nobody gives what they do not keep. The database says the same (246_who_keeps_whom).</summary>
public static class Grants
{
    /// <summary>The roles of one agency, which its administrator gives alone.</summary>
    public static IReadOnlyList<Role> OfAgencies { get; } =
        [Role.Officer, Role.Supervisor, Role.Caseworker, Role.ProviderManager, Role.AgencyAdministrator];

    /// <summary>Whether the role reaches beyond the own agency; two national administrators give it.</summary>
    public static bool IsNational(this Role role) => !OfAgencies.Contains(role);

    /// <summary>Whether an agency of this kind has somebody in the role.</summary>
    public static bool Fits(this Role role, AgencyKind kind) => role switch
    {
        Role.Officer or Role.Supervisor => kind is AgencyKind.Fia or AgencyKind.Police or AgencyKind.ChildProtection or AgencyKind.Labour or AgencyKind.Committee,
        Role.Caseworker or Role.ProviderManager => kind is AgencyKind.CareProvider or AgencyKind.ChildProtection,
        Role.AgencyAdministrator => true,
        Role.NationalCoordinator or Role.NationalAdministrator => kind == AgencyKind.Fia,
        Role.Analyst or Role.Auditor => kind is AgencyKind.Fia or AgencyKind.Oversight
    };

    /// <summary>The roles that somebody in the role <paramref name="by"/> gives alone in an agency of this kind.</summary>
    public static IEnumerable<Role> Of(Role by, AgencyKind kind) => OfAgencies.Where(role => role.Fits(kind) && by switch
    {
        Role.AgencyAdministrator => true,
        Role.NationalAdministrator => role == Role.AgencyAdministrator,
        _ => false
    });

    /// <summary>The roles that do the same work, so that one may take it over from the other.</summary>
    public static IReadOnlyList<Role> SideOf(Role role) => role switch
    {
        Role.Officer or Role.Supervisor => [Role.Officer, Role.Supervisor],
        Role.Caseworker or Role.ProviderManager => [Role.Caseworker, Role.ProviderManager],
        _ => [role]
    };

    /// <summary>Refuses who would change their own standing.</summary>
    public static void RefuseOneself(Guid person, Actor by)
    {
        if (person == by.UserId)
            throw new RuleBrokenException("Nobody changes their own role, posting or account.");
    }

    /// <summary>Refuses a role that the giver does not keep, or that the agency does not have.</summary>
    public static void Refuse(Role by, Role role, AgencyKind kind)
    {
        if (RefusalOf(by, role, kind) is { } sentence)
            throw new RuleBrokenException(sentence);
    }

    /// <summary>Why the role is refused; null where it is given.</summary>
    public static string? RefusalOf(Role by, Role role, AgencyKind kind) =>
        role.IsNational() ? "A national role takes two national administrators: one proposes, another confirms."
        : !role.Fits(kind) ? "This agency has nobody in this role."
        : !Of(by, kind).Contains(role) ? "The administrator of the agency decides where its people work."
        : null;

    /// <summary>Refuses a user name that cannot be typed everywhere.</summary>
    public static void RefuseUserName(string userName)
    {
        if (RefusalOfUserName(userName) is { } sentence)
            throw new RuleBrokenException(sentence);
    }

    /// <summary>Why the user name is refused; null where it can be typed everywhere.</summary>
    public static string? RefusalOfUserName(string userName) =>
        userName.Length is < 3 or > 100 || !userName.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-' or '+' or '@')
            ? "A user name has 3 to 100 small letters, digits and . _ - + @ and no space."
            : null;
}
