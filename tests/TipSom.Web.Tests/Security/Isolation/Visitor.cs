using System.Net;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Security.Isolation;

/// <summary>Somebody who asks for addresses by hand, and reads every answer, its headers included, for words that are not theirs to know.</summary>
internal sealed class Visitor
{
    private readonly PortalBrowser browser;
    private readonly string[] foreign;
    private readonly string token;

    private Visitor(PortalBrowser browser, string[] foreign, string token) => (this.browser, this.foreign, this.token) = (browser, foreign, token);

    public List<string> Faults { get; } = [];

    public static async Task<Visitor> ComeAsync(Portal portal, Person person, Estate estate)
    {
        var browser = await portal.BrowserOfAsync(person.User);
        var token = (await browser.OpenAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        string[] foreign = person.Sight switch
        {
            Sight.All => [],
            Sight.Referrals => Estate.Personal,
            Sight.Numbers => [.. Estate.Personal, .. Estate.BetweenTheTwo],
            _ => [.. Estate.Personal, .. Estate.BetweenTheTwo, .. estate.Numbers]
        };
        return new Visitor(browser, foreign, token);
    }

    /// <summary>Reads a page by GET, and one that is refused by HEAD, which is refused alike; the status, or "reaches".</summary>
    public async Task<string> ReadAsync(string url)
    {
        using var answer = await browser.GetAsync(url);
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            Faults.Add($"GET {url}: {(int)answer.StatusCode}");
        await SearchAsync($"GET {url}", answer, url);
        if (answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound))
            return "reaches";
        using var head = await browser.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url), TestContext.Current.CancellationToken);
        if (head.StatusCode != answer.StatusCode)
            Faults.Add($"GET {url}: {(int)answer.StatusCode}, HEAD: {(int)head.StatusCode}");
        return $"{(int)answer.StatusCode}";
    }

    /// <summary>Posts to every handler of a page that may not be read, with all that a form of one's own would carry.</summary>
    public async Task PostAsync(PageOfPortal page, string url, string seen)
    {
        // A name that no handler has is answered by the page itself, not by nothing.
        foreach (var handler in page.PostHandlers.DefaultIfEmpty(null).Append("Nonesuch"))
        {
            var target = handler is null ? url : $"{url}?handler={handler}";
            using var answer = await browser.Client.PostAsync(target, new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["__once"] = Guid.CreateVersion7().ToString()
            }), TestContext.Current.CancellationToken);
            // An empty form may be refused as a form before the record is looked for, and a page without forms takes none; never is it done.
            if ($"{(int)answer.StatusCode}" is var status && status != seen && (seen == "403" || status is not ("400" or "405")))
                Faults.Add($"POST {target}: {status}, and reading it is {seen}");
            await SearchAsync($"POST {target}", answer, url);
        }
    }

    /// <summary>A part of somebody else's record is not found under the number of an own one.</summary>
    public async Task MissesAsync(PageOfPortal page, string url)
    {
        using var answer = await browser.GetAsync(url);
        if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
            Faults.Add($"GET {url}: {(int)answer.StatusCode}, under the number of another case");
        await SearchAsync($"GET {url}", answer, url);
        await PostAsync(page, url, $"{(int)answer.StatusCode}");
    }

    private async Task SearchAsync(string what, HttpResponseMessage answer, string asked)
    {
        var text = $"{answer.Headers} {answer.Content.Headers} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        foreach (var word in foreign)
        {
            // What somebody typed into the address bar themselves is no news to them.
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase) && !asked.Contains(word, StringComparison.Ordinal))
                Faults.Add($"{what} says {word}");
        }
    }
}
