using System.Net;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Board;

public sealed class TakeOverTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused_and_a_need_that_does_not_exist_is_not_there()
    {
        var police = await pages.World.PoliceAsync();
        var url = await UrlOfAsync(police);

        Assert.StartsWith("/account/sign-in", (await pages.Portal.Browser().GetAsync(url)).Headers.Location!.PathAndQuery(), StringComparison.Ordinal);
        foreach (var user in new[] { police.Officer, police.Supervisor, (await pages.World.PoliceAsync()).Supervisor })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await pages.As(user)).GetAsync(url)).StatusCode);
        var desk = await pages.As(await pages.World.CoordinatorAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/board/unplaced/{Guid.NewGuid()}/take-over")).StatusCode);
    }

    [Fact]
    public async Task The_desk_has_it_in_hand_and_the_sender_sees_so()
    {
        var police = await pages.World.PoliceAsync();
        var url = await UrlOfAsync(police);
        var desk = await pages.As(await pages.World.CoordinatorAsync());
        var form = await desk.OpenAsync(url);

        var answer = await desk.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("The national desk looks for a place", (await (await pages.As(police.Officer)).OpenAsync("/")).MainText());
        var list = await desk.OpenAsync("/board/unplaced?stage=WithDesk");
        Assert.NotEmpty(list.QuerySelectorAll($"a[href='{url.Replace("/take-over", "", StringComparison.Ordinal)}']"));
        Assert.Empty(list.QuerySelectorAll($"a[href='{url}']"));
    }

    [Fact]
    public async Task Taken_over_by_a_colleague_in_the_meantime_it_is_refused()
    {
        var url = await UrlOfAsync(await pages.World.PoliceAsync());
        var (desk, colleague) = (await pages.As(await pages.World.CoordinatorAsync()), await pages.As(await pages.World.CoordinatorAsync()));
        var form = await desk.OpenAsync(url);
        await colleague.SubmitAsync(await colleague.OpenAsync(url));

        var answer = await desk.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("The national desk already has this need in hand.", (await answer.HtmlAsync()).MainText());
    }

    private async Task<string> UrlOfAsync(Force police) =>
        $"/board/unplaced/{(await pages.World.UnplacedAsync(police.Officer, (await pages.World.CaseAsync(police.Officer)).Victims[0].Needs[0].Id)).Id}/take-over";
}
