using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;
using TipSom.Web.Localisation;

namespace TipSom.Web.Startup;

public static class Localisation
{
    public static IServiceCollection AddTipSomLocalisation(this IServiceCollection services)
    {
        services.AddSingleton<IStringLocalizerFactory, UiLocalizerFactory>();
        services.AddLocalization();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PortalTime>();
        // Razor's default writes every Urdu letter as a numeric entity. Markup stays encoded.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.DefaultRequestCulture = new(Cultures.English);
            o.SupportedCultures = o.SupportedUICultures = [Cultures.English, Cultures.Urdu];
            o.ApplyCurrentCultureToResponseHeaders = true;
            o.RequestCultureProviders = [new LanguageProvider(), new AcceptLanguageHeaderRequestCultureProvider { Options = o }];
        });
        return services;
    }

    /// <summary>After authentication: the saved language is a claim.</summary>
    public static IApplicationBuilder UseTipSomLanguage(this IApplicationBuilder app) =>
        app.UseRequestLocalization().Use((context, next) =>
        {
            // A link from a message carries its language; the pages after it keep it.
            if (HttpMethods.IsGet(context.Request.Method) && Cultures.Find(context.Request.Query["culture"]) is { } asked)
                Language.Remember(context, asked.Name);
            return next(context);
        });
}
