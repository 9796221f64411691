using System.Security.Claims;

namespace TipSom.Web.Navigation;

/// <summary>One link of the main navigation; <paramref name="ShownTo"/> asks the permission, null means every signed-in user.</summary>
public sealed record NavigationItem(string Label, string Url, Func<ClaimsPrincipal, bool>? ShownTo = null);

/// <summary>The links of the main navigation, at most five for a role, filtered by what the user may do.</summary>
public static class MainNavigation
{
    public static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("My work", "/"),
        new("Cases", "/cases"),
        new("Referrals", "/referrals"),
        new("Inbox", "/inbox"),
        new("Providers", "/providers"),
        new("Agreements", "/agreements"),
        new("Referral board", "/board"),
    ];

    public static IEnumerable<NavigationItem> For(ClaimsPrincipal user) => For(user, Items);

    public static IEnumerable<NavigationItem> For(ClaimsPrincipal user, IEnumerable<NavigationItem> items) =>
        user.Identity?.IsAuthenticated == true ? items.Where(item => item.ShownTo?.Invoke(user) ?? true) : [];

    /// <summary>The item whose pages the path belongs to: the longest one it begins with.</summary>
    public static NavigationItem? Current(PathString path) => Items
        .Where(item => item.Url == "/" ? path == "/" : path.StartsWithSegments(item.Url))
        .MaxBy(item => item.Url.Length);
}
