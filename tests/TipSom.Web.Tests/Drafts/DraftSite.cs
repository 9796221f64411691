using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Drafts;

/// <summary>What the script of a page sends, and the button that leaves.</summary>
internal static class DraftSite
{
    public static string Once(this IHtmlDocument page) => page.QuerySelector("form[data-draft] input[name=__once]")!.GetAttribute("value")!;

    public static string Version(this IHtmlDocument page) => page.QuerySelector("form[data-draft] input[name=__draftVersion]")!.GetAttribute("value")!;

    /// <summary>Posts to an address of the script, with the token of the page.</summary>
    public static Task<HttpResponseMessage> SendAsync(this PortalBrowser browser, IHtmlDocument page, string address, params (string Name, string Value)[] fields) =>
        browser.Client.PostAsync(address, new FormUrlEncodedContent(fields
            .Append(("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2))), TestContext.Current.CancellationToken);

    /// <summary>Saves as the script does.</summary>
    public static Task<HttpResponseMessage> SaveAsync(this PortalBrowser browser, IHtmlDocument page, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelector("form[data-draft]")!;
        return browser.SendAsync(page, "/drafts",
            ("Input.Page", form.GetAttribute("data-draft")!), ("Input.Title", form.QuerySelector("[name=__draft]")!.GetAttribute("value")!),
            ("Input.Form", page.Once()), ("Input.BasedOn", page.Version()),
            ("Input.Fields", JsonSerializer.Serialize(typed.Select(t => new[] { t.Name, t.Value }))));
    }

    /// <summary>Presses "Save draft and leave".</summary>
    public static async Task LeaveAsync(this PortalBrowser browser, IHtmlDocument page, params (string Name, string Value)[] fields)
    {
        var answer = await browser.SubmitAsync(page, "form[data-draft]", [.. fields, ("__leave", "true")]);
        Assert.Equal((HttpStatusCode.Redirect, "/?draft=kept"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }
}
