using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Telling;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Account;

public sealed class NotificationsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Url = "/account/notifications";

    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Signed_out_there_is_nothing_to_choose() => Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(Url)).StatusCode);

    [Fact]
    public async Task Mails_are_on_and_hours_are_not_quiet_until_somebody_says_otherwise()
    {
        var police = await world.PoliceAsync();
        var officer = await portal.BrowserOfAsync(police.Officer);

        var page = await officer.OpenAsync(Url);
        Assert.Equal(2, page.QuerySelectorAll("input[type=checkbox][checked]").Length);
        // Nothing ticked posts nothing.
        var saved = await officer.FollowAsync(await SubmitAsync(officer, page, ("Input.Work", "true"), ("Input.QuietFrom", "22:00"), ("Input.QuietTo", "06:30")));

        Assert.Contains("Your choice was saved.", saved.MainText());
        var choices = (await ChoicesOfAsync(police.Officer))!;
        Assert.Equal((true, false, new TimeOnly(22, 0), new TimeOnly(6, 30)), (choices.MailsWork, choices.MailsNews, choices.QuietFrom, choices.QuietTo));
        Assert.Equal("22:00", saved.QuerySelector("[name='Input.QuietFrom']")!.GetAttribute("value"));
        // One's own choice, and nobody else's.
        Assert.Null(await ChoicesOfAsync(police.Supervisor));
        await officer.FollowAsync(await SubmitAsync(officer, saved, ("Input.News", "true"), ("Input.QuietFrom", ""), ("Input.QuietTo", "")));
        Assert.Equal((false, true, null), ((await ChoicesOfAsync(police.Officer))!.MailsWork, (await ChoicesOfAsync(police.Officer))!.MailsNews, (await ChoicesOfAsync(police.Officer))!.QuietFrom));
    }

    [Theory]
    [InlineData("22:00", "", "Quiet hours need both a beginning and an end.")]
    [InlineData("22:00", "22:00", "Quiet hours cannot end when they begin.")]
    public async Task Quiet_hours_without_an_end_are_refused_with_what_was_typed_kept(string from, string to, string sentence)
    {
        var police = await world.PoliceAsync();
        var officer = await portal.BrowserOfAsync(police.Officer);

        var answer = await SubmitAsync(officer, await officer.OpenAsync(Url), ("Input.Work", "true"), ("Input.QuietFrom", from), ("Input.QuietTo", to));
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(sentence, page.MainText());
        Assert.Equal("22:00", page.QuerySelector("[name='Input.QuietFrom']")!.GetAttribute("value"));
        Assert.Null(await ChoicesOfAsync(police.Officer));
    }

    private static Task<HttpResponseMessage> SubmitAsync(PortalBrowser browser, AngleSharp.Html.Dom.IHtmlDocument page, params (string, string)[] fields)
    {
        foreach (var ticked in page.QuerySelectorAll("input[type=checkbox][checked]"))
            ((AngleSharp.Html.Dom.IHtmlInputElement)ticked).IsChecked = false;
        return browser.SubmitAsync(page, null, fields);
    }

    private Task<MailChoices?> ChoicesOfAsync(User user) => world.AsAsync(user, (_, db) => db.MailChoices.AsNoTracking().SingleOrDefaultAsync());
}
