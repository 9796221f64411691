using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Finding;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Finding;

public sealed class FindTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    private static readonly IdentityDetails Yousaf = new("Muhammad Yousaf", "Gulfraz Khan", "3520212345671", "0399-0000777");

    [Fact]
    public async Task Strangers_are_refused()
    {
        var (police, shelter) = (await pages.World.PoliceAsync(), await pages.World.ProviderAsync());

        // Another agency has a search page of its own.
        await pages.RefusesStrangersAsync("/find", shelter.Caseworker, (await pages.World.PoliceAsync()).Officer, HttpStatusCode.OK);
        Assert.NotNull((await (await pages.As(police.Officer)).OpenAsync("/")).QuerySelector("nav a[href='/find']"));
    }

    [Theory]
    [InlineData("Mohd. Yusuf", "The name sounds alike")]
    [InlineData("محمد يوسف", "The name sounds alike")]
    [InlineData("۳۵۲۰۲-۱۲۳۴۵۶۷-۱", "The same identity number")]
    [InlineData("0092 399 0000777", "The same telephone; two people may share one")]
    public async Task Line_11_A_person_is_found_by_whatever_somebody_has_and_shown_without_a_name(string typed, string because)
    {
        var police = await pages.World.PoliceAsync();
        var @case = await pages.World.CaseAsync(police.Officer, identity: Yousaf);
        await pages.Portal.ReadNamesAsync();

        var page = await FindAsync(police, typed);

        Assert.Equal([$"/cases/{@case.Number}#person-1"], page.QuerySelectorAll("main .tasks a").Select(a => a.GetAttribute("href")));
        Assert.Contains(because, page.MainText());
        Assert.Contains("Woman, 27 years", page.MainText());
        Assert.DoesNotContain("Yousaf", page.MainText());
        Assert.DoesNotContain("Gulfraz", page.Source.Text);
        Assert.Equal("/find", new Uri(page.Url).PathAndQuery);
    }

    [Theory]
    [InlineData("۳۵۲۰۲-۱۲۳۴۵۶۷-۱", 1)]
    [InlineData("0092 399 0000777", 1)]
    [InlineData("3520212345673", 0)]
    public async Task Before_the_index_is_filled_a_number_is_found_within_the_own_sight(string typed, int found)
    {
        var police = await pages.World.PoliceAsync();
        await pages.World.CaseAsync(police.Officer, identity: Yousaf);
        await pages.World.CaseAsync((await pages.World.FiaAsync()).Officer, identity: Yousaf);
        await using var portal = new Portal(pages.World.Database);
        var officer = await portal.BrowserOfAsync(police.Officer);

        var page = await (await officer.SubmitAsync(await officer.OpenAsync("/find"), null, ("Input.Text", typed))).HtmlAsync();

        Assert.Equal(found, page.QuerySelectorAll("main .tasks a").Length);
    }

    [Fact]
    public async Task Line_9_An_identity_card_with_Urdu_digits_is_kept_as_thirteen_digits()
    {
        var police = await pages.World.PoliceAsync();
        var officer = await pages.As(police.Officer);
        var check = await (await officer.SubmitAsync(
            await officer.OpenAsync("/cases/new"), null, ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Male"), ("Input.Person.Years", "30"),
            ("Input.DistrictCode", "PB-LAHORE"), ("Input.Who.IdNumber", "۳۵۲۰۲-۱۲۳۴۵۶۷-۱"))).HtmlAsync();
        await officer.FollowAsync(await officer.SubmitAsync(check, null, ("Step", "Save")));
        await pages.Portal.ReadNamesAsync();

        Assert.Single((await FindAsync(police, "3520212345671")).QuerySelectorAll("main .tasks a"));
    }

    [Theory]
    [InlineData("Munni")]
    [InlineData("زلیخا")]
    [InlineData("ab 1234567")]
    public async Task A_person_is_found_by_a_nickname_the_other_script_and_any_paper(string typed)
    {
        var police = await pages.World.PoliceAsync();
        var identity = new IdentityDetails("Kaneez Bano", null, null, null)
        {
            NameInOtherScript = "زلیخا",
            Nickname = "Munni",
            Papers = [new IdentityPaper("PASSPORT", "AB1234567", "PK", false, true)]
        };
        await pages.World.CaseAsync(police.Officer, identity: identity);
        await pages.Portal.ReadNamesAsync();

        Assert.Single((await FindAsync(police, typed)).QuerySelectorAll("main .tasks a"));
    }

    [Fact]
    public async Task An_FIR_written_down_with_the_law_of_a_case_finds_it_and_only_for_those_who_see_it()
    {
        var police = await pages.World.PoliceAsync();
        var @case = await pages.World.CaseAsync(police.Officer);
        var report = await pages.World.FirAsync(police.Officer, @case, police.Station, 4711);

        Assert.Equal($"/cases/{@case.Number}#person-1", (await FindAsync(police, report.Number)).QuerySelector("main .tasks a")!.GetAttribute("href"));
        Assert.Contains("Nobody was found", (await FindAsync(await pages.World.PoliceAsync(), report.Number)).MainText());
    }

    [Fact]
    public async Task A_case_a_referral_and_an_FIR_are_found_by_their_numbers()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var number = await pages.World.AsAsync(police.Officer, (_, db) => db.Cases.Where(c => c.Id == referral.CaseId).Select(c => c.Number).SingleAsync());
        var officer = await pages.As(police.Officer);
        var check = await (await officer.SubmitAsync(
            await officer.OpenAsync("/cases/new"), null, ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Male"), ("Input.Person.Years", "30"),
            ("Input.DistrictCode", "PB-LAHORE"), ("Input.StationReference", "771/2026"))).HtmlAsync();
        await officer.FollowAsync(await officer.SubmitAsync(check, null, ("Step", "Save")));

        foreach (var typed in new[] { number.ToLowerInvariant(), referral.Number })
            Assert.Equal($"/cases/{number}#person-1", (await FindAsync(police, typed)).QuerySelector("main .tasks a")!.GetAttribute("href"));
        Assert.Contains("Man, 30 years", (await FindAsync(police, "۷۷۱/۲۰۲۶")).MainText());
        Assert.Contains("Nobody was found", (await FindAsync(await pages.World.PoliceAsync(), number)).MainText());
    }

    [Fact]
    public async Task What_lies_beyond_the_own_sight_is_a_unit_to_ask_and_nothing_else()
    {
        var (police, stranger) = (await pages.World.PoliceAsync(), await pages.World.FiaAsync());
        var secret = await pages.World.CaseAsync(stranger.Officer, identity: new IdentityDetails("Hashmat Beyondcanary", "Rustam Farcanary", "9000077777771", null));
        await pages.Portal.ReadNamesAsync();

        var byNumber = await FindAsync(police, "90000-7777777-1");
        var byNames = await FindAsync(police, "حشمت بیانڈکینری", ("Input.Parent", "Rustam Farcanary"));
        var sure = await FindAsync(police, "Hashmat Beyondcanary", ("Input.Parent", "Rustam Farcanary"));
        var byName = await FindAsync(police, "Hashmat Beyondcanary", ("Input.Age", "27"), ("Input.DistrictCode", "PB-LAHORE"));

        foreach (var page in new[] { byNumber, sure })
        {
            Assert.Contains("Possible match Ask: Test station, Test agency 042-1111111", page.MainText());
            Assert.Empty(page.QuerySelectorAll("main .tasks a"));
        }

        // A name alone, with whatever else is easy to guess, tells nothing.
        Assert.DoesNotContain("Possible match", byName.MainText());
        foreach (var page in new[] { byNumber, byNames, sure, byName })
        {
            Assert.DoesNotContain(secret.Number, page.Source.Text);
            Assert.DoesNotContain($"{secret.Victims[0].Id}", page.Source.Text);
            Assert.DoesNotContain("Woman", page.QuerySelector("main section")!.TextContent);
        }
    }

    [Fact]
    public async Task Each_search_is_recorded_without_its_words_and_the_sixty_first_of_an_hour_is_refused()
    {
        var police = await pages.World.PoliceAsync();
        await FindAsync(police, "Zarmeena Canarybird");
        await FindAsync(police, "Zarmeena Canarybird");
        var kept = await pages.World.AsAsync(police.Officer, (_, db) => db.Searches.ToListAsync());
        Assert.Equal(2, kept.Count);
        Assert.Equal(kept[0].QueryHash, kept[1].QueryHash);
        Assert.All(kept, s => Assert.Equal((SearchKind.Name, police.Station.Id), (s.Kind, s.ActorUnitId)));
        await pages.World.AsAsync(police.Officer, (_, db) =>
        {
            for (var i = kept.Count; i < Search.MostAnHour; i++)
                db.Add(new Search(SearchKind.Name, [1], 0, 0, World.ActorOf(police.Officer), DateTimeOffset.UtcNow));
            return Task.FromResult(0);
        });

        var browser = await pages.As(police.Officer);
        var refused = await browser.SubmitAsync(await browser.OpenAsync("/find"), null, ("Input.Text", "Zarmeena"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await refused.HtmlAsync();
        Assert.Equal([Search.TooMany], page.Errors());
        Assert.Equal("Zarmeena", page.ValueOf("Input.Text"));
        await Assert.ThrowsAsync<DbUpdateException>(() => pages.World.AsAsync(police.Officer, (_, db) =>
        {
            db.Add(new Search(SearchKind.Name, [1], 0, 0, World.ActorOf(police.Officer), DateTimeOffset.UtcNow));
            return Task.FromResult(0);
        }));
    }

    [Fact]
    public async Task Until_the_index_is_filled_the_page_says_so_and_finds_by_number_of_a_case()
    {
        await using var portal = new Portal(pages.World.Database);
        var police = await pages.World.PoliceAsync();
        var @case = await pages.World.CaseAsync(police.Officer);
        var browser = await portal.BrowserOfAsync(police.Officer);

        var page = await browser.OpenAsync("/find");
        var found = await (await browser.SubmitAsync(page, null, ("Input.Text", @case.Number))).HtmlAsync();

        Assert.Contains("The index of names is still being filled", page.MainText());
        Assert.NotNull(found.QuerySelector($"main a[href='/cases/{@case.Number}#person-1']"));
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().GetAsync("/health/ready")).StatusCode);
        await portal.ReadNamesAsync();
        Assert.DoesNotContain("still being filled", (await browser.OpenAsync("/find")).MainText());
    }

    [Fact]
    public async Task In_Urdu_every_word_is_Urdu()
    {
        var police = await pages.World.PoliceAsync();
        await pages.World.CaseAsync(police.Officer, identity: Yousaf);
        await pages.Portal.ReadNamesAsync();
        var browser = await pages.As(police.Officer, "ur-PK");

        var page = await (await browser.SubmitAsync(await browser.OpenAsync("/find"), null, ("Input.Text", "3520212345671"))).HtmlAsync();

        foreach (var isolated in page.QuerySelectorAll("bdi").ToList())
            isolated.Remove();
        Assert.DoesNotMatch("[A-Za-z]{3,}", page.MainText());
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> FindAsync(Force police, string typed, params (string, string)[] more)
    {
        var browser = await pages.As(police.Officer);
        var answer = await browser.SubmitAsync(await browser.OpenAsync("/find"), null, [("Input.Text", typed), .. more]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.HtmlAsync("/find");
    }
}
