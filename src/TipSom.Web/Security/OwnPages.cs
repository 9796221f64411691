using Microsoft.AspNetCore.Mvc;

namespace TipSom.Web.Security;

/// <summary>Where a page leads that an address or a form named.</summary>
public static class OwnPages
{
    /// <summary>
    /// The wanted page if it is one of the portal's, the first page otherwise. Addresses of the portal are plain letters: any other would not go
    /// into the header of a redirect.
    /// </summary>
    public static string OwnPage(this IUrlHelper url, string? wanted) =>
        url.IsLocalUrl(wanted) && wanted.All(c => c is > ' ' and < '\u007f') ? wanted : "/";
}
