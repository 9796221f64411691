using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class DetailsTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var analyst = await pages.World.UserAsync(police.Headquarters, Role.Analyst);

        await pages.RefusesStrangersAsync(UrlOf(referral), analyst, (await pages.World.PoliceAsync()).Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await (await pages.As((await pages.World.ProviderAsync()).Caseworker)).GetAsync(UrlOf(referral))).StatusCode);
    }

    [Fact]
    public async Task A_referral_not_opened_tells_the_provider_no_more_than_it_needs_to_open_it()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);

        var page = await (await pages.As(shelter.Caseworker)).OpenAsync(UrlOf(referral));

        Assert.NotNull(page.QuerySelector($"form[action='{UrlOf(referral)}/open']"));
        Assert.Contains("Woman · 25 to 34 years · Safe place to stay", page.MainText());
        Assert.Contains("It is your turn", page.MainText());
        Assert.DoesNotContain("27 years", page.MainText());
        Assert.DoesNotContain("blanket", page.MainText());
        Assert.Empty(page.QuerySelectorAll("main .btn[href]"));
    }

    [Fact]
    public async Task Each_side_has_the_buttons_of_its_own_verbs()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.OpenAsync(shelter.Caseworker, referral);

        Assert.Equal(["withdraw"], await ActsAsync(police.Officer, referral));
        Assert.Equal(["accept", "decline", "ask"], await ActsAsync(shelter.Caseworker, referral));
        await pages.World.AcceptAsync(shelter.Caseworker, referral);
        Assert.Equal(["slip", "withdraw"], await ActsAsync(police.Officer, referral));
        Assert.Equal(["arrival"], await ActsAsync(shelter.Caseworker, referral));
        await pages.World.ArriveAsync(shelter.Caseworker, referral);
        Assert.Empty(await ActsAsync(police.Officer, referral));
        Assert.Equal(["close"], await ActsAsync(shelter.Caseworker, referral));
    }

    [Fact]
    public async Task Both_sides_read_every_step_and_how_the_person_is_met_but_no_identity()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.OpenAsync(shelter.Caseworker, referral);
        await pages.World.AcceptAsync(shelter.Caseworker, referral);

        foreach (var reader in new[] { police.Officer, shelter.Caseworker })
        {
            var page = await (await pages.As(reader)).OpenAsync(UrlOf(referral));

            Assert.Equal(["Accepted", "Seen", "Sent"], page.QuerySelectorAll(".event-title").Select(e => e.TextContent));
            Assert.Contains("SI Test Officer", page.MainText());
            Assert.Contains("Ms Test Caseworker", page.MainText());
            Assert.Contains("Bano Doorcanary", page.MainText());
            Assert.Contains("blanket", page.MainText());
            Assert.DoesNotContain(World.KnownIdentity.Name!, page.MainText());
            Assert.Equal(referral.Number + " – TipSom", page.Title);
        }
    }

    [Fact]
    public async Task The_national_desk_reads_facts_and_steps_only()
    {
        var coordinator = await pages.World.CoordinatorAsync();
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.OpenAsync(shelter.Caseworker, referral);
        await pages.World.AcceptAsync(shelter.Caseworker, referral);

        var page = await (await pages.As(coordinator)).OpenAsync(UrlOf(referral));

        Assert.Contains("It is the provider's turn", page.MainText());
        Assert.Equal(3, page.QuerySelectorAll(".event-title").Length);
        Assert.DoesNotContain("anary", page.MainText());
        Assert.DoesNotContain("blanket", page.MainText());
        Assert.DoesNotContain("TS-", page.MainText());
        Assert.Empty(page.QuerySelectorAll("main .btn"));
    }

    [Fact]
    public async Task A_declined_referral_leads_the_sender_to_another_provider()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.DeclineAsync(shelter.Caseworker, referral);

        var page = await (await pages.As(police.Officer)).OpenAsync(UrlOf(referral));

        Assert.Contains("The provider declined. No place", page.MainText());
        Assert.EndsWith($"/people/1/refer?need={referral.NeedId}", page.QuerySelector("main .notice a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_of_a_withdrawal_stays_with_the_sender()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.OpenAsync(shelter.Caseworker, referral);
        await pages.World.WithdrawAsync(police.Officer, referral);

        var (sender, recipient) = (await pages.As(police.Officer), await pages.As(shelter.Caseworker));

        Assert.Contains("Placed elsewhere", (await sender.OpenAsync(UrlOf(referral))).MainText());
        var told = (await recipient.OpenAsync(UrlOf(referral))).MainText();
        Assert.Contains("The sender withdrew this referral.", told);
        Assert.DoesNotContain("Placed elsewhere", told);
        Assert.DoesNotContain("blanket", told);
    }

    [Fact]
    public async Task Once_consent_is_withdrawn_the_provider_reads_nothing_about_the_person_any_more()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.OpenAsync(shelter.Caseworker, referral);
        await pages.World.AcceptAsync(shelter.Caseworker, referral);
        await pages.World.AsAsync(police.Officer, async (_, db) =>
        {
            (await db.Consents.SingleAsync(c => c.Id == referral.ConsentId)).Withdraw(TimeProvider.System.GetUtcNow());
            return 0;
        });

        var page = await (await pages.As(shelter.Caseworker)).OpenAsync(UrlOf(referral));

        Assert.Contains("The person's data are no longer shared with you.", page.MainText());
        Assert.DoesNotContain("blanket", page.MainText());
        Assert.Null(page.QuerySelector("main a[href$='/identity']"));
    }

    [Fact]
    public async Task What_was_shared_opens_only_by_a_recorded_act_of_the_sender()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var browser = await pages.As(police.Officer);
        var before = await OpeningsAsync(police, referral);

        var closed = await browser.OpenAsync(UrlOf(referral));
        var opened = await browser.SubmitAsync(closed, $"form[action='{UrlOf(referral)}/shared']");

        Assert.DoesNotContain("Canary", closed.DocumentElement.OuterHtml);
        Assert.DoesNotContain("Canary", (await browser.OpenAsync(UrlOf(referral) + "/shared")).DocumentElement.OuterHtml);
        Assert.Contains(World.KnownIdentity.Name!, (await opened.HtmlAsync()).MainText());
        Assert.Equal(before + 1, await OpeningsAsync(police, referral));
        await pages.RefusesStrangersAsync(UrlOf(referral) + "/shared", shelter.Caseworker, (await pages.World.PoliceAsync()).Officer);
    }

    private static string UrlOf(Referral referral) => $"/referrals/{referral.Number}";

    private async Task<IEnumerable<string>> ActsAsync(Data.Identity.User reader, Referral referral)
    {
        var page = await (await pages.As(reader)).OpenAsync(UrlOf(referral));
        return page.QuerySelectorAll("main .actions .btn[href]").Select(b => b.GetAttribute("href")!.Split('/')[^1]);
    }

    private Task<int> OpeningsAsync(Force police, Referral referral) =>
        pages.World.AsAsync(police.Officer, (_, db) => db.IdentityOpenings.CountAsync(o => o.CaseId == referral.CaseId));
}
