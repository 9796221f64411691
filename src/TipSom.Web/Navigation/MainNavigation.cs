using System.Security.Claims;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Navigation;

/// <summary>One link of the main navigation; shown to who holds <paramref name="Needs"/>.</summary>
public sealed record NavigationItem(string Label, string Url, Permission Needs)
{
    /// <summary>Who holds this reaches the page from another one.</summary>
    public Permission? Unless { get; init; }

    /// <summary>Further addresses whose pages belong to it.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}

/// <summary>The links of the main navigation, at most seven for a role, filtered by what the user may do.</summary>
public static class MainNavigation
{
    public static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("My work", "/", Permission.SeeOwnWork),
        new("Cases", "/cases", Permission.ReadCases),
        new("Find", "/find", Permission.FindPeople),
        new("Referrals", "/referrals", Permission.ReadSentReferrals),
        new("Inbox", "/inbox", Permission.ReadInbox),
        new("People in care", "/care", Permission.KeepCare),
        new("Our places", "/services", Permission.ConfirmPlaces),
        new("Providers", "/providers", Permission.ReadProviders),
        new("Agreements", "/agreements", Permission.ReadAgreements) { Unless = Permission.HandOverCases },
        new("Referral board", "/board", Permission.ReadBoard),
        new("Returns", "/returns", Permission.ReadReturns) { Unless = Permission.ReadStatistics },
        new("National figures", "/statistics", Permission.ReadStatistics) { Also = ["/returns", "/releases", "/downloads"] },
        new("Accounts", "/admin/users", Permission.KeepPeople),
        new("Units", "/admin/units", Permission.KeepUnits),
        new("Clocks", "/admin/clocks", Permission.KeepClocks),
        new("Mail", "/admin/mail", Permission.ReadMailDelivery) { Unless = Permission.KeepClocks },
        new("Emergency opening", "/admin/emergency", Permission.SwitchEmergencies),
        new("Audit trail", "/audit", Permission.ReadAudit),
    ];

    public static IEnumerable<NavigationItem> For(ClaimsPrincipal user) => For(user, Items);

    public static IEnumerable<NavigationItem> For(ClaimsPrincipal user, IEnumerable<NavigationItem> items) =>
        user.Identity?.IsAuthenticated == true ? items.Where(item => user.Allows(item.Needs) && !(item.Unless is { } other && user.Allows(other))) : [];

    /// <summary>Of the items that are shown, the one whose pages the path belongs to: the longest one it begins with.</summary>
    public static NavigationItem? Current(IEnumerable<NavigationItem> shown, PathString path) => shown
        .Where(item => item.Url == "/" ? path == "/" : item.Also.Prepend(item.Url).Any(url => path.StartsWithSegments(url)))
        .MaxBy(item => item.Url.Length);
}
