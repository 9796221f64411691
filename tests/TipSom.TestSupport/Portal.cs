using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TipSom.Data.Finding;
using TipSom.Data.Identity;
using TipSom.Web.Audit;
using TipSom.Web.Documents;
using TipSom.Web.Downloads;
using TipSom.Web.Finding;
using TipSom.Web.Retention;
using TipSom.Web.Security;
using TipSom.Web.Telling;
using Xunit;

namespace TipSom.TestSupport;

/// <summary>The whole portal in memory on a test database, as tipsom_app.</summary>
public sealed class Portal(TestDatabase database) : WebApplicationFactory<Program>
{
    private static readonly string[] Limits = ["PerUser", "PerAgency", "PerAddress", "FormsPerAddress", "Searches", "Exports"];

    public CapturedLog Log { get; } = new();

    public string Environment { get; init; } = "Development";

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Rounds of hashing a password; few unless a test measures them.</summary>
    public int Hashing { get; init; } = World.HashIterations;

    /// <summary>Further settings, such as those of the mail server.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Further services, such as a maker of downloads.</summary>
    public Action<IServiceCollection> Besides { get; init; } = _ => { };

    /// <summary>Reads every name, and what changed since, into the index of this portal.</summary>
    public async Task ReadNamesAsync()
    {
        var keeper = Services.GetRequiredService<IndexKeeper>();
        await (keeper.IsReady ? keeper.FollowAsync(CancellationToken.None) : keeper.FillAsync(CancellationToken.None));
    }

    /// <summary>A browser of its own: cookies, no redirects followed.</summary>
    public PortalBrowser Browser(string? culture = null)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new("http://localhost") });
        if (culture is not null)
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(culture);
        return new PortalBrowser(client);
    }

    /// <summary>A browser in which somebody of the <see cref="World"/> has signed in a moment ago, with both steps: a session as those steps make it, and its cookie.</summary>
    public async Task<PortalBrowser> BrowserOfAsync(User user, string? culture = null)
    {
        var cookies = new CookieContainer();
        var key = await Services.GetRequiredService<SessionStore>().StartAsync(
            new NewSession(user.Id, SessionStage.Full, IsShared: false, WithFactor: true, "Firefox, Linux", "192.0.2.1"), TestContext.Current.CancellationToken);
        cookies.Add(new Uri("http://localhost"), new Cookie(Services.GetRequiredService<SignInCookies>().Session, key));
        return Browser(cookies, culture);
    }

    /// <summary>A browser that holds cookies already.</summary>
    public PortalBrowser Browser(CookieContainer cookies, string? culture = null)
    {
        var client = CreateDefaultClient(new Uri("http://localhost"), new CookieContainerHandler(cookies));
        if (culture is not null)
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(culture);
        return new PortalBrowser(client, cookies);
    }

    /// <summary>The worker of the virus check of this portal.</summary>
    public ScanWorker ScanWorker() => ActivatorUtilities.CreateInstance<ScanWorker>(Services);

    /// <summary>The worker that anchors the audit trail of this portal.</summary>
    public AnchorWorker AnchorWorker() => ActivatorUtilities.CreateInstance<AnchorWorker>(Services);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("ConnectionStrings:TipSom", database.AppConnectionString);
        builder.UseSetting("TipSom:ContextKey", Convert.ToBase64String(TestKeys.Context));
        builder.UseSetting("TipSom:MasterKey", Convert.ToBase64String(TestKeys.Master));
        builder.UseSetting("AllowedHosts", "localhost");
        // A test asks in a second what a person asks in an hour; the limits have tests of their own.
        foreach (var limit in Limits)
            builder.UseSetting($"RateLimits:{limit}", "1000000");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        // Reminders come, and names are read, when a test says so, not in the middle of another.
        builder.ConfigureServices(services => services.Remove(services.Single(s => s.ImplementationType == typeof(ClockWorker))));
        builder.ConfigureServices(services => services.Remove(services.Single(s => s.ImplementationType == typeof(RetentionWorker))));
        // So do the answers of the virus scanner.
        builder.ConfigureServices(services => services.Remove(services.SingleOrDefault(s => s.ImplementationType == typeof(ScanWorker))!));
        builder.ConfigureServices(services => services.Remove(services.Single(s => s.ImplementationType == typeof(FindingWorker))));
        // Sessions by a clock that is behind would be taken away as long over.
        builder.ConfigureServices(services => services.Remove(services.Single(s => s.ImplementationType == typeof(SignInWorker))));
        // Files of figures are made when a test says so.
        builder.ConfigureServices(services => services.Remove(services.Single(s => s.ImplementationType == typeof(DownloadWorker))));
        builder.ConfigureServices(Besides);
        // The trail is anchored when a test says so.
        builder.ConfigureServices(services => services.Remove(services.Single(s => s.ImplementationType == typeof(AnchorWorker))));
        builder.ConfigureServices(services => services.Remove(services.Single(s => s.ImplementationType == typeof(KeyWorker))));
        builder.ConfigureServices(services => services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = Hashing));
        builder.ConfigureServices(services => services
            .RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(Log)
            .RemoveAll<TimeProvider>().AddSingleton(Clock)
            .AddTransient<IStartupFilter, PlaceFilter>());
    }
}

