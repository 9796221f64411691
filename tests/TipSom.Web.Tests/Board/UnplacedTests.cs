using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TipSom.Data.Identity;
using TipSom.Domain.Cases;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Board;

/// <summary>The national desk finds a place for a need that nobody has in hand.</summary>
public sealed class UnplacedTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var (desk, police, _, _, need) = await AskedAsync();

        await pages.RefusesStrangersAsync(UrlOf(need.Id), police.Supervisor, await pages.World.UserAsync(police.Station, Domain.Identity.Role.Auditor), HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.NotFound, (await (await pages.As(desk)).GetAsync(UrlOf(Guid.CreateVersion7()))).StatusCode);
    }

    [Fact]
    public async Task The_desk_names_a_full_provider_it_has_called_and_the_officer_sends_there()
    {
        var (desk, police, full, _, need) = await AskedAsync();
        var (coordinator, officer) = (await pages.As(desk), await pages.As(police.Officer));

        var page = await coordinator.OpenAsync(UrlOf(need.Id));
        var answer = await coordinator.SubmitAsync(page, null, ("Input.ServiceId", full.Service.Id.ToString()), ("Input.Note", "Ask for the warden."));
        var work = await officer.OpenAsync("/");
        var send = work.QuerySelectorAll<IHtmlAnchorElement>("main td a").Single(a => a.TextContent.StartsWith("The national desk found a place: send", StringComparison.Ordinal));
        var preview = await officer.OpenAsync(send.GetAttribute("href")!);
        var sent = await officer.SubmitAsync(preview, null, ("Input.IsSafe", "true"));

        Assert.DoesNotContain("anary", page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("042-1111111", page.MainText());
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Contains("The national desk has spoken to this provider.", preview.MainText());
        Assert.Contains("Ask for the warden.", preview.MainText());
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("A provider has this need in hand already", (await coordinator.OpenAsync(UrlOf(need.Id))).MainText());
    }

    [Fact]
    public async Task What_keeps_the_others_back_stands_below()
    {
        var (desk, _, _, strange, need) = await AskedAsync();

        var page = await (await pages.As(desk)).OpenAsync(UrlOf(need.Id));

        Assert.Null(page.QuerySelector($"input[value='{strange.Service.Id}']"));
        Assert.Contains("no agreement", page.QuerySelector(".not-offered")!.TextContent);
    }

    [Fact]
    public async Task A_provider_is_named()
    {
        var (desk, _, _, _, need) = await AskedAsync();
        var browser = await pages.As(desk);

        var answer = await browser.SubmitAsync(await browser.OpenAsync(UrlOf(need.Id)), null, ("Input.Note", "Ask for the warden."));
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Choose a provider.", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("Ask for the warden.", page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
    }

    [Fact]
    public async Task A_provider_bound_by_no_agreement_is_refused_and_the_note_kept()
    {
        var (desk, police, _, strange, need) = await AskedAsync();
        var browser = await pages.As(desk);

        var answer = await browser.SubmitAsync(
            await browser.OpenAsync(UrlOf(need.Id)), null, ("Input.ServiceId", strange.Service.Id.ToString()), ("Input.Note", "Ask for the warden."));
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Ask for the warden.", page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.Null((await pages.World.UnplacedAsync(police.Officer, need.NeedId)).ProposedServiceId);
    }

    [Fact]
    public async Task A_need_the_sender_sent_meanwhile_is_in_hand()
    {
        var (desk, police, full, _, need) = await AskedAsync();
        var browser = await pages.As(desk);
        var form = await browser.OpenAsync(UrlOf(need.Id));
        var free = await pages.World.ProviderAsync();
        await pages.World.AgreementAsync(police, free);
        await pages.World.SendAsync(police.Officer, await CaseOfAsync(police, need), free);

        var answer = await browser.SubmitAsync(form, null, ("Input.ServiceId", full.Service.Id.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("A provider has this need in hand already, or it is no longer open.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task A_need_the_sender_forgot_is_taken_over_by_naming_a_provider()
    {
        var desk = await pages.World.CoordinatorAsync();
        var (police, shelter) = await pages.BoundAsync();
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        var need = await pages.World.UnplacedAsync(police.Officer, @case.Victims[0].Needs[0].Id);
        var browser = await pages.As(desk);

        var page = await browser.OpenAsync(UrlOf(need.Id));
        await browser.SubmitAsync(page, null, ("Input.ServiceId", shelter.Service.Id.ToString()));

        Assert.Contains("It is the sender's turn. Naming a provider takes the need over.", page.MainText());
        var now = await pages.World.UnplacedAsync(police.Officer, need.NeedId);
        Assert.Equal((Side.Sender, shelter.Service.Id), (now.Turn, now.ProposedServiceId));
    }

    /// <summary>A need for which the desk was asked: one provider is bound and full, another has a place and no agreement.</summary>
    private async Task<(User Desk, Force Police, Provider Full, Provider Strange, UnplacedNeed Need)> AskedAsync()
    {
        var desk = await pages.World.CoordinatorAsync();
        var (police, full, strange) = (await pages.World.PoliceAsync(), await pages.World.ProviderAsync(freePlaces: 0), await pages.World.ProviderAsync());
        await pages.World.AgreementAsync(police, full);
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        var officer = await pages.As(police.Officer);
        var need = @case.Victims[0].Needs[0].Id;
        await officer.SubmitAsync(await officer.OpenAsync($"/cases/{@case.Number}/people/1/refer?need={need}"), "main form[action*='/ask-desk']");
        return (desk, police, full, strange, await pages.World.UnplacedAsync(police.Officer, need));
    }

    private Task<Case> CaseOfAsync(Force police, UnplacedNeed need) =>
        pages.World.AsAsync(police.Officer, async (_, db) => (await db.Cases.FindAsync(need.CaseId))!);

    private static string UrlOf(Guid id) => $"/board/unplaced/{id}";
}
