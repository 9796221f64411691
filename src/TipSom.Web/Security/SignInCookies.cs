namespace TipSom.Web.Security;

/// <summary>The cookies of signing in. Each holds random bits and says nothing; the prefix makes browsers refuse a copy set by another host, but it demands https.</summary>
public sealed class SignInCookies(IHostEnvironment environment)
{
    private static readonly TimeSpan DeviceIsKnown = TimeSpan.FromDays(365);

    private readonly string prefix = environment.IsDevelopment() ? "" : "__Host-";

    /// <summary>Key of the session.</summary>
    public string Session => prefix + "tipsom";

    /// <summary>Key of what comes between the password and the session.</summary>
    public string Half => prefix + "tipsom-half";

    /// <summary>Says that somebody signed in on this device before; not on a shared computer.</summary>
    public string Device => prefix + "tipsom-device";

    public void Set(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, Options(name));

    public void Remove(HttpContext context, string name)
    {
        if (context.Request.Cookies.ContainsKey(name))
            context.Response.Cookies.Delete(name, Options(name));
    }

    private CookieOptions Options(string name) => new()
    {
        Path = "/",
        HttpOnly = true,
        Secure = !environment.IsDevelopment(),
        // A link in a mail opens signed in; what comes before the session is followed from the portal's own pages only.
        SameSite = name == Session ? SameSiteMode.Lax : SameSiteMode.Strict,
        MaxAge = name == Device ? DeviceIsKnown : null,
        IsEssential = true
    };
}
