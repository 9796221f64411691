using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.CrossCheck;

public sealed class Line_6_Tests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Line_6_nobody_is_referred_under_an_agreement_that_ended_yesterday()
    {
        var (police, shelter) = (await pages.World.PoliceAsync(), await pages.World.ProviderAsync());
        var yesterday = PakistanTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-1);
        await pages.World.AgreementAsync(police, shelter, t => t with { InForceTo = yesterday });
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        var officer = await pages.As(police.Officer);

        var choose = await officer.OpenAsync($"/cases/{@case.Number}/people/1/refer");
        var preview = await officer.OpenAsync($"/cases/{@case.Number}/people/1/send?need={@case.Victims[0].Needs[0].Id}&to={shelter.Service.Id}");
        var sent = await Assert.ThrowsAsync<RuleBrokenException>(() => pages.World.SendAsync(police.Officer, @case, shelter));

        Assert.Empty(choose.QuerySelectorAll("input[name=to]"));
        Assert.Contains("agreement has expired", choose.MainText());
        Assert.Contains(sent.Sentence, preview.MainText());
        Assert.Empty(preview.QuerySelectorAll("main form"));
        Assert.False(await pages.World.AsAsync(police.Officer, (_, db) => db.Referrals.AnyAsync(r => r.CaseId == @case.Id)));
    }
}
