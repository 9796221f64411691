using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>Why a provider fits, what to ask, how long it takes to answer, and in which order they stand.</summary>
public sealed class ChooseReasonsTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    private static readonly Eligibility House = new([VictimGroup.Women])
    {
        TakesChildren = true,
        BoysUnder = 12,
        IsAccessible = true,
        Security = SecurityLevel.Guarded,
        LanguageCodes = ["pnb"]
    };

    [Fact]
    public async Task Each_reason_is_ticked_each_doubt_is_to_be_asked_and_each_hindrance_is_told()
    {
        var police = await pages.World.PoliceAsync();
        var (fitting, silent, unfit) = (await OfferAsync(police, House), await OfferAsync(police, new([VictimGroup.Women])), await OfferAsync(
            police, House with { BoysUnder = 5, IsAccessible = false, Security = SecurityLevel.Open, NeedsCourtOrder = true }));
        var url = await CaseAsync(police, new Placement(1, 6, true, false, null, null));

        var page = await (await pages.As(police.Officer)).OpenAsync(url);

        var why = Words(page, fitting);
        foreach (var tick in new[] { "takes the children along", "provides for a disability", "Guarded, address kept secret", "speaks the language", "no papers needed", "few answers yet" })
            Assert.Contains(tick, why);
        Assert.DoesNotContain("Ask:", why);
        foreach (var doubt in new[] { "Ask: whether children may come along", "Ask: whether a disability can be provided for", "Ask: how the place is watched" })
            Assert.Contains(doubt, Words(page, silent));
        var reasons = page.QuerySelectorAll(".not-offered .reasons").Select(r => string.Join("; ", r.QuerySelectorAll("li").Select(l => l.TextContent.Trim()))).ToList();
        Assert.Contains("a boy who comes along is too old; cannot provide for a disability; not secure enough; needs an order of a court", reasons);
        Assert.Null(page.QuerySelector($"input[value='{unfit}']"));
    }

    [Fact]
    public async Task Nearness_comes_before_places_and_places_before_the_time_to_answer()
    {
        var police = await pages.World.PoliceAsync();
        var far = await OfferAsync(police, House, "SD-KARACHI-SOUTH", 9);
        var near = await OfferAsync(police, House, "PB-MULTAN", 1);
        var unknown = await OfferAsync(police, House, "PB-LAHORE", null);
        var few = await OfferAsync(police, House, "PB-LAHORE", 2);
        var many = await OfferAsync(police, House, "PB-LAHORE", 7);
        var url = await CaseAsync(police, Placement.NotKnown);

        var page = await (await pages.As(police.Officer)).OpenAsync(url);

        Assert.Equal(
            new[] { many, few, unknown, near, far }.Select(id => id.ToString()),
            page.QuerySelectorAll("input[name=to]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task Who_answered_three_times_has_a_time_to_answer()
    {
        var police = await pages.World.PoliceAsync();
        var shelter = await pages.World.ProviderAsync([VictimGroup.Women]);
        await pages.World.AgreementAsync(police, shelter);
        for (var i = 0; i < AnswerTime.FewestAnswers; i++)
            await pages.World.DeclineAsync(shelter.Caseworker, await pages.World.OpenAsync(shelter.Caseworker, await pages.World.SentReferralAsync(police, shelter)));
        var url = await CaseAsync(police, Placement.NotKnown);

        var page = await (await pages.As(police.Officer)).OpenAsync(url);

        Assert.Contains("half of its answers came within 1 min", Words(page, shelter.Service.Id));
    }

    [Fact]
    public async Task The_provider_reads_what_the_place_must_offer()
    {
        var police = await pages.World.PoliceAsync();
        var shelter = await pages.World.ProviderAsync([VictimGroup.Women]);
        await pages.World.AgreementAsync(police, shelter);
        var url = await CaseAsync(police, new Placement(1, 6, true, false, null, SecurityLevel.Staffed));
        var officer = await pages.As(police.Officer);
        var number = url.Split('/')[2];
        var need = await pages.World.AsAsync(police.Officer, (_, db) =>
            db.Needs.Where(n => db.Cases.Any(c => c.Number == number && c.Id == n.CaseId)).Select(n => n.Id).SingleAsync());

        var preview = await officer.OpenAsync($"/cases/{number}/people/1/send?need={need}&to={shelter.Service.Id}");
        var sent = await officer.SubmitAsync(preview, null, ("Input.IsSafe", "true"));
        var referral = await pages.World.AsAsync(police.Officer, (_, db) => db.Referrals.SingleAsync(r => r.NeedId == need));
        await pages.World.OpenAsync(shelter.Caseworker, referral);
        var received = await (await pages.As(shelter.Caseworker)).OpenAsync($"/referrals/{referral.Number}");

        foreach (var page in new[] { preview, received })
        {
            Assert.Equal("1 child, a boy aged 6", Fact(page, "Children who come along"));
            Assert.Equal("to be provided for", Fact(page, "Disability"));
            Assert.Equal("no order of a court", Fact(page, "Papers"));
            Assert.Equal("Staffed day and night", Fact(page, "Security needed"));
        }
    }

    private static string Words(IDocument page, Guid service) => string.Join(
        ' ', page.QuerySelector($"input[value='{service}']")!.Closest(".choice")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Fact(IDocument page, string label) =>
        page.QuerySelectorAll(".summary dt").Single(t => t.TextContent == label).NextElementSibling!.TextContent.Trim();

    private async Task<Guid> OfferAsync(Force police, Eligibility takes, string district = "PB-LAHORE", int? free = 4)
    {
        var provider = await pages.World.ProviderAsync([VictimGroup.Women], districtCode: district, freePlaces: free);
        await pages.World.AgreementAsync(police, provider);
        await pages.World.AsAsync(provider.Manager, async (_, db) =>
        {
            var service = await db.ProviderServices.SingleAsync(s => s.Id == provider.Service.Id);
            service.Take(takes);
            return service;
        });
        return provider.Service.Id;
    }

    private async Task<string> CaseAsync(Force police, Placement placement)
    {
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        await pages.World.AsAsync(police.Officer, async (_, db) =>
        {
            var victim = await db.Victims.SingleAsync(v => v.CaseId == @case.Id);
            victim.Place(placement);
            return victim;
        });
        return $"/cases/{@case.Number}/people/1/refer";
    }
}
