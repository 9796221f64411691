using System.Net;
using Microsoft.AspNetCore.StaticAssets;

namespace TipSom.Web.Startup;

public static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'; report-to csp; report-uri " + CspReports.Path;

    // A file that is given out runs nothing and loads nothing, wherever it is opened.
    private const string PolicyOfFiles = "sandbox; default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private const string NoFeatures =
        "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), "
        + "gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), serial=(), usb=()";

    public static WebApplicationBuilder AddTipSomSecurityHeaders(this WebApplicationBuilder builder)
    {
        RequireHostNames(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        builder.Services.AddHsts(hsts =>
        {
            hsts.MaxAge = TimeSpan.FromDays(730);
            hsts.IncludeSubDomains = true;
            hsts.Preload = true;
        });
        builder.Services.AddHttpsRedirection(o => o.RedirectStatusCode = (int)HttpStatusCode.PermanentRedirect);
        // First of all start-up filters, so that the refusal of a wrong host name carries the headers too.
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, Outermost>());
        return builder;
    }

    /// <summary>Only GET, HEAD and POST go further: Razor would render a page for any other verb without running its handler.</summary>
    public static IApplicationBuilder UseKnownMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    });

    /// <summary>Browsers are sent to https; the health checks of a load balancer are answered as they ask.</summary>
    public static IApplicationBuilder UseTipSomHttps(this WebApplication app) => app.Environment.IsDevelopment()
        ? app
        : app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health"), pages => pages.UseHsts().UseHttpsRedirection());

    // With the default of "*" a stranger's Host header ends up in our links.
    private static void RequireHostNames(WebApplicationBuilder builder)
    {
        var hosts = (builder.Configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (hosts.Length == 0 || hosts.Contains("*"))
            throw new InvalidOperationException("AllowedHosts must name the host names of this portal, for example \"tipsom.example.gov.pk\"; \"*\" is refused.");
    }

    private static Task SetHeaders(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // A file somebody attached is opened, if at all, as nobody's page.
        headers.ContentSecurityPolicy = headers.ContentDisposition.Count > 0 ? PolicyOfFiles : ContentPolicy;
        headers["Reporting-Endpoints"] = $"csp=\"{CspReports.Path}\"";
        headers.XContentTypeOptions = "nosniff";
        // Where the letters are not named, a browser guesses them.
        var type = headers.ContentType.ToString();
        if ((type.StartsWith("text/", StringComparison.Ordinal) || type == "image/svg+xml") && !type.Contains("charset", StringComparison.OrdinalIgnoreCase))
            headers.ContentType = type + "; charset=utf-8";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoFeatures;
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.Remove("X-Frame-Options");
        // With anything weaker than no-store, Back after signing out shows the record again.
        if (!IsStaticAsset(context))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static bool IsStaticAsset(HttpContext context) =>
        context.Response.StatusCode < 400 && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private sealed class Outermost : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Response.OnStarting(SetHeaders, context);
                return rest(context);
            });
            next(app);
        };
    }
}
