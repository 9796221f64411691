using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Finding;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Finding;

/// <summary>Who is added and may be on record already: shown, answered, recorded; nothing is blocked and nothing typed is lost.</summary>
public sealed class DuplicatesTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    private static (string, string)[] Answers(string card, string name = "Zarina Gul") =>
    [
        ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Female"), ("Input.Person.Years", "27"), ("Input.DistrictCode", "PB-LAHORE"),
        ("Input.Needs", "LegalAid"), ("Input.Who.Name", name), ("Input.Who.IdNumber", card), ("Input.Happened", "She was seen at the kiln.")
    ];

    [Theory]
    [InlineData("90000-6666666-1", "Somebody Elsename", "The same identity number")]
    [InlineData("", "زرینہ گل", "The name sounds alike")]
    public async Task The_check_shows_who_may_be_the_same_without_a_name(string card, string name, string because)
    {
        var (police, known) = await KnownAsync("9000066666661");
        var officer = await pages.As(police.Officer);

        var check = await CheckAsync(officer, Answers(card, name));

        Assert.NotNull(check.QuerySelector($"main a[href='/cases/{known.Number}#person-1']"));
        Assert.Contains(because, check.MainText());
        var saved = await officer.FollowAsync(await officer.SubmitAsync(check, null, ("Step", "Save")));
        Assert.Contains("The case was saved.", saved.MainText());
    }

    [Fact]
    public async Task The_same_person_leads_to_the_other_case_and_keeps_what_was_typed_and_may_be_saved_all_the_same()
    {
        var (police, known) = await KnownAsync("9000066666671");
        var officer = await pages.As(police.Officer);
        var check = await CheckAsync(officer, Answers("9000066666671"));

        var answer = await officer.SubmitAsync(check, null, ("Step", "Save"), ("Input.Alike[0].Answer", "Same"));
        var page = await answer.HtmlAsync("/cases/new");

        Assert.Contains("Nothing was saved here, and what you typed stays below.", page.MainText());
        Assert.NotNull(page.QuerySelector($"main .notice a[href='/cases/{known.Number}'][target=_blank]"));
        Assert.Equal("She was seen at the kiln.", page.ValueOf("Input.Happened"));
        Assert.Equal(1, await pages.World.AsAsync(police.Officer, (_, db) => db.Cases.CountAsync()));
        Assert.Equal(DuplicateAnswer.Same, (await ChoiceAsync(police)).Answer);
        var saved = await officer.FollowAsync(await officer.SubmitAsync(page, null, ("Step", "SaveAnyway")));
        Assert.Contains($"Also in {known.Number}", saved.MainText());
    }

    [Theory]
    [InlineData(DuplicateAnswer.Different, "9000066666681")]
    [InlineData(DuplicateAnswer.NotSure, "9000066666691")]
    public async Task Other_answers_save_the_case_and_are_recorded(DuplicateAnswer said, string card)
    {
        var (police, known) = await KnownAsync(card);
        var officer = await pages.As(police.Officer);
        var check = await CheckAsync(officer, Answers(card));

        await officer.FollowAsync(await officer.SubmitAsync(check, null, ("Step", "Save"), ("Input.Alike[0].Answer", $"{said}")));

        var choice = await ChoiceAsync(police);
        Assert.Equal((said, known.Victims[0].Id), (choice.Answer, choice.KnownVictimId));
        Assert.NotNull(choice.VictimId);
        Assert.False(await pages.World.AsAsync(police.Officer, (_, db) => db.PersonLinks.AnyAsync()));
    }

    [Fact]
    public async Task A_match_of_another_agency_is_a_unit_to_ask_after_saving()
    {
        var (police, _) = (await pages.World.PoliceAsync(), await KnownAsync("9000066666701"));
        var officer = await pages.As(police.Officer);

        var check = await CheckAsync(officer, Answers("9000066666701"));
        Assert.Contains("Possible match Ask: Test station, Test agency", check.MainText());
        var next = await officer.FollowAsync(await officer.SubmitAsync(check, null, ("Step", "Save"), ("Input.AskAfter", "true")));

        Assert.Contains("Does another unit know this person?", next.MainText());
    }

    [Fact]
    public async Task Adding_a_person_shows_once_who_may_be_the_same()
    {
        var (police, known) = await KnownAsync("9000066666711");
        var @case = await pages.World.CaseAsync(police.Officer, identity: new IdentityDetails("Kashif", null, null, null));
        var officer = await pages.As(police.Officer);
        (string, string)[] answers = [.. Answers("9000066666711").Where(a => a.Item1 is not ("Input.DistrictCode" or "Input.Happened"))];
        var asked = await (await officer.SubmitAsync(await officer.OpenAsync($"/cases/{@case.Number}/people/new"), null, answers)).HtmlAsync($"/cases/{@case.Number}/people/new");

        Assert.NotNull(asked.QuerySelector($"main a[href='/cases/{known.Number}#person-1']"));
        Assert.Equal("Zarina Gul", asked.ValueOf("Input.Who.Name"));
        var same = await (await officer.SubmitAsync(asked, null, ("Input.Alike[0].Answer", "Same"))).HtmlAsync($"/cases/{@case.Number}/people/new");
        Assert.Contains("Go on in the case that is there already", same.MainText());
        var added = await officer.FollowAsync(await officer.SubmitAsync(same, null, ("Input.Anyway", "true")));

        Assert.Contains("The person was added.", added.MainText());
        Assert.Contains($"Also in {known.Number}", added.QuerySelector("#person-2")!.TextContent);
    }

    private async Task<(Force Police, Case Known)> KnownAsync(string card)
    {
        var police = await pages.World.PoliceAsync();
        var known = await pages.World.CaseAsync(police.Officer, identity: new IdentityDetails("Zarina Gul", null, card, null));
        await pages.Portal.ReadNamesAsync();
        return (police, known);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> CheckAsync(PortalBrowser officer, (string, string)[] answers) =>
        await (await officer.SubmitAsync(await officer.OpenAsync("/cases/new"), null, answers)).HtmlAsync("/cases/new");

    private Task<DuplicateChoice> ChoiceAsync(Force police) => pages.World.AsAsync(police.Officer, (_, db) => db.DuplicateChoices.SingleAsync());
}
