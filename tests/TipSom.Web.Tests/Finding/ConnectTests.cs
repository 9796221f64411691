using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Finding;
using TipSom.Domain.Telling;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Finding;

/// <summary>Two units that know the same person: one asks, the other answers.</summary>
public sealed class ConnectTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused_where_it_is_asked_and_where_it_is_answered()
    {
        var (police, stranger, own, _) = await TwoWhoKnowAsync("9000011111111");
        var shelter = await pages.World.ProviderAsync();
        var other = (await pages.World.PoliceAsync()).Officer;
        var number = await AskAsync(police, own);

        await pages.RefusesStrangersAsync($"/cases/{own.Number}/people/1/connect", shelter.Caseworker, other);
        await pages.RefusesStrangersAsync($"/connect/{number}", shelter.Caseworker, other);
        Assert.Equal(HttpStatusCode.NotFound, (await (await pages.As(stranger.Officer)).GetAsync($"/cases/{own.Number}/people/1/connect")).StatusCode);
    }

    [Fact]
    public async Task The_other_side_reads_only_what_was_chosen_and_with_the_same_person_each_learns_the_others_number()
    {
        var (police, stranger, own, foreign) = await TwoWhoKnowAsync("9000022222221");
        var number = await AskAsync(police, own, ("Input.TellAge", "true"), ("Input.Contact", "SI Contactcanary, 042-1111111"));

        var asked = await pages.As(stranger.Officer);
        Assert.NotNull((await asked.OpenAsync("/")).QuerySelector($"main a[href='/connect/{number}']"));
        Assert.Contains(number, (await asked.OpenAsync("/notifications")).MainText());
        var question = await asked.OpenAsync($"/connect/{number}");
        Assert.Contains("25 to 34 years", question.MainText());
        Assert.Contains("SI Contactcanary", question.MainText());
        Assert.NotNull(question.QuerySelector($"main a[href='/cases/{foreign.Number}#person-1']"));
        Assert.DoesNotContain("Woman", question.MainText());
        Assert.DoesNotContain(own.Number, question.Source.Text);
        var waiting = await (await pages.As(police.Officer)).OpenAsync($"/connect/{number}");
        Assert.DoesNotContain(foreign.Number, waiting.Source.Text);
        Assert.Null(waiting.QuerySelector("main form[method=post]"));

        var answered = await asked.FollowAsync(await asked.SubmitAsync(question, null, ("Input.Answer", nameof(ConnectAnswer.Same))));

        Assert.Contains(own.Number, answered.MainText());
        var asker = await pages.As(police.Officer);
        Assert.Contains($"The other case: {foreign.Number}", (await asker.OpenAsync($"/connect/{number}")).MainText());
        Assert.Contains($"Also in {foreign.Number}", (await asker.OpenAsync($"/cases/{own.Number}")).MainText());
        Assert.Contains($"Also in {own.Number}", (await asked.OpenAsync($"/cases/{foreign.Number}")).MainText());
        Assert.Contains("Found to be the same person as in another case", (await asker.OpenAsync($"/cases/{own.Number}")).MainText());
        Assert.Equal(HttpStatusCode.NotFound, (await asker.GetAsync($"/cases/{foreign.Number}")).StatusCode);
        Assert.Null((await asked.OpenAsync("/")).QuerySelector($"main a[href='/connect/{number}']"));
        Assert.True(await pages.World.AsAsync(police.Officer, (_, db) => db.Notifications.AnyAsync(n => n.Kind == NotificationKind.ConnectAnswered && n.Number == number)));
    }

    [Theory]
    [InlineData(ConnectAnswer.NotSame, "9000033333331")]
    [InlineData(ConnectAnswer.CannotSay, "9000033333341")]
    public async Task Any_other_answer_tells_nothing_more(ConnectAnswer answer, string card)
    {
        var (police, stranger, own, foreign) = await TwoWhoKnowAsync(card);
        var number = await AskAsync(police, own);
        var asked = await pages.As(stranger.Officer);

        await asked.FollowAsync(await asked.SubmitAsync(await asked.OpenAsync($"/connect/{number}"), null, ("Input.Answer", $"{answer}")));

        var page = await (await pages.As(police.Officer)).OpenAsync($"/connect/{number}");
        Assert.Contains("Nothing else was told.", page.MainText());
        Assert.DoesNotContain(foreign.Number, page.Source.Text);
        Assert.DoesNotContain("Also in", (await (await pages.As(police.Officer)).OpenAsync($"/cases/{own.Number}")).MainText());
    }

    [Fact]
    public async Task It_is_answered_once_and_by_who_is_asked_only()
    {
        var (police, stranger, own, _) = await TwoWhoKnowAsync("9000044444441");
        var number = await AskAsync(police, own);
        var asked = await pages.As(stranger.Officer);
        var form = await asked.OpenAsync($"/connect/{number}");
        var late = await asked.OpenAsync($"/connect/{number}");
        await asked.FollowAsync(await asked.SubmitAsync(form, null, ("Input.Answer", "CannotSay")));

        var second = await asked.SubmitAsync(late, null, ("Input.Answer", "Same"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(["This question was answered already."], (await second.HtmlAsync()).Errors());
        // By a statement of their own the asker answers nothing.
        Assert.Equal(0, await pages.World.AsAsync(police.Officer, (_, db) => db.Database.ExecuteSqlAsync(
            $"update casework.connect_requests set answer = 'Same', answered_at = now(), answered_by_id = {police.Officer.Id} where number = {number}")));
    }

    [Fact]
    public async Task A_unit_that_does_not_hold_such_a_record_is_not_asked_and_nobody_is_asked_without_an_identity()
    {
        var (police, _, own, _) = await TwoWhoKnowAsync("9000055555551");
        var officer = await pages.As(police.Officer);
        var form = await LookAsync(officer, own);

        var elsewhere = await officer.SubmitAsync(
            form, null, ("Step", "Ask"), ("Input.UnitId", $"{(await pages.World.PoliceAsync()).Station.Id}"), ("Input.Purpose", "Danger"));
        var check = await (await officer.SubmitAsync(
            await officer.OpenAsync("/cases/new"), null, ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Male"), ("Input.Person.Years", "30"))).HtmlAsync();
        var nameless = (await officer.SubmitAsync(check, null, ("Step", "Save"))).Headers.Location!.OriginalString.Split('/', '?')[2];

        Assert.Equal(HttpStatusCode.Conflict, elsewhere.StatusCode);
        Assert.Equal([ConnectRequest.NotThere], (await elsewhere.HtmlAsync()).Errors());
        Assert.Contains("there is nothing to look for", (await officer.OpenAsync($"/cases/{nameless}/people/1/connect")).MainText());
    }

    private async Task<(Force Police, Force Stranger, Case Own, Case Foreign)> TwoWhoKnowAsync(string card)
    {
        var (police, stranger) = (await pages.World.PoliceAsync(), await pages.World.FiaAsync());
        var own = await pages.World.CaseAsync(police.Officer, identity: new IdentityDetails("Hashmat", null, card, null));
        var foreign = await pages.World.CaseAsync(stranger.Officer, identity: new IdentityDetails("حشمت", null, card, null));
        await pages.Portal.ReadNamesAsync();
        return (police, stranger, own, foreign);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> LookAsync(PortalBrowser officer, Case own) => await (await officer.SubmitAsync(
        await officer.OpenAsync($"/cases/{own.Number}/people/1/connect"), null, ("Step", "Look"))).HtmlAsync();

    private async Task<string> AskAsync(Force police, Case own, params (string, string)[] told)
    {
        var officer = await pages.As(police.Officer);
        var form = await LookAsync(officer, own);
        var unit = form.QuerySelector("[name='Input.UnitId']")!.GetAttribute("value")!;
        var page = await officer.FollowAsync(await officer.SubmitAsync(form, null, [("Step", "Ask"), ("Input.UnitId", unit), ("Input.Purpose", "SpareThePerson"), .. told]));
        Assert.Contains("The unit was asked.", page.MainText());
        return page.QuerySelector("main a[href^='/connect/']")!.GetAttribute("href")!.Split('/')[2];
    }
}
