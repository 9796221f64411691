using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using TipSom.Domain.Agencies;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Users;

/// <summary>Lists of people to be invited, and how a browser sends them.</summary>
internal static class AccountLists
{
    public const string Heading = "Name and rank,User name,E-mail,Unit,Role";

    /// <summary>So many officers of a unit, with user names nobody has.</summary>
    public static string Of(Unit unit, int people) => string.Join('\n', [Heading, .. Enumerable.Range(1, people).Select(
        i => $"SI Listcanary {i},list.{Guid.NewGuid():n},,{unit.Code},Officer")]);

    public static Task<HttpResponseMessage> UploadListAsync(this PortalBrowser browser, string list) => browser.UploadListAsync(Encoding.UTF8.GetBytes(list));

    public static async Task<HttpResponseMessage> UploadListAsync(this PortalBrowser browser, byte[] list)
    {
        using var body = new MultipartFormDataContent();
        foreach (var hidden in (await browser.OpenAsync("/admin/users/import")).QuerySelectorAll("main form input[type=hidden]").OfType<IHtmlInputElement>())
            body.Add(new StringContent(hidden.Value), hidden.Name!);
        var file = new ByteArrayContent(list);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        body.Add(file, "List", "accounts.csv");
        return await browser.Client.PostAsync("/admin/users/import", body, TestContext.Current.CancellationToken);
    }
}
