using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.CrossCheck;

public sealed class Line_5_Tests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Line_5_a_man_is_not_referred_to_a_shelter_for_women_and_who_fits_is_listed()
    {
        var police = await pages.World.PoliceAsync();
        var (womens, mens) = (await pages.World.ProviderAsync([VictimGroup.Women]), await pages.World.ProviderAsync([VictimGroup.Men]));
        foreach (var shelter in new[] { womens, mens })
            await pages.World.AgreementAsync(police, shelter);
        var man = await pages.World.CaseAsync(police.Officer, new PersonFacts(Safety.NotSafe, Sex.Male, new Age(30, false), [ServiceType.Shelter]));
        await pages.World.ConsentAsync(police.Officer, man);
        var officer = await pages.As(police.Officer);

        var choose = await officer.OpenAsync($"/cases/{man.Number}/people/1/refer");
        var preview = await officer.OpenAsync($"/cases/{man.Number}/people/1/send?need={man.Victims[0].Needs[0].Id}&to={womens.Service.Id}");
        var sent = await Assert.ThrowsAsync<Domain.RuleBrokenException>(() => pages.World.SendAsync(police.Officer, man, womens));

        Assert.Equal([$"{mens.Service.Id}"], choose.QuerySelectorAll<IHtmlInputElement>("input[name=to]").Select(i => i.Value));
        Assert.Contains("This provider does not take this group of people.", preview.MainText());
        Assert.Empty(preview.QuerySelectorAll("main form"));
        Assert.Equal("This provider does not take this group of people.", sent.Sentence);
        Assert.False(await pages.World.AsAsync(police.Officer, (_, db) => db.Referrals.AnyAsync(r => r.CaseId == man.Id)));
    }
}
