using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class AskDeskTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    private const string AskForm = "main form[action*='/ask-desk']";

    [Fact]
    public async Task Strangers_are_refused()
    {
        var (police, @case) = await NobodyFitsAsync();

        await pages.RefusesStrangersAsync(UrlOf(@case), (await pages.World.ProviderAsync()).Caseworker, (await pages.World.PoliceAsync()).Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await (await pages.As(police.Officer)).GetAsync(UrlOf(@case).Split('?')[0] + $"?need={Guid.CreateVersion7()}")).StatusCode);
    }

    [Fact]
    public async Task Where_nobody_fits_the_desk_looks_for_a_place_by_a_set_time_and_the_gap_is_counted()
    {
        var (police, @case) = await NobodyFitsAsync();
        var browser = await pages.As(police.Officer);

        var told = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync(ChooseUrl(@case)), AskForm));

        Assert.Contains("The national desk looks for a place.", told.MainText());
        Assert.Empty(told.QuerySelectorAll(AskForm));
        var need = await pages.World.UnplacedAsync(police.Officer, NeedOf(@case));
        Assert.Equal((UnplacedCause.NoProviderFits, Side.National), (need.Cause, need.Turn));
        Assert.True(await pages.World.AsAsync(police.Officer, (_, db) => db.ServiceGaps.AnyAsync(g => g.NeedId == need.NeedId)));
        var work = (await browser.OpenAsync("/")).QuerySelector("section[aria-labelledby=waiting]")!.TextContent;
        Assert.Contains(@case.Number, work);
    }

    [Fact]
    public async Task After_a_decline_the_desk_may_be_asked_although_others_fit()
    {
        var (police, shelter) = await pages.BoundAsync();
        await pages.World.AgreementAsync(police, await pages.World.ProviderAsync());
        var declined = await pages.World.ReferralAsync(ReferralStatus.Declined, police, shelter);
        var browser = await pages.As(police.Officer);
        var choose = (await browser.OpenAsync($"/referrals/{declined.Number}")).QuerySelector("main a.btn[href*='/refer']")!.GetAttribute("href")!;

        var told = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync(choose), AskForm));

        Assert.Contains("The national desk looks for a place.", told.MainText());
        Assert.Equal(UnplacedCause.AllDeclined, (await pages.World.UnplacedAsync(police.Officer, declined.NeedId)).Cause);
    }

    [Fact]
    public async Task Where_a_provider_fits_meanwhile_it_is_asked_first()
    {
        var (police, @case) = await NobodyFitsAsync();
        var browser = await pages.As(police.Officer);
        var form = await browser.OpenAsync(ChooseUrl(@case));
        await pages.World.AgreementAsync(police, await pages.World.ProviderAsync());

        var answer = await browser.SubmitAsync(form, AskForm);
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("There are providers that fit. Ask one of them first.", page.QuerySelector(".error-summary")!.TextContent);
        Assert.NotNull(page.QuerySelector($"main a[href='{ChooseUrl(@case)}']"));
    }

    [Fact]
    public async Task The_desk_is_asked_once()
    {
        var (police, @case) = await NobodyFitsAsync();
        var (mine, hers) = (await pages.As(police.Officer), await pages.As(police.Supervisor));
        var (form, other) = (await mine.OpenAsync(ChooseUrl(@case)), await hers.OpenAsync(ChooseUrl(@case)));
        await mine.SubmitAsync(form, AskForm);

        var answer = await hers.SubmitAsync(other, AskForm);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("The national desk was already asked.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    private async Task<(Force Police, Case Case)> NobodyFitsAsync()
    {
        var police = await pages.World.PoliceAsync();
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        return (police, @case);
    }

    private static Guid NeedOf(Case @case) => @case.Victims[0].Needs[0].Id;

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/people/1/ask-desk?need={NeedOf(@case)}";

    private static string ChooseUrl(Case @case) => $"/cases/{@case.Number}/people/1/refer?need={NeedOf(@case)}";
}
