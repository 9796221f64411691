using System.Security.Claims;
using Microsoft.AspNetCore.Localization;

namespace TipSom.Web.Localisation;

/// <summary>
/// Whose language wins. The cookie remembers who chose it, so that on a shared computer the choice of the last user
/// does not beat the saved language of the present one, while a person's own switch works at once.
/// </summary>
public sealed class LanguageProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var cookie = Language.Read(httpContext);
        var culture = Cultures.Find(httpContext.Request.Query["culture"])
            ?? (cookie.Owner == Language.Owner(httpContext) ? Cultures.Find(cookie.Culture) : null)
            ?? Cultures.Find(httpContext.User.FindFirstValue("culture"))
            ?? Cultures.Find(cookie.Culture);
        return Task.FromResult(culture is null ? null : new ProviderCultureResult(culture.Name));
    }
}

public static class Language
{
    public static void Remember(HttpContext context, string culture)
    {
        var secure = !context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();
        context.Response.Cookies.Append(CookieName(secure), $"{culture}.{Owner(context)}", new CookieOptions
        {
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = secure,
            IsEssential = true,
        });
    }

    internal static (string? Culture, string? Owner) Read(HttpContext context)
    {
        var value = context.Request.Cookies[CookieName(secure: true)] ?? context.Request.Cookies[CookieName(secure: false)];
        var parts = value?.Split('.', 2);
        return parts is [var culture, var owner] ? (culture, owner) : (value, null);
    }

    internal static string Owner(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    // The prefix makes browsers refuse a copy set by another host, but it demands https.
    private static string CookieName(bool secure) => secure ? "__Host-tipsom-language" : "tipsom-language";
}
