using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Agreements;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Agreements;

/// <summary>Reminders are handed out once each, and missed ones only as the nearest.</summary>
public sealed class AgreementReminderTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly LastDay = new(2033, 6, 30);

    [Fact]
    public async Task Each_is_handed_out_once_and_a_renewal_has_its_own()
    {
        await using var world = new World(database);
        var agreement = await LastingTo(world, LastDay);

        Assert.Empty(await DueAsync(agreement, LastDay.AddDays(-91)));
        Assert.Equal([$"{agreement.Number} 90"], await DueAsync(agreement, LastDay.AddDays(-90)));
        Assert.Empty(await DueAsync(agreement, LastDay.AddDays(-90)));
        Assert.Empty(await DueAsync(agreement, LastDay.AddDays(-61)));
        Assert.Equal([$"{agreement.Number} 60"], await DueAsync(agreement, LastDay.AddDays(-60)));
        // The thirtieth and the seventh day were missed: one reminder, the nearest.
        Assert.Equal([$"{agreement.Number} 5"], await DueAsync(agreement, LastDay.AddDays(-5)));
        Assert.Empty(await DueAsync(agreement, LastDay.AddDays(1)));

        await RunAsOwnerAsync("update casework.agreements set in_force_to = in_force_to + 365 where id = $1", agreement.Id);
        Assert.Equal([$"{agreement.Number} 90"], await DueAsync(agreement, LastDay.AddDays(365 - 90)));
    }

    [Theory]
    [InlineData(91)]
    [InlineData(90)]
    [InlineData(61)]
    [InlineData(60)]
    [InlineData(30)]
    [InlineData(8)]
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task The_database_and_the_domain_name_the_same_reminder(int left)
    {
        await using var world = new World(database);
        var agreement = await LastingTo(world, LastDay);

        await DueAsync(agreement, LastDay.AddDays(-left));

        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal(
            AgreementReminders.NearestOn(agreement, LastDay.AddDays(-left))?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            (await owner.ListAsync("select days::text from casework.agreement_reminders where agreement_id = $1", agreement.Id)).SingleOrDefault());
    }

    [Theory]
    [InlineData("Suspended", true)]
    [InlineData("Ended", false)]
    [InlineData("Proposed", false)]
    [InlineData("Refused", false)]
    public async Task Only_what_binds_is_reminded_of(string status, bool reminded)
    {
        await using var world = new World(database);
        var agreement = await LastingTo(world, LastDay);
        await RunAsOwnerAsync($"update casework.agreements set status = '{status}' where id = $1", agreement.Id);

        Assert.Equal(reminded, (await DueAsync(agreement, LastDay.AddDays(-30))).Count == 1);
    }

    [Fact]
    public async Task A_person_who_asks_gets_nothing_and_takes_nothing()
    {
        await using var world = new World(database);
        var agreement = await LastingTo(world, LastDay);
        await using (var officer = await PlainSql.AsAsync(database, (await world.PoliceAsync()).Officer))
            Assert.Equal(Outcome.NotAllowed, (await officer.TryAsync("select number from security.agreements_to_remind($1)", LastDay.AddDays(-30))).State);

        Assert.Single(await DueAsync(agreement, LastDay.AddDays(-30)));
    }

    [Fact]
    public async Task Two_who_ask_at_once_do_not_both_get_it()
    {
        await using var world = new World(database);
        var agreement = await LastingTo(world, LastDay);

        var both = await Task.WhenAll(DueAsync(agreement, LastDay.AddDays(-30)), DueAsync(agreement, LastDay.AddDays(-30)));

        Assert.Single(both.SelectMany(found => found));
    }

    private static async Task<Agreement> LastingTo(World world, DateOnly to) =>
        await world.AgreementAsync(await world.PoliceAsync(), await world.ProviderAsync(), t => t with { InForceTo = to });

    private async Task<List<string>> DueAsync(Agreement agreement, DateOnly day)
    {
        await using var worker = await PlainSql.AsOwnerAsync(database);
        var found = await worker.ListAsync(
            "select number || ' ' || days_left from security.agreements_to_remind($1) where agreement_id = $2 and provider_agency_id = $3 and lead_agency_id = $4",
            day, agreement.Id, agreement.ProviderAgencyId, agreement.LeadAgencyId);
        await worker.CommitAsync();
        return found;
    }

    private async Task RunAsOwnerAsync(string sql, params object[] values)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal(1, await owner.RunAsync(sql, values));
        await owner.CommitAsync();
    }
}
