using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>Several providers asked for one need: at once, and as well. The first that accepts takes the person.</summary>
public sealed class SeveralProvidersTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Of_three_asked_at_once_the_first_to_accept_takes_the_person_and_the_others_are_told()
    {
        var (police, @case, asked) = await ReadyAsync(3);
        var officer = await pages.As(police.Officer);
        var preview = await officer.OpenAsync(SendUrl(@case, asked));
        var details = await officer.FollowAsync(await officer.SubmitAsync(preview, null, ("Input.IsSafe", "true")));
        var sent = await SentAsync(police, @case, asked);
        var (first, late) = (sent[0], sent[1]);
        await pages.World.OpenAsync(asked[0].Caseworker, first);
        await pages.World.OpenAsync(asked[1].Caseworker, late);
        var slow = await pages.As(asked[1].Caseworker);
        var form = await slow.OpenAsync($"/referrals/{late.Number}/accept");

        var accepted = await pages.As(asked[0].Caseworker);
        await accepted.FollowAsync(await accepted.SubmitAsync(await accepted.OpenAsync($"/referrals/{first.Number}/accept"), null, ReceivingPortal.Acceptance));
        var tooLate = await slow.SubmitAsync(form, null, ReceivingPortal.Acceptance);

        Assert.Contains("All of them are asked at once.", preview.MainText());
        Assert.Contains("The referral was sent at", details.MainText());
        Assert.Equal(3, sent.Count);
        Assert.Single(sent.Select(r => r.RoundId).Distinct());
        Assert.Equal([ReferralStatus.Accepted, ReferralStatus.Withdrawn, ReferralStatus.Withdrawn], (await SentAsync(police, @case, asked)).Select(r => r.Status));
        Assert.Equal(HttpStatusCode.Conflict, tooLate.StatusCode);
        var told = await tooLate.HtmlAsync();
        Assert.Contains("This referral was already withdrawn by the sender.", told.QuerySelector(".error-summary")!.TextContent);
        Assert.Contains("Doorcanary", told.DocumentElement.OuterHtml);
        foreach (var (provider, referral) in asked.Zip(sent).Skip(1))
        {
            var page = (await (await pages.As(provider.Caseworker)).OpenAsync($"/referrals/{referral.Number}")).MainText();
            Assert.Contains("Another provider accepted first.", page);
            Assert.Contains("Nothing more is asked of you.", page);
            Assert.DoesNotContain(first.Number, page);
            Assert.Contains("Another provider accepted first.", (await officer.OpenAsync($"/referrals/{referral.Number}")).MainText());
        }
    }

    [Fact]
    public async Task A_fourth_is_asked_as_well_and_joins_the_round()
    {
        var (police, @case, shelters) = await ReadyAsync(2);
        var first = await pages.World.SendAsync(police.Officer, @case, shelters[0]);
        var officer = await pages.As(police.Officer);

        var choose = await officer.OpenAsync(ChooseUrl(@case));
        var asWell = choose.QuerySelector("main a[href$='&also=true']")!.GetAttribute("href")!;
        var form = (await officer.OpenAsync(asWell)).QuerySelector("main form[action$='/send']")!;
        var sent = await officer.SubmitAsync(await officer.OpenAsync(SendUrl(@case, [shelters[1]]) + "&also=true"), null, ("Input.IsSafe", "true"));

        Assert.Contains(first.Number, choose.MainText());
        Assert.Equal("true", form.QuerySelector<IHtmlInputElement>("input[name=also]")!.Value);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var both = await SentAsync(police, @case);
        Assert.Equal([first.RoundId, first.RoundId], both.Select(r => r.RoundId));
        Assert.All(both, r => Assert.Equal(ReferralStatus.Sent, r.Status));
    }

    [Fact]
    public async Task Who_does_not_say_as_well_is_led_to_the_open_referral()
    {
        var (police, @case, shelters) = await ReadyAsync(2);
        var officer = await pages.As(police.Officer);
        var preview = await officer.OpenAsync(SendUrl(@case, [shelters[1]]));
        var open = await pages.World.SendAsync(police.Officer, @case, shelters[0]);

        var answer = await officer.SubmitAsync(preview, null, ("Input.IsSafe", "true"), ("Input.Message", "Bring a blanket."));
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This need already has an open referral. Withdraw it before you send another.", page.QuerySelector(".error-summary")!.TextContent);
        Assert.NotNull(page.QuerySelector($"main a[href='/referrals/{open.Number}']"));
        Assert.Equal("Bring a blanket.", page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.Single(await SentAsync(police, @case));
    }

    [Fact]
    public async Task The_same_provider_is_not_asked_twice()
    {
        var (police, @case, shelters) = await ReadyAsync(1);
        await pages.World.SendAsync(police.Officer, @case, shelters[0]);
        var officer = await pages.As(police.Officer);

        var answer = await officer.SubmitAsync(await officer.OpenAsync(SendUrl(@case, shelters) + "&also=true"), null, ("Input.IsSafe", "true"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This provider was already asked for this need.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
        Assert.Single(await SentAsync(police, @case));
    }

    [Fact]
    public async Task Once_somebody_has_accepted_nobody_else_is_asked()
    {
        var (police, @case, shelters) = await ReadyAsync(2);
        var officer = await pages.As(police.Officer);
        var referral = await pages.World.SendAsync(police.Officer, @case, shelters[0]);
        var preview = await officer.OpenAsync(SendUrl(@case, [shelters[1]]) + "&also=true");
        await pages.World.AcceptAsync(shelters[0].Caseworker, await pages.World.OpenAsync(shelters[0].Caseworker, referral));

        var answer = await officer.SubmitAsync(preview, null, ("Input.IsSafe", "true"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Another provider has already accepted this need.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
        Assert.Null((await officer.OpenAsync(ChooseUrl(@case))).QuerySelector("main a[href$='&also=true']"));
    }

    [Fact]
    public async Task A_referral_after_a_decline_names_the_one_it_follows_and_is_named_by_it()
    {
        var (police, @case, shelters) = await ReadyAsync(2);
        var declined = await pages.World.DeclineAsync(shelters[0].Caseworker, await pages.World.SendAsync(police.Officer, @case, shelters[0]));
        var officer = await pages.As(police.Officer);

        var details = await officer.FollowAsync(await officer.SubmitAsync(await officer.OpenAsync(SendUrl(@case, [shelters[1]])), null, ("Input.IsSafe", "true")));
        var before = await officer.OpenAsync($"/referrals/{declined.Number}");

        Assert.NotNull(details.QuerySelector($"main a[href='/referrals/{declined.Number}']"));
        Assert.Contains("Sent to another provider", before.QuerySelector("main .head")!.TextContent);
        Assert.NotNull(before.QuerySelector($"main .notice a[href='/referrals/{details.Title!.Split(' ')[0]}']"));
    }

    [Fact]
    public async Task More_than_four_at_once_are_a_search_and_not_a_question()
    {
        var (police, @case, shelters) = await ReadyAsync(5);
        var officer = await pages.As(police.Officer);

        var page = await officer.FollowAsync(await officer.GetAsync(SendUrl(@case, shelters)));

        Assert.Contains("Choose one to 4 providers.", page.QuerySelector(".error-summary")!.TextContent);
    }

    private async Task<(Force Police, Case Case, IReadOnlyList<Provider> Shelters)> ReadyAsync(int count)
    {
        var police = await pages.World.PoliceAsync();
        var shelters = new List<Provider>();
        for (var i = 0; i < count; i++)
        {
            shelters.Add(await pages.World.ProviderAsync());
            await pages.World.AgreementAsync(police, shelters[i]);
        }

        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        return (police, @case, shelters);
    }

    /// <summary>The referrals of the case, in the order of the providers where they are given.</summary>
    private async Task<List<Referral>> SentAsync(Force police, Case @case, IReadOnlyList<Provider>? providers = null)
    {
        var sent = await pages.World.AsAsync(police.Officer, (_, db) => db.Referrals.AsNoTracking().Where(r => r.CaseId == @case.Id).ToListAsync());
        return providers is null ? sent : [.. providers.Select(p => sent.Single(r => r.ProviderServiceId == p.Service.Id))];
    }

    private static string ChooseUrl(Case @case) => $"/cases/{@case.Number}/people/1/refer?need={@case.Victims[0].Needs[0].Id}";

    private static string SendUrl(Case @case, IEnumerable<Provider> to) =>
        $"/cases/{@case.Number}/people/1/send?need={@case.Victims[0].Needs[0].Id}{string.Concat(to.Select(p => $"&to={p.Service.Id}"))}";
}