/// <summary>Lets a test say from which address a request comes.</summary>
internal sealed class PlaceFilter : IStartupFilter
{
    public const string Header = "Test-Place";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            if (context.Request.Headers.TryGetValue(Header, out var place))
                context.Connection.RemoteIpAddress = IPAddress.Parse(place!);
            return rest(context);
        });
        next(app);
    };
}

/// <summary>Walks pages the way a person does: opens, fills in the form that is there, sends it.</summary>
public sealed class PortalBrowser(HttpClient client, CookieContainer? cookies = null)
{
    public HttpClient Client => client;

    /// <summary>The cookies, as a thief would copy them.</summary>
    public string Cookies => cookies!.GetCookieHeader(new Uri("http://localhost"));

    public async Task SignInAsync(string userName, string password)
    {
        var answer = await GivePasswordAsync(userName, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        if (answer.Headers.Location!.OriginalString.StartsWith("/account/second-step", StringComparison.Ordinal))
            Assert.Equal(HttpStatusCode.Redirect, (await GiveCardCodeAsync(await FollowAsync(answer))).StatusCode);
    }

    /// <summary>The first step.</summary>
    public async Task<HttpResponseMessage> GivePasswordAsync(string userName, string password) => await SubmitAsync(
        await OpenAsync("/account/sign-in"), "form[action='/account/sign-in']", ("Input.UserName", userName), ("Input.Password", password));

    /// <summary>Gives the code of the <see cref="World"/>'s card that a page asks for.</summary>
    public Task<HttpResponseMessage> GiveCardCodeAsync(IHtmlDocument page, params (string, string)[] fields) => SubmitAsync(
        page, null, [("Second.With", "Card"), ("Second.Code", World.CodeOf(NextCodeOf(page))), .. fields]);

    /// <summary>The number of the code that a page asks for.</summary>
    public static int NextCodeOf(IHtmlDocument page) => int.Parse(
        string.Concat(page.QuerySelector("input[value=Card] + label")!.TextContent.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Says from which address the requests come.</summary>
    public PortalBrowser At(string place)
    {
        client.DefaultRequestHeaders.Remove(PlaceFilter.Header);
        client.DefaultRequestHeaders.Add(PlaceFilter.Header, place);
        return this;
    }

    public Task<HttpResponseMessage> GetAsync(string url) => client.GetAsync(url, TestContext.Current.CancellationToken);

    /// <summary>Opens a page that must be there.</summary>
    public async Task<IHtmlDocument> OpenAsync(string url)
    {
        using var answer = await GetAsync(url);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"GET {url} answered {(int)answer.StatusCode}");
        return await answer.HtmlAsync(url);
    }

    /// <summary>Follows a redirect to a page that must be there.</summary>
    public Task<IHtmlDocument> FollowAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"expected a redirect, got {(int)answer.StatusCode}");
        return OpenAsync(answer.Headers.Location!.OriginalString);
    }

    /// <summary>
    /// Sends a form of the page with what it already holds and the given fields; a field given replaces the one of that name, several
    /// of one name are all sent. The one form in the main part where no selector is given, besides that which begins a draft anew.
    /// </summary>
    public Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string? form = null, params (string Name, string Value)[] fields)
    {
        var element = Assert.IsType<IHtmlFormElement>(Assert.Single(page.QuerySelectorAll(form ?? "main form[method=post]:not([action='/drafts/end'])")), exactMatch: false);
        var given = fields.Select(f => f.Name).ToHashSet();
        var body = element.QuerySelectorAll("input[name], select[name], textarea[name]")
            .Where(e => !given.Contains(e.GetAttribute("name")!) && IsSent(e))
            .Select(e => KeyValuePair.Create(e.GetAttribute("name")!, ValueOf(e)))
            .Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var action = element.GetAttribute("action") is { Length: > 0 } target ? target : new Uri(page.Url).PathAndQuery;
        return client.PostAsync(action, new FormUrlEncodedContent(body), TestContext.Current.CancellationToken);
    }

    private static bool IsSent(IElement element) => element is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false };

    private static string ValueOf(IElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => ""
    };
}

/// <summary>Answers as pages.</summary>
public static class Answers
{
    public static async Task<IHtmlDocument> HtmlAsync(this HttpResponseMessage answer, string? url = null)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var address = answer.RequestMessage?.RequestUri?.ToString() ?? $"http://localhost{url}";
        var context = BrowsingContext.New();
        return (IHtmlDocument)await context.OpenAsync(r => r.Content(text).Address(address));
    }

    /// <summary>The text a person reads in the main part, spaces folded.</summary>
    public static string MainText(this IHtmlDocument page) =>
        string.Join(' ', (page.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
