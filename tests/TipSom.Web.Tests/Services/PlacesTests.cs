using System.Net;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Services;

public sealed class PlacesTests(ServicePages pages) : IClassFixture<ServicePages>
{
    [Fact]
    public async Task Strangers_are_refused() =>
        await pages.GuardsAsync($"/services/{(await pages.World.ProviderAsync()).Service.Id}/places", Role.Officer);

    [Fact]
    public async Task The_numbers_are_kept_with_who_counted_and_when()
    {
        var (shelter, _, caseworker) = await pages.ShelterAsync(freePlaces: null);
        var url = $"/services/{shelter.Service.Id}/places";

        var list = await caseworker.FollowAsync(await caseworker.SubmitAsync(await caseworker.OpenAsync(url), null, ("Input.Free", "۷"), ("Input.Total", "12")));
        var page = await caseworker.OpenAsync(url);

        Assert.Contains("The places were confirmed.", list.MainText());
        Assert.Contains("7 of 12 places free", list.MainText());
        Assert.Contains("Ms Test Caseworker", Assert.Single(page.QuerySelectorAll(".timeline li"), l => l.TextContent.Contains("Places confirmed", StringComparison.Ordinal)).TextContent);
        Assert.Equal((12, 7), ((await pages.NowAsync(shelter)).PlacesTotal, (await pages.NowAsync(shelter)).PlacesFree));
    }

    [Fact]
    public async Task An_acceptance_stands_in_the_history()
    {
        var (shelter, _, caseworker) = await pages.ShelterAsync();
        var police = await pages.World.PoliceAsync();
        await pages.World.AgreementAsync(police, shelter);
        await pages.World.AcceptAsync(shelter.Caseworker, await pages.World.OpenAsync(shelter.Caseworker, await pages.World.SentReferralAsync(police, shelter)));

        var page = await caseworker.OpenAsync($"/services/{shelter.Service.Id}/places");

        var held = Assert.Single(page.QuerySelectorAll(".timeline li"), l => l.TextContent.Contains("Place held by an acceptance", StringComparison.Ordinal)).TextContent;
        Assert.Contains("Ms Test Caseworker", held);
        Assert.Contains("3 of 20 places free · 1 held by referrals", held);
    }

    [Fact]
    public async Task More_free_than_there_are_is_refused_and_the_numbers_stay_typed()
    {
        var (shelter, _, caseworker) = await pages.ShelterAsync();

        var answer = await caseworker.SubmitAsync(
            await caseworker.OpenAsync($"/services/{shelter.Service.Id}/places"), null, ("Input.Free", "9"), ("Input.Total", "8"));

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["Free places are between 0 and the places in all."], ServicePages.Errors(page));
        Assert.Equal("9", page.QuerySelector("[name='Input.Free']")!.GetAttribute("value"));
        Assert.Equal(4, (await pages.NowAsync(shelter)).PlacesFree);
    }
}
