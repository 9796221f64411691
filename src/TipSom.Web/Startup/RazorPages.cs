using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using TipSom.Web.Binding;
using TipSom.Web.Drafts;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Startup;

public static class RazorPages
{
    public static WebApplicationBuilder AddTipSomPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var isDevelopment = builder.Environment.IsDevelopment();
        services.AddSingleton<FormKeys>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingMessages>();
        services.Configure<Helplines>(builder.Configuration.GetSection("Helplines"));
        services.AddScoped<RequestTransaction>();
        services.AddScoped<FormDrafts>();
        services.AddHostedService<DraftWorker>();
        services.AddRazorPages(o =>
            {
                o.Conventions.AddFolderApplicationModelConvention("/Dev", page => RefuseOutsideDevelopment(page, isDevelopment));
                o.Conventions.AddFolderApplicationModelConvention("/", DemandPermission);
            })
            .AddMvcOptions(o =>
            {
                o.ModelBinderProviders.Insert(0, new TextBinderProvider());
                o.ModelBinderProviders.Insert(0, new NumberBinderProvider());
                o.ModelMetadataDetailsProviders.Add(new AnnotationMessages());
                o.Filters.Add<RequestTransactionFilter>();
                o.Filters.Add<FormKeyFilter>();
                o.Filters.Add<RefusalFilter>();
                o.Filters.Add<OnceFilter>();
                o.Filters.Add<DraftFilter>();
            })
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Ui)));
        services.AddAntiforgery(o =>
        {
            // The prefix makes browsers refuse a copy set by another host, but it demands https.
            o.Cookie.Name = isDevelopment ? "tipsom-form" : "__Host-tipsom-form";
            o.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.Path = "/";
            o.SuppressXFrameOptionsHeader = true;
        });
        // Tokens are masked anew in each answer, and nothing a stranger chooses stands beside a secret.
        services.AddResponseCompression(o => o.EnableForHttps = true);
        return builder;
    }

    // A page nobody thought about is not served: the program does not start.
    private static void DemandPermission(PageApplicationModel page)
    {
        if (!page.HandlerTypeAttributes.Any(a => a is RequirePermissionAttribute or AllowAnonymousAttribute))
            throw new InvalidOperationException($"{page.ViewEnginePath} wears neither [RequirePermission] nor [AllowAnonymous].");
    }

    private static void RefuseOutsideDevelopment(PageApplicationModel page, bool isDevelopment)
    {
        if (!isDevelopment)
            page.Filters.Add(new NotHere());
    }

    private sealed class NotHere : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context) => context.Result = new NotFoundResult();

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}

/// <summary>Numbers to call, on every page and on the page shown when nothing else works.</summary>
public sealed class Helplines
{
    public string Police { get; set; } = "15";

    public string Trafficking { get; set; } = "111-247-786";
}
