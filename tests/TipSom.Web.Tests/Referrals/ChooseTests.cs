using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class ChooseTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    private static readonly PersonFacts Girl = new(Safety.NotSafe, Sex.Female, new Age(16, false), [ServiceType.Shelter, ServiceType.LegalAid]);

    [Fact]
    public async Task Strangers_are_refused()
    {
        var (police, other, shelter) = (await pages.World.PoliceAsync(), await pages.World.PoliceAsync(), await pages.World.ProviderAsync());
        var @case = await pages.World.CaseAsync(police.Officer);

        await pages.RefusesStrangersAsync(UrlOf(@case), shelter.Caseworker, other.Officer);
    }

    [Fact]
    public async Task Who_fits_can_be_chosen_and_the_others_say_why_not()
    {
        var (police, shelter) = await pages.BoundAsync();
        var mens = await pages.World.ProviderAsync([VictimGroup.Men]);
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow());
        await pages.World.AgreementAsync(police, mens, t => t with { InForceTo = today.AddDays(-3) });
        var @case = await GirlsCaseAsync(police);

        var page = await (await pages.As(police.Officer)).OpenAsync(UrlOf(@case));

        var fitting = page.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox][name=to]").Select(i => i.Value).ToList();
        Assert.Contains(shelter.Service.Id.ToString(), fitting);
        Assert.DoesNotContain(mens.Service.Id.ToString(), fitting);
        Assert.Contains("200 of 200 places free", page.MainText());
        Assert.Contains("Girl · 16 years · Safe place to stay · Lahore", page.MainText());
        var why = Assert.Single(page.QuerySelectorAll(".not-offered li .reasons"), r => r.TextContent.Contains("agreement has expired", StringComparison.Ordinal)).TextContent;
        Assert.Contains("does not take this group", why);
        Assert.Contains(today.AddDays(-3).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), why);
        Assert.DoesNotContain("Canary", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task An_agreement_that_ends_soon_and_places_not_confirmed_today_are_said()
    {
        var police = await pages.World.PoliceAsync();
        var shelter = await pages.World.ProviderAsync(freePlaces: null);
        await pages.World.AgreementAsync(police, shelter, t => t with { InForceTo = PakistanTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(12) });
        var @case = await GirlsCaseAsync(police);

        var page = await (await pages.As(police.Officer)).OpenAsync(UrlOf(@case));

        var choice = page.QuerySelector($"input[value='{shelter.Service.Id}']")!.Closest(".choice")!.TextContent;
        Assert.Contains("Agreement ends in 12 days", choice);
        Assert.Contains("Places not known", choice);
    }

    [Fact]
    public async Task Without_consent_nobody_can_be_chosen()
    {
        var (police, _) = await pages.BoundAsync();
        var @case = await pages.World.CaseAsync(police.Officer, Girl);

        var page = await (await pages.As(police.Officer)).OpenAsync(UrlOf(@case));

        Assert.Empty(page.QuerySelectorAll("main input, main details"));
        Assert.NotNull(page.QuerySelector($"main a[href='/cases/{@case.Number}/people/1/consent']"));
    }

    [Fact]
    public async Task Where_nobody_fits_the_page_says_whom_to_call()
    {
        var police = await pages.World.PoliceAsync();
        var man = await pages.World.CaseAsync(police.Officer, new PersonFacts(Safety.NotSafe, Sex.Male, new Age(30, true), [ServiceType.Shelter]));
        await pages.World.ConsentAsync(police.Officer, man);

        var page = await (await pages.As(police.Officer)).OpenAsync(UrlOf(man));

        Assert.Contains("No provider fits now.", page.MainText());
        Assert.Empty(page.QuerySelectorAll("input[name=to]"));
    }

    [Fact]
    public async Task A_need_already_referred_leads_to_its_referral_and_the_other_need_is_one_link_away()
    {
        var (police, shelter) = await pages.BoundAsync();
        var @case = await GirlsCaseAsync(police);
        var referral = await pages.World.SendAsync(police.Officer, @case, shelter);
        var browser = await pages.As(police.Officer);

        var referred = await browser.OpenAsync($"{UrlOf(@case)}?need={referral.NeedId}");
        var unreferred = await browser.OpenAsync(UrlOf(@case));

        Assert.NotNull(referred.QuerySelector($"main a[href='/referrals/{referral.Number}']"));
        Assert.Empty(referred.QuerySelectorAll("input[name=to]"));
        Assert.Equal(2, referred.QuerySelectorAll(".switch a").Length);
        Assert.Contains("Legal aid", unreferred.QuerySelector(".switch [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task A_need_of_somebody_else_is_not_found()
    {
        var (police, _) = await pages.BoundAsync();
        var (mine, other) = (await GirlsCaseAsync(police), await GirlsCaseAsync(police));
        var othersNeed = await pages.World.AsAsync(police.Officer, (_, db) => db.Needs.Where(n => n.CaseId == other.Id).Select(n => n.Id).FirstAsync());

        var answer = await (await pages.As(police.Officer)).GetAsync($"{UrlOf(mine)}?need={othersNeed}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Continue_without_a_choice_says_what_is_missing()
    {
        var (police, _) = await pages.BoundAsync();
        var @case = await GirlsCaseAsync(police);
        var browser = await pages.As(police.Officer);
        var need = (await browser.OpenAsync(UrlOf(@case))).QuerySelector<IHtmlInputElement>("input[name=need]")!.Value;

        var page = await browser.FollowAsync(await browser.GetAsync($"/cases/{@case.Number}/people/1/send?need={need}"));

        Assert.Contains("Choose one to 4 providers.", page.QuerySelector(".error-summary")!.TextContent);
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/people/1/refer";

    private async Task<Case> GirlsCaseAsync(Force police)
    {
        var @case = await pages.World.CaseAsync(police.Officer, Girl);
        await pages.World.ConsentAsync(police.Officer, @case);
        return @case;
    }
}
