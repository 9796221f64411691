using Microsoft.AspNetCore.Authentication;
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
    public static WebApplicationBuilder AddTipSomSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentityCore<User>(o =>
            {
                o.Password.RequiredLength = 14;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Password.RequiredUniqueChars = 5;
            })
            .AddPasswordValidator<PasswordRules>()
            .AddEntityFrameworkStores<TipSomDbContext>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);

        services.AddSingleton<SignInCookies>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // Keys are bound to a name; one that is carried, and asks for its own PIN or finger.
            o.ServerDomain = builder.Configuration["TipSom:Passkeys:Domain"] is { Length: > 0 } domain
                ? domain
                : builder.Configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
            o.AuthenticatorAttachment = "cross-platform";
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "preferred";
            // What the browser says in the signed answer is compared with the portal's own address: under our referrer policy a form carries no origin.
            o.ValidateOrigin = asked => ValueTask.FromResult(
                !asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host.Value}");
        });
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddScoped<SecurityKeys>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<NobodysPassword>();
        services.AddSingleton<CommonPasswords>();
        services.AddScoped<BrowserSessions>();
        services.AddScoped<Proofs>();
        services.AddHostedService<SignInWorker>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(IdentityConstants.ApplicationScheme, null);

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
    public static IApplicationBuilder UseTipSomSignIn(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() && !app.Services.GetRequiredService<CommonPasswords>().HasFile)
            app.Logger.LogWarning("{Setting} is not set: passwords known from breaches are taken if they are not made of common words", CommonPasswords.FileSetting);
        return app.UseSignInSteps();
    }

    private static IApplicationBuilder UseSignInSteps(this IApplicationBuilder app) => app
        .UseWhen(NeedsDatabase, pages => pages.Use(async (context, next) =>
        {
            await context.RequestServices.GetRequiredService<DatabaseCheck>().RunAsync(context.RequestAborted);
            await next(context);
        }))
        // At the top level: where the framework finds it nowhere there, it puts it before everything else, the error page included.
        .UseAuthentication()
        .Use((context, next) =>
        {
            if (context.User.IsHidden())
                return OpensWhileHidden(context.Request.Path) ? next(context) : LeadToHidden(context);
            context.TellWhoAsks();
            return next(context);
        });

    // While the screen is hidden the session opens no page but these, and tells the database nobody's name.
    private static bool OpensWhileHidden(PathString path) =>
        path.StartsWithSegments("/account/hidden") || path.StartsWithSegments("/account/sign-out") || path.StartsWithSegments("/language")
        || path.StartsWithSegments("/status") || path.StartsWithSegments("/health");

    private static Task LeadToHidden(HttpContext context)
    {
        context.Response.Redirect("/account/hidden");
        return Task.CompletedTask;
    }

    private static bool NeedsDatabase(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null;
}
