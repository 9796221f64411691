using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Services;

public sealed class IndexTests(ServicePages pages) : IClassFixture<ServicePages>
{
    [Fact]
    public async Task Strangers_are_refused() => await pages.GuardsAsync("/services", Role.Officer, isOnService: false);

    [Fact]
    public async Task Each_service_of_the_own_unit_and_below_stands_there_with_its_places_and_nobody_else_s()
    {
        var (shelter, manager, caseworker) = await pages.ShelterAsync();
        var below = new Unit(shelter.Agency.Id, shelter.Shelter, UnitKind.Shelter, $"SH-{Guid.NewGuid():N}", "House below", "نیچے والا گھر", "PB-LAHORE");
        var aid = new ProviderService(shelter.Agency.Id, below.Id, ServiceType.LegalAid, "PB-LAHORE", new Eligibility([VictimGroup.Men])
        {
            TakesChildren = true,
            BoysUnder = 12,
            Security = SecurityLevel.Guarded,
            LanguageCodes = ["urd"],
            NeedsCourtOrder = true,
            IsRoundTheClock = true
        });
        await pages.World.AddAsOwnerAsync(below, aid);
        await pages.World.ProviderAsync(service: ServiceType.Education);

        var page = await manager.OpenAsync("/services");

        Assert.Equal(["Safe place to stay", "Legal aid"], page.QuerySelectorAll("main section h2").Select(h => h.TextContent).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains("4 of 20 places free", page.MainText());
        Assert.Contains("children along, boys under 12", page.MainText());
        Assert.Contains("Guarded, address kept secret", page.MainText());
        Assert.Contains("needs an order of a court", page.MainText());
        Assert.Contains("day and night", page.MainText());
        Assert.NotNull(page.QuerySelector($"main a[href='/services/{aid.Id}']"));
        var seen = await caseworker.OpenAsync("/services");
        Assert.Null(seen.QuerySelector("main a[href='/services/new']"));
        Assert.NotNull(seen.QuerySelector($"form[action='/services/{shelter.Service.Id}/places']"));
    }

    [Theory]
    [InlineData("/services")]
    [InlineData("/inbox")]
    public async Task Two_taps_confirm_the_places_and_one_more_changes_them(string list)
    {
        var (shelter, _, caseworker) = await pages.ShelterAsync();
        await pages.World.AsAsync(shelter.Manager, async (_, db) =>
        {
            var service = await db.ProviderServices.SingleAsync(s => s.Id == shelter.Service.Id);
            service.ConfirmPlaces(20, 4, TimeProvider.System.GetUtcNow().AddHours(-30), World.ActorOf(shelter.Manager));
            return service;
        });
        var stale = await caseworker.OpenAsync(list);

        var after = await caseworker.FollowAsync(await TapAsync(caseworker, stale, "4"));
        var confirmed = await pages.NowAsync(shelter);
        var fewer = await caseworker.FollowAsync(await TapAsync(caseworker, after, "3"));

        Assert.Contains("free places not known now · last count: 4 of 20", stale.MainText());
        Assert.Equal(["4", "3", "5"], stale.QuerySelectorAll("form.tap button").Select(b => b.GetAttribute("value")));
        Assert.EndsWith(list, after.Url.Split('?')[0], StringComparison.Ordinal);
        Assert.Contains("4 of 20 places free", after.MainText());
        Assert.Equal((4, shelter.Caseworker.Id), (confirmed.PlacesFree, confirmed.PlacesConfirmedById));
        Assert.True(DateTimeOffset.UtcNow - confirmed.PlacesConfirmedAt < TimeSpan.FromMinutes(5));
        Assert.Contains("3 of 20 places free", fewer.MainText());
    }

    [Fact]
    public async Task A_tap_on_a_number_that_changed_meanwhile_is_refused_with_the_new_number()
    {
        var (shelter, manager, caseworker) = await pages.ShelterAsync();
        var old = await caseworker.OpenAsync("/services");
        await TapAsync(manager, await manager.OpenAsync("/services"), "5");

        var answer = await TapAsync(caseworker, old, "4");

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["The free places changed while you were reading them. Look at the number again."], ServicePages.Errors(page));
        Assert.Contains("5 of 20 places free", page.MainText());
        Assert.Equal(5, (await pages.NowAsync(shelter)).PlacesFree);
    }

    [Fact]
    public async Task In_Urdu_every_word_is_Urdu()
    {
        var (shelter, _, _) = await pages.ShelterAsync();

        var page = await (await pages.Portal.BrowserOfAsync(shelter.Manager, "ur-PK")).OpenAsync("/services");

        foreach (var foreign in page.QuerySelectorAll("[lang=en], bdi, script"))
            foreign.Remove();
        Assert.DoesNotMatch("[A-Za-z]{2,} [A-Za-z]{2,}", page.MainText());
    }

    private static Task<HttpResponseMessage> TapAsync(PortalBrowser browser, AngleSharp.Html.Dom.IHtmlDocument page, string free) =>
        browser.SubmitAsync(page, "form.tap", ("Input.Free", free));
}
