using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Startup;

public static class SignIn
{
    /// <summary>Wrong passwords before an account waits.</summary>
    public const int TriesBeforeLockout = 5;

    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    public static WebApplicationBuilder AddTipSomSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var isDevelopment = builder.Environment.IsDevelopment();
        services.AddIdentityCore<User>(o =>
            {
                o.Password.RequiredLength = 14;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Password.RequiredUniqueChars = 5;
                o.Lockout.MaxFailedAccessAttempts = TriesBeforeLockout;
                o.Lockout.DefaultLockoutTimeSpan = Lockout;
            })
            .AddEntityFrameworkStores<TipSomDbContext>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);

        services.AddSingleton<ServerSideTickets>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, o =>
        {
            o.Cookie.Name = isDevelopment ? "tipsom" : "__Host-tipsom";
            o.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.HttpOnly = true;
            o.ExpireTimeSpan = SessionStore.Idle;
            o.SlidingExpiration = true;
            o.LoginPath = "/account/sign-in";
            o.ReturnUrlParameter = "returnUrl";
            // A refusal is a status with a page of its own, not a redirect.
            o.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<ServerSideTickets>((o, tickets) => o.SessionStore = tickets);

        services.AddSingleton<SealedProtectionKeys>();
        services.AddDataProtection().SetApplicationName("TipSom");
        services.AddOptions<KeyManagementOptions>().Configure<SealedProtectionKeys>((o, keys) => o.XmlRepository = keys);

        services.AddAuthorization();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        return builder;
    }

    /// <summary>Who signed in is who the database is told is asking.</summary>
    public static IApplicationBuilder UseTipSomSignIn(this IApplicationBuilder app) => app
        .UseWhen(NeedsDatabase, pages => pages.Use(async (context, next) =>
        {
            await context.RequestServices.GetRequiredService<DatabaseCheck>().RunAsync(context.RequestAborted);
            await next(context);
        }))
        // At the top level: where the framework finds it nowhere there, it puts it before everything else, the error page included.
        .UseAuthentication()
        .Use((context, next) =>
        {
            context.TellWhoAsks();
            return next(context);
        });

    private static bool NeedsDatabase(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null;
}
