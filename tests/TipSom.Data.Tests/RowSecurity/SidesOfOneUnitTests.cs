using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>An NGO may log cases and take people in through one unit. Each role there sees its own side.</summary>
public sealed class SidesOfOneUnitTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData(Role.Caseworker, true)]
    [InlineData(Role.ProviderManager, true)]
    [InlineData(Role.Officer, false)]
    [InlineData(Role.Supervisor, false)]
    [InlineData(Role.NationalCoordinator, false)]
    [InlineData(Role.AgencyAdministrator, false)]
    public async Task What_a_unit_received_is_seen_by_those_who_answer(Role role, bool sees)
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Accepted);

        await SeesAsync(await world.UserAsync(cast.Shelter.Shelter, role), referral, sees);
    }

    [Theory]
    [InlineData(Role.Officer, true)]
    [InlineData(Role.Supervisor, true)]
    [InlineData(Role.Caseworker, false)]
    [InlineData(Role.ProviderManager, false)]
    [InlineData(Role.NationalCoordinator, false)]
    [InlineData(Role.NationalAdministrator, false)]
    public async Task What_a_unit_sent_is_seen_by_those_who_send(Role role, bool sees)
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Accepted);

        await SeesAsync(await world.UserAsync(cast.Police.Station, role), referral, sees);
    }

    private async Task SeesAsync(Data.Identity.User user, Referral referral, bool sees)
    {
        await using var session = await PlainSql.AsAsync(database, user);
        foreach (var (table, key) in new[] { ("referrals", "id"), ("referral_access", "referral_id"), ("referral_events", "referral_id"), ("disclosures", "referral_id") })
            Assert.Equal((table, sees), (table, await session.AskAsync<bool>($"select exists (select from casework.{table} where {key} = $1)", referral.Id)));
    }
}
