using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class SendTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var (police, shelter) = await pages.BoundAsync();
        var (_, url) = await ReadyAsync(police, shelter);

        await pages.RefusesStrangersAsync(url, shelter.Caseworker, (await pages.World.PoliceAsync()).Officer);
    }

    [Fact]
    public async Task What_is_previewed_is_sent_and_the_looking_is_recorded()
    {
        var (police, shelter) = await pages.BoundAsync();
        var (@case, url) = await ReadyAsync(police, shelter);
        var browser = await pages.As(police.Officer);

        var preview = await browser.OpenAsync(url);
        var openings = await OpeningsAsync(police, @case);
        var answer = await browser.SubmitAsync(preview, null, ("Input.Message", "Bring a blanket."), ("Input.IsSafe", "true"));
        var details = await browser.FollowAsync(answer);

        Assert.Contains(World.KnownIdentity.Name!, preview.MainText());
        Assert.DoesNotContain("Narrativecanary", preview.MainText());
        Assert.Equal(1, openings);
        Assert.Contains("The referral was sent at", details.MainText());
        Assert.Contains("Bring a blanket.", details.MainText());
        Assert.DoesNotContain("Canary", details.DocumentElement.OuterHtml);
        var sent = await pages.World.AsAsync(police.Officer, (_, db) => db.Referrals.Include(r => r.Disclosures).SingleAsync(r => r.CaseId == @case.Id));
        Assert.Equal(shelter.Service.Id, sent.ProviderServiceId);
        Assert.Equal(2, sent.Disclosures.Count);
    }

    [Fact]
    public async Task Only_what_the_consent_allows_is_shown_and_the_rest_is_named()
    {
        var (police, shelter) = await pages.BoundAsync();
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case, a => a with { Categories = [DataCategory.Phone] });

        var preview = await (await pages.As(police.Officer)).OpenAsync(await UrlAsync(police, @case, shelter));

        Assert.DoesNotContain(World.KnownIdentity.Name!, preview.MainText());
        Assert.Contains(World.KnownIdentity.Phone!, preview.MainText());
        Assert.Contains("Held back, because the consent does not allow it: Risk, Name, after acceptance", preview.MainText());
    }

    [Fact]
    public async Task The_preview_is_what_the_provider_reads()
    {
        var (police, shelter) = await pages.BoundAsync();
        var (_, url) = await ReadyAsync(police, shelter);
        var browser = await pages.As(police.Officer);
        var preview = await browser.OpenAsync(url);
        var sent = await browser.SubmitAsync(preview, null, ("Input.IsSafe", "true"));
        var number = sent.Headers.Location!.OriginalString.Split('/', '?')[2];
        var referral = await pages.World.AsAsync(police.Officer, (_, db) => db.Referrals.SingleAsync(r => r.Number == number));
        await pages.World.OpenAsync(shelter.Caseworker, referral);

        var read = await (await pages.As(shelter.Caseworker)).OpenAsync($"/referrals/{number}");

        Assert.Contains(preview.QuerySelector(".card .summary")!.OuterHtml, read.QuerySelectorAll(".card .summary").Select(s => s.OuterHtml));
    }

    [Fact]
    public async Task The_check_must_be_ticked_and_what_was_typed_stays()
    {
        var (police, shelter) = await pages.BoundAsync();
        var (@case, url) = await ReadyAsync(police, shelter);
        var browser = await pages.As(police.Officer);

        var answer = await browser.SubmitAsync(await browser.OpenAsync(url), null, ("Input.Message", "Bring a blanket."));
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Tick that you have checked", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("Bring a blanket.", page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.False(await pages.World.AsAsync(police.Officer, (_, db) => db.Referrals.AnyAsync(r => r.CaseId == @case.Id)));
    }

    [Fact]
    public async Task A_need_referred_in_the_meantime_is_refused_and_what_was_typed_stays()
    {
        var (police, shelter) = await pages.BoundAsync();
        var (@case, url) = await ReadyAsync(police, shelter);
        var browser = await pages.As(police.Officer);
        var preview = await browser.OpenAsync(url);
        await pages.World.SendAsync(police.Officer, @case, shelter);

        var answer = await browser.SubmitAsync(preview, null, ("Input.Message", "Bring a blanket."), ("Input.IsSafe", "true"));
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This need already has an open referral.", page.MainText());
        Assert.Equal("Bring a blanket.", page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.DoesNotContain("Canary", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task A_consent_withdrawn_in_the_meantime_sends_nothing()
    {
        var (police, shelter) = await pages.BoundAsync();
        var (@case, url) = await ReadyAsync(police, shelter);
        var browser = await pages.As(police.Officer);
        var preview = await browser.OpenAsync(url);
        await pages.World.AsAsync(police.Officer, async (_, db) =>
        {
            (await db.Consents.SingleAsync(c => c.CaseId == @case.Id)).Withdraw(TimeProvider.System.GetUtcNow());
            return 0;
        });

        var answer = await browser.SubmitAsync(preview, null, ("Input.IsSafe", "true"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("There is no consent in force.", (await answer.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task A_provider_that_does_not_fit_is_not_previewed()
    {
        var police = await pages.World.PoliceAsync();
        var unbound = await pages.World.ProviderAsync();
        var (_, url) = await ReadyAsync(police, unbound);

        var page = await (await pages.As(police.Officer)).OpenAsync(url);

        Assert.Contains("No agreement binds this provider.", page.MainText());
        Assert.DoesNotContain("Canary", page.DocumentElement.OuterHtml);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_sends_once()
    {
        var (police, shelter) = await pages.BoundAsync();
        var (@case, url) = await ReadyAsync(police, shelter);
        var browser = await pages.As(police.Officer);
        var preview = await browser.OpenAsync(url);

        var first = await browser.SubmitAsync(preview, null, ("Input.IsSafe", "true"));
        var second = await browser.SubmitAsync(preview, null, ("Input.IsSafe", "true"));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await pages.World.AsAsync(police.Officer, (_, db) => db.Referrals.CountAsync(r => r.CaseId == @case.Id && r.Status == ReferralStatus.Sent)));
    }

    [Fact]
    public async Task A_need_of_another_person_is_not_found()
    {
        var (police, shelter) = await pages.BoundAsync();
        var (mine, _) = await ReadyAsync(police, shelter);
        var (_, others) = await ReadyAsync(police, shelter);

        var answer = await (await pages.As(police.Officer)).GetAsync(others.Replace(others.Split('/')[2], mine.Number, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<(Case Case, string Url)> ReadyAsync(Force police, Provider shelter)
    {
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        return (@case, await UrlAsync(police, @case, shelter));
    }

    private async Task<string> UrlAsync(Force police, Case @case, Provider shelter)
    {
        var need = await pages.World.AsAsync(police.Officer, (_, db) => db.Needs.SingleAsync(n => n.CaseId == @case.Id && n.Service == ServiceType.Shelter));
        return $"/cases/{@case.Number}/people/1/send?need={need.Id}&to={shelter.Service.Id}";
    }

    private Task<int> OpeningsAsync(Force police, Case @case) =>
        pages.World.AsAsync(police.Officer, (_, db) => db.IdentityOpenings.CountAsync(o => o.CaseId == @case.Id));
}
