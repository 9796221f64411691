using System.Net;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Services;

public sealed class DetailsTests(ServicePages pages) : IClassFixture<ServicePages>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var url = $"/services/{(await pages.World.ProviderAsync()).Service.Id}";
        await pages.GuardsAsync(url, Role.Caseworker);
        await pages.GuardsAsync(url + "/stop", Role.Caseworker);
    }

    [Fact]
    public async Task Whom_it_takes_is_said_anew()
    {
        var (shelter, manager, _) = await pages.ShelterAsync();
        var form = await manager.OpenAsync($"/services/{shelter.Service.Id}");

        var list = await manager.FollowAsync(await manager.SubmitAsync(form, null, ("Input.Takes.Groups", "Men"), ("Input.Takes.MinAge", "18"), ("Input.Takes.IsAccessible", "true")));

        var now = await pages.NowAsync(shelter);
        Assert.Contains("Whom the service takes was changed.", list.MainText());
        Assert.Equal((VictimGroup.Men, 18, true), (Assert.Single(now.Groups), now.MinAge, now.IsAccessible));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var (shelter, manager, _) = await pages.ShelterAsync();
        var form = await manager.OpenAsync($"/services/{shelter.Service.Id}");

        var answer = await manager.SubmitAsync(form, null, ("Input.Takes.MinAge", "30"), ("Input.Takes.MaxAge", "20"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["The youngest age is not above the oldest."], ServicePages.Errors(await answer.HtmlAsync()));
        Assert.Null((await pages.NowAsync(shelter)).MinAge);
    }

    [Fact]
    public async Task A_service_is_stopped_for_good_and_no_longer_chosen_or_listed()
    {
        var (shelter, manager, _) = await pages.ShelterAsync();
        var police = await pages.World.PoliceAsync();
        await pages.World.AgreementAsync(police, shelter);
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        var url = $"/services/{shelter.Service.Id}";
        var (stop, edit) = (await manager.OpenAsync(url + "/stop"), await manager.OpenAsync(url));

        var unsure = await (await manager.SubmitAsync(stop)).HtmlAsync();
        var list = await manager.FollowAsync(await manager.SubmitAsync(stop, null, ("Input.Confirmed", "true")));
        var late = await manager.SubmitAsync(edit);

        Assert.Equal(["Confirm that it is no longer offered."], ServicePages.Errors(unsure));
        Assert.Contains("The service is no longer offered.", list.MainText());
        Assert.Contains("No longer offered (1)", list.MainText());
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var officer = await pages.Portal.BrowserOfAsync(police.Officer);
        Assert.DoesNotContain(shelter.Service.Id.ToString(), (await officer.OpenAsync($"/cases/{@case.Number}/people/1/refer")).Source.Text);
        var open = await officer.OpenAsync($"/cases/{@case.Number}/people/1/send?need={@case.Victims[0].Needs[0].Id}&to={shelter.Service.Id}");
        Assert.Contains("This provider no longer offers the service.", open.MainText());
    }
}
