using System.Net;
using TipSom.Domain.Cases;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Sharing;

public sealed class LeadTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused_everywhere()
    {
        var (police, fia, @case) = await BothAsync();
        await pages.World.OfferAsync(police.Supervisor, @case, fia.Station);
        var caseworker = (await pages.World.ProviderAsync()).Caseworker;
        var stranger = await pages.World.FiaAsync();

        foreach (var url in new[] { UrlOf(@case), $"{UrlOf(@case)}/take-back" })
            await pages.RefusesStrangersAsync(url, caseworker, stranger.Officer);
        await pages.RefusesStrangersAsync($"{UrlOf(@case)}/approve", police.Officer, stranger.Supervisor);
        await pages.RefusesStrangersAsync($"/transfers/{@case.Number}", fia.Officer, stranger.Supervisor);
        Assert.Equal(HttpStatusCode.NotFound, (await (await pages.As(police.Supervisor)).GetAsync($"/transfers/{@case.Number}")).StatusCode);
    }

    [Fact]
    public async Task From_the_police_to_FIA_step_by_step()
    {
        var (police, fia, @case) = await BothAsync(BorderCrossing.AcrossBorder);
        var (officer, supervisor, there) = (await pages.As(police.Officer), await pages.As(police.Supervisor), await pages.As(fia.Supervisor));
        var file = await officer.OpenAsync($"/cases/{@case.Number}");

        var proposed = await officer.SubmitAsync(
            await officer.OpenAsync(file.QuerySelector(".notice a[href$='/lead']")!.GetAttribute("href")!), null,
            ("Input.UnitId", $"{fia.Station.Id}"), ("Input.Reason", "It crosses the border."), ("Input.KeepsReading", "true"));
        Assert.Contains("Nothing moves yet", (await officer.FollowAsync(proposed)).MainText());
        Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync($"/transfers/{@case.Number}")).StatusCode);

        var approve = (await supervisor.OpenAsync("/")).QuerySelector("main a[href$='/lead/approve']")!.GetAttribute("href")!;
        Assert.Contains("Nothing moves until it accepts", (await supervisor.FollowAsync(await supervisor.SubmitAsync(await supervisor.OpenAsync(approve)))).MainText());

        var answer = (await there.OpenAsync("/")).QuerySelector($"main a[href='/transfers/{@case.Number}']")!.GetAttribute("href")!;
        var offer = await there.OpenAsync(answer);
        Assert.Contains("It crosses the border.", offer.MainText());
        Assert.DoesNotContain(World.KnownNarrative, offer.MainText());
        Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync($"/cases/{@case.Number}")).StatusCode);
        var taken = await there.FollowAsync(await there.SubmitAsync(offer, null, ("Input.Answer", "Accept")));

        Assert.Contains("Your agency leads this case now.", taken.MainText());
        Assert.Contains("Lead taken by another agency", taken.MainText());
        Assert.Contains("This case was shared with you to read.", (await officer.OpenAsync($"/cases/{@case.Number}")).MainText());
        Assert.DoesNotContain("Propose the hand-over", taken.MainText());
        Assert.Null((await there.OpenAsync("/")).QuerySelector("main a[href*='/transfers/']"));
    }

    [Fact]
    public async Task Refused_with_a_reason_the_holder_keeps_it_and_may_offer_it_to_another()
    {
        var (police, fia, @case) = await BothAsync();
        await pages.World.OfferAsync(police.Supervisor, @case, fia.Station);
        var (there, officer) = (await pages.As(fia.Supervisor), await pages.As(police.Officer));
        var url = $"/transfers/{@case.Number}";

        var silent = await there.SubmitAsync(await there.OpenAsync(url), null, ("Input.Answer", "Refuse"));
        Assert.Contains("Say in a few words why", (await silent.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
        var form = await there.OpenAsync(url);
        var refused = await there.SubmitAsync(form, null, ("Input.Answer", "Refuse"), ("Input.Reason", "It lies inside Pakistan."));

        Assert.Contains("It lies inside Pakistan.", (await there.FollowAsync(refused)).MainText());
        Assert.Contains("It lies inside Pakistan.", (await officer.OpenAsync($"/cases/{@case.Number}/sharing")).MainText());
        Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync($"/cases/{@case.Number}")).StatusCode);
        await pages.World.OfferAsync(police.Supervisor, @case, fia.Headquarters);
    }

    [Fact]
    public async Task Taken_back_it_is_answered_no_more()
    {
        var (police, fia, @case) = await BothAsync();
        await pages.World.OfferAsync(police.Supervisor, @case, fia.Station);
        var (there, officer) = (await pages.As(fia.Supervisor), await pages.As(police.Officer));
        var open = await there.OpenAsync($"/transfers/{@case.Number}");
        var back = await officer.OpenAsync($"{UrlOf(@case)}/take-back");

        Assert.Contains("You keep the case.", (await officer.FollowAsync(await officer.SubmitAsync(back))).MainText());

        Assert.Equal(HttpStatusCode.NotFound, (await there.SubmitAsync(open, null, ("Input.Answer", "Accept"))).StatusCode);
    }

    [Fact]
    public async Task A_second_offer_while_one_is_under_way_is_refused()
    {
        var (police, fia, @case) = await BothAsync();
        await pages.World.OfferAsync(police.Officer, @case, fia.Station);
        var officer = await pages.As(police.Officer);

        var answer = await officer.SubmitAsync(
            await officer.OpenAsync(UrlOf(@case)), null, ("Input.UnitId", $"{fia.Station.Id}"), ("Input.Reason", "It crosses the border."));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(LeadTransfer.OneAtATime, (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task Approving_what_was_taken_back_meanwhile_is_refused()
    {
        var (police, fia, @case) = await BothAsync();
        await pages.World.OfferAsync(police.Officer, @case, fia.Station);
        var (officer, supervisor) = (await pages.As(police.Officer), await pages.As(police.Supervisor));
        var form = await supervisor.OpenAsync($"{UrlOf(@case)}/approve");
        await officer.SubmitAsync(await officer.OpenAsync($"{UrlOf(@case)}/take-back"));

        var late = await supervisor.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains(LeadTransfer.AlreadyAnswered, (await late.HtmlAsync()).MainText());
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/lead";

    private async Task<(Force Police, Force Fia, Case Case)> BothAsync(BorderCrossing border = BorderCrossing.InsidePakistan)
    {
        var (police, fia) = (await pages.World.PoliceAsync(), await pages.World.FiaAsync());
        return (police, fia, await pages.World.CaseAsync(police.Officer, border: border));
    }
}
