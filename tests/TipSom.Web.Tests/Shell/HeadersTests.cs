using System.Net;

namespace TipSom.Web.Tests.Shell;

public sealed class HeadersTests(SharedShell shared) : IClassFixture<SharedShell>
{
    private readonly ShellHost host = shared.Host;

    [Theory]
    [InlineData("GET", Pages.Components, 200)]
    [InlineData("HEAD", Pages.Components, 200)]
    [InlineData("GET", "/css/site.css", 200)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/language", 302)]
    [InlineData("GET", "/no/such/page", 404)]
    [InlineData("POST", Pages.Components, 400)]
    [InlineData("PUT", Pages.Components, 405)]
    public async Task Every_kind_of_answer_carries_the_security_headers(string method, string url, int status)
    {
        var answer = await host.Browser().Send(new(method), url);

        Assert.Equal(status, (int)answer.StatusCode);
        AssertSecured(answer);
    }

    [Fact]
    public async Task A_stranger_s_host_name_is_refused_with_the_headers()
    {
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.Host = "evil.example";

        var answer = await browser.Get(Pages.Components);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        AssertSecured(answer);
    }

    [Theory]
    [InlineData(Pages.Components)]
    [InlineData("/language")]
    [InlineData("/no/such/page")]
    [InlineData("/health/ready")]
    [InlineData("/css/no-such.css")]
    public async Task Nothing_dynamic_is_kept_by_a_browser(string url)
    {
        var answer = await host.Browser().Get(url);

        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task The_style_sheet_is_asked_for_by_its_content_and_may_be_kept()
    {
        using var browser = host.Browser();
        var page = await (await browser.Get(Pages.Components)).Html();
        var address = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        var answer = await browser.Get(address);

        Assert.Matches(@"^/css/site\.[a-z0-9]+\.css$", address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("no-store", answer.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("WIPE")]
    public async Task Only_get_head_and_post_reach_a_page(string method)
    {
        var answer = await host.Browser().Send(new(method), Pages.Components);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("GET, HEAD, POST", answer.Header("Allow"));
    }

    [Fact]
    public async Task A_page_asks_nothing_of_other_hosts_and_holds_no_inline_script_or_style()
    {
        var page = await (await host.Browser().Get(Pages.Components)).Html();

        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("[src], link[href]"), e => Assert.StartsWith("/", e.GetAttribute("src") ?? e.GetAttribute("href")));
    }

    [Fact]
    public async Task Every_posting_form_carries_the_token_and_every_act_a_key()
    {
        var page = await (await host.Browser().Get(Pages.Components)).Html();

        var forms = page.QuerySelectorAll("form[method=post]");
        Assert.Equal(2, forms.Length);
        Assert.All(forms, form => Assert.Single(form.QuerySelectorAll("input[name=__RequestVerificationToken]")));
        Assert.Single(page.QuerySelectorAll("form[method=post] input[name=__once]"));
        Assert.Empty(page.QuerySelectorAll("form[method=get] input[name^=__]"));
    }

    [Theory]
    [InlineData(Pages.Components, "text/html; charset=utf-8")]
    [InlineData("/no/such/page", "text/html; charset=utf-8")]
    [InlineData("/css/site.css", "text/css; charset=utf-8")]
    [InlineData("/js/site.js", "text/javascript; charset=utf-8")]
    [InlineData("/favicon.svg", "image/svg+xml; charset=utf-8")]
    [InlineData("/health/live", "text/plain; charset=utf-8")]
    public async Task Every_text_names_its_letters(string url, string type) =>
        Assert.Equal(type, (await host.Browser().Get(url)).Content.Headers.ContentType?.ToString());

    [Theory]
    [InlineData("/appsettings.json")]
    [InlineData("/TipSom.Web.dll")]
    [InlineData("/js/site.js.map")]
    [InlineData("/.git/config")]
    [InlineData("/packages.lock.json")]
    public async Task A_file_that_is_no_style_script_or_picture_is_not_given_out(string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().Get(url)).StatusCode);

    private static void AssertSecured(HttpResponseMessage answer)
    {
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", answer.Header("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'; base-uri 'none'; object-src 'none'", answer.Header("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", answer.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", answer.Header("Permissions-Policy"));
        Assert.Contains("noindex", answer.Header("X-Robots-Tag"));
        Assert.Null(answer.Header("Server"));
    }
}
