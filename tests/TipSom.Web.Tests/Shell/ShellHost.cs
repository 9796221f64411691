using System.Security.Claims;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Shell;

/// <summary>The portal in memory, in Development unless told otherwise, with a way to make its pages fail.</summary>
public sealed class ShellHost(TestDatabase database) : WebApplicationFactory<Program>
{
    public string Environment { get; init; } = "Development";

    /// <summary>Thrown by every page while set, as a database that went away would.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Signs every request in, where set.</summary>
    public IReadOnlyList<Claim>? User { get; init; }

    public CapturedLog Log { get; } = new();

    public HttpClient Browser(string? culture = null)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            BaseAddress = new(Environment == "Development" ? "http://localhost" : "https://tipsom.example"),
        });
        if (culture is not null)
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(culture);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("ConnectionStrings:TipSom", database.AppConnectionString);
        builder.UseSetting("TipSom:ContextKey", Convert.ToBase64String(TestKeys.Context));
        builder.UseSetting("TipSom:MasterKey", Convert.ToBase64String(TestKeys.Master));
        if (Environment != "Development")
            builder.UseSetting("AllowedHosts", "tipsom.example");
        builder.ConfigureTestServices(services =>
        {
            if (User is not null)
                services.AddSingleton<IStartupFilter>(new SigningIn(new(new ClaimsIdentity(User, "test"))));
            services.Configure<MvcOptions>(o => o.Filters.Add(new Failing(this)));
            // What the tests provoke need not fill the console; they read it from Log.
            services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(Log);
        });
    }

    private sealed class SigningIn(ClaimsPrincipal user) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.User = user;
                return rest(context);
            });
            next(app);
        };
    }

    private sealed class Failing(ShellHost host) : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (host.Failure is { } failure)
                throw failure;
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}

/// <summary>One portal in Development for a class whose tests only look at it.</summary>
public sealed class SharedShell(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase database = new(server);

    public ShellHost Host => field ??= new(database);

    public ValueTask InitializeAsync() => database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await database.DisposeAsync();
    }
}

public static class Pages
{
    public const string Components = "/dev/components";

    public static async Task<IHtmlDocument> Html(this HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public static Task<HttpResponseMessage> Get(this HttpClient browser, string url) => browser.GetAsync(url, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> Send(this HttpClient browser, HttpMethod method, string url) =>
        browser.SendAsync(new HttpRequestMessage(method, url), TestContext.Current.CancellationToken);

    /// <summary>Posts the fields with the token of the page, the way its own form would.</summary>
    public static async Task<HttpResponseMessage> Post(this HttpClient browser, string url, params (string Key, string Value)[] fields)
    {
        var page = await (await browser.Get(Components)).Html();
        var token = page.ValueOf("input[name=__RequestVerificationToken]");
        var form = fields.Select(f => KeyValuePair.Create(f.Key, f.Value)).Append(new("__RequestVerificationToken", token));
        return await browser.PostAsync(url, new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
    }

    public static string ValueOf(this IHtmlDocument page, string input) => Assert.IsType<IHtmlInputElement>(page.QuerySelector(input), exactMatch: false).Value;

    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
