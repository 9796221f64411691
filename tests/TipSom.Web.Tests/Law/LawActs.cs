using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Law;

/// <summary>What the tests of these pages share.</summary>
internal static class LawActs
{
    public static string Today => DayIn(0);

    public static string DayIn(int days) =>
        PakistanTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string UrlOf(this Case @case, string act = "") => $"/cases/{@case.Number}/law{act}";

    public static Task<Case> NewCaseAsync(this CaseSite site) => site.World.CaseAsync(site.Police.Officer);

    /// <summary>Fills in the form that posts and sends it.</summary>
    public static async Task<HttpResponseMessage> DoAsync(this CaseSite site, string url, params (string, string)[] fields) =>
        await site.Officer.SubmitAsync(await site.Officer.OpenAsync(url), null, fields);

    /// <summary>The page that follows a form that was taken.</summary>
    public static async Task<IHtmlDocument> DoneAsync(this CaseSite site, string url, params (string, string)[] fields)
    {
        var answer = await site.DoAsync(url, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{url} answered {(int)answer.StatusCode}: {(await answer.HtmlAsync()).MainText()}");
        return await site.Officer.FollowAsync(answer);
    }

    /// <summary>The case is closed while the form is open: the same page comes back with the sentence.</summary>
    public static async Task RefusesClosedAsync(this CaseSite site, Case @case, string url, params (string, string)[] fields)
    {
        var form = await site.Officer.OpenAsync(url);
        await site.CloseAsync(@case);

        await site.RefusedAsync(await site.Officer.SubmitAsync(form, null, fields), Case.ClosedAlready);
    }

    public static async Task RefusedAsync(this CaseSite _, HttpResponseMessage answer, string sentence)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(sentence, (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }
}
