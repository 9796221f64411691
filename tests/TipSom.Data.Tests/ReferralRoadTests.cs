using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests;

public sealed class ReferralRoadTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_referral_goes_the_whole_road_under_row_security()
    {
        await using var world = new World(database);
        var coordinator = await world.CoordinatorAsync();
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);

        var referral = await world.SentReferralAsync(police, shelter);
        await world.OpenAsync(shelter.Caseworker, referral);
        await world.AcceptAsync(shelter.Caseworker, referral);
        await world.ArriveAsync(shelter.Caseworker, referral);
        await world.CloseAsync(shelter.Caseworker, referral);

        foreach (var reader in new[] { police.Officer, police.Supervisor, shelter.Caseworker, coordinator })
        {
            var seen = await world.AsAsync(reader, (_, db) => db.Referrals.Include(r => r.Events).AsNoTracking().SingleAsync(r => r.Id == referral.Id));
            Assert.Equal(ReferralStatus.Closed, seen.Status);
            Assert.Equal(5, seen.Events.Count);
        }
    }
}
