using Npgsql;
using TipSom.Data.Identity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Accounts;

/// <summary>Units and agencies as the database guards them against whoever writes statements by hand.</summary>
public sealed class KeptUnitTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Add = "select security.add_unit(gen_random_uuid(), $1, $2, $3, 'New', 'نیا', 'PB-LAHORE', null)";

    private readonly World world = new(database);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Nobody_but_the_administrator_above_keeps_a_unit()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var (above, below) = (await AdministratorAsync(police), await world.UserAsync(police.Station, Role.AgencyAdministrator));
        var empty = await world.StationAsync(police);
        string[] acts = ["change_unit($1, 'A', 'ب', null)", "end_unit($1)", "use_of_unit($1)", "add_unit(gen_random_uuid(), $1, 'Office', 'X-1', 'A', 'ب', null, null)"];
        foreach (var act in acts)
        {
            foreach (var stranger in new[] { null, police.Officer, police.Supervisor, below, await AdministratorAsync(other), await world.AdministratorAsync(other) })
                Assert.Equal(Unit.NotKept, await RefusalAsync(stranger, $"select security.{act}", empty.Id));
        }

        await using var session = await PlainSql.AsAsync(database, above);
        foreach (var statement in new[]
                 {
                     "update identity.units set parent_id = null where id = $1", "update identity.units set ended_at = now() where id = $1", "delete from identity.units where id = $1",
                     "update identity.agencies set is_active = false where id = $1", "select security.must_keep_unit($1)", "delete from identity.agencies where id = $1"
                 })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await session.TryAsync(statement, empty.Id)).State);
        Assert.Equal("", await RefusalAsync(above, "select security.change_unit($1, 'A', 'ب', null)", empty.Id));
        Assert.Equal("", await RefusalAsync(above, "select security.end_unit($1)", empty.Id));
    }

    [Fact]
    public async Task Nobody_but_the_national_administrator_keeps_agencies()
    {
        var police = await world.PoliceAsync();
        foreach (var stranger in new[] { null, police.Supervisor, await AdministratorAsync(police), await world.CoordinatorAsync() })
        {
            foreach (var act in new[]
                     {
                         "rename_agency($1, 'A', 'ب')", "suspend_agency($1, true)", "held_by_agency($1)", "add_agency(gen_random_uuid(), 'XX-1', 'Police', 'A', 'ب', $1, null, null)"
                     })
                Assert.Equal("The national administrator keeps the agencies.", await RefusalAsync(stranger, $"select security.{act}", police.Agency.Id));
        }
    }

    [Fact]
    public async Task No_administrator_makes_a_national_desk()
    {
        var fia = await world.FiaAsync();
        var administrator = await AdministratorAsync(fia);
        foreach (var kind in new[] { "NationalDesk", "Headquarters", "Station", "Shelter" })
            Assert.Equal("This agency has no unit of this kind.", await RefusalAsync(administrator, Add, fia.Headquarters.Id, kind, Code()));
        Assert.Equal("A code has 2 to 30 capital letters, digits and -.", await RefusalAsync(administrator, Add, fia.Headquarters.Id, "Office", "a b"));
        Assert.Equal(Unit.CodeTaken, await RefusalAsync(administrator, Add, fia.Headquarters.Id, "Office", fia.Station.Code));
        Assert.Equal("", await RefusalAsync(administrator, Add, fia.Headquarters.Id, "Circle", Code()));
    }

    [Fact]
    public async Task What_the_domain_says_of_kinds_the_database_says_too()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        foreach (var kind in Enum.GetValues<UnitKind>())
        {
            foreach (var agency in Enum.GetValues<AgencyKind>())
                Assert.Equal(Unit.KindsOf(agency).Contains(kind), await owner.AskAsync<bool>("select security.unit_fits($1, $2)", $"{kind}", $"{agency}"));
        }
    }

    [Fact]
    public async Task A_unit_ends_only_when_nobody_and_nothing_is_there()
    {
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        var administrator = await AdministratorAsync(police);
        var (above, place) = (await world.StationAsync(police), await world.StationAsync(police));
        const string end = "select security.end_unit($1)";
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update identity.units set parent_id = $1 where id = $2", above.Id, place.Id);
        await owner.CommitAsync();
        var officer = await world.UserAsync(place, Role.Officer);
        var @case = await world.CaseAsync(officer);

        Assert.Equal("The first unit of an agency stays.", await RefusalAsync(administrator, end, police.Headquarters.Id));
        Assert.Equal("Units below this one are in use. End them first.", await RefusalAsync(administrator, end, above.Id));
        Assert.Equal("People are posted to this unit. Move them first.", await RefusalAsync(administrator, end, place.Id));
        Assert.Equal("", await RefusalAsync(administrator, "select security.move($1, $2, 'Officer', security.today() + 3, 'Transfer', null, null)", officer.Id, police.Station.Id));
        Assert.Equal("People are posted to this unit. Move them first.", await RefusalAsync(administrator, end, place.Id));
        await owner.RunAsync("update identity.postings set until_day = from_day where user_id = $1 and unit_id = $2", officer.Id, place.Id);
        await owner.CommitAsync();
        Assert.Equal("Open work is at this unit: cases, referrals, services or questions. Hand it over or finish it first.", await RefusalAsync(administrator, end, place.Id));
        await world.CloseCaseAsync(police.Supervisor, @case);
        Assert.Equal("", await RefusalAsync(administrator, end, place.Id));
        Assert.Equal("", await RefusalAsync(administrator, end, above.Id));
        Assert.Equal(Unit.HasEnded, await RefusalAsync(administrator, end, above.Id));
        Assert.Equal("People are posted to this unit. Move them first.", await RefusalAsync(await world.UserAsync(await HouseAboveAsync(shelter), Role.AgencyAdministrator), end, shelter.Shelter.Id));
    }

    [Fact]
    public async Task Nothing_new_goes_to_a_unit_that_has_ended()
    {
        var police = await world.PoliceAsync();
        var (administrator, ended) = (await AdministratorAsync(police), await world.StationAsync(police));
        var @case = await world.CaseAsync(police.Officer);
        Assert.Equal("", await RefusalAsync(administrator, "select security.end_unit($1)", ended.Id));

        Assert.Equal(Unit.HasEnded, await RefusalAsync(administrator, Add, ended.Id, "Office", Code()));
        Assert.Equal(Unit.HasEnded, await RefusalAsync(administrator, "select security.change_unit($1, 'A', 'ب', null)", ended.Id));
        Assert.Equal(Unit.HasEnded, await RefusalAsync(administrator, "select security.invite(gen_random_uuid(), 'A', 'a.new.name', null, $1, 'Officer')", ended.Id));
        Assert.Equal(Unit.HasEnded, await RefusalAsync(administrator, "select security.move($1, $2, 'Officer', security.today(), 'Transfer', null, null)", police.Officer.Id, ended.Id));
        Assert.Equal(Unit.HasEnded, await RefusalAsync(police.Supervisor, "update casework.cases set holding_unit_id = $2 where id = $1", @case.Id, ended.Id));
        var other = await world.FiaAsync();
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update identity.units set ended_at = now() where id = $1", other.Station.Id);
        await owner.CommitAsync();
        foreach (var refused in new Func<Task>[]
                 {
                     () => world.ShareAsync(police.Supervisor, @case, other.Station), () => world.OfferAsync(police.Supervisor, @case, other.Station),
                     () => world.UploadAsync(Register.Of(1), ended, police.Supervisor)
                 })
            Assert.Contains(Unit.HasEnded, $"{await Assert.ThrowsAnyAsync<Exception>(refused)}");
    }

    [Fact]
    public async Task What_arrives_while_a_unit_is_being_ended_waits_and_is_refused()
    {
        var police = await world.PoliceAsync();
        var (administrator, other, place) = (await AdministratorAsync(police), await AdministratorAsync(police), await world.StationAsync(police));
        await using var first = await PlainSql.AsAsync(database, administrator);
        await using var second = await PlainSql.AsAsync(database, other);
        await first.RunAsync("select security.end_unit($1)", place.Id);

        var waits = second.TryAsync("select security.invite(gen_random_uuid(), 'A', 'late.new.name', null, $1, 'Officer')", place.Id);
        Assert.NotSame(waits, await Task.WhenAny(waits, Task.Delay(300, TestContext.Current.CancellationToken)));
        await first.CommitAsync();

        Assert.Equal(Unit.HasEnded, (await waits).Message);
    }

    [Fact]
    public async Task Of_two_who_suspend_each_other_s_agencies_at_once_one_is_left()
    {
        var (one, two) = (await world.AdministratorAsync(await world.FiaAsync()), await world.AdministratorAsync(await world.FiaAsync()));
        const string suspend = "select security.suspend_agency($1, true)";
        Assert.Equal("Nobody suspends their own agency.", await RefusalAsync(one, suspend, one.AgencyId));
        await using var first = await PlainSql.AsAsync(database, one);
        await using var second = await PlainSql.AsAsync(database, two);
        await first.RunAsync(suspend, two.AgencyId);

        var waits = second.TryAsync(suspend, one.AgencyId);
        Assert.NotSame(waits, await Task.WhenAny(waits, Task.Delay(300, TestContext.Current.CancellationToken)));
        await first.CommitAsync();

        Assert.Equal("The national administrator keeps the agencies.", (await waits).Message);
    }

    private async Task<Unit> HouseAboveAsync(Provider provider)
    {
        var above = new Unit(provider.Agency.Id, null, UnitKind.Headquarters, Code(), "Head office", "صدر دفتر");
        await world.AddAsOwnerAsync(above);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update identity.units set parent_id = $1 where id = $2", above.Id, provider.Shelter.Id);
        await owner.CommitAsync();
        return above;
    }

    private static string Code() => $"T-{Guid.NewGuid().ToString("n")[..10].ToUpperInvariant()}";

    private Task<User> AdministratorAsync(Force force) => world.UserAsync(force.Headquarters, Role.AgencyAdministrator);

    /// <summary>What is refused; empty where it is done, and then it stays.</summary>
    private async Task<string> RefusalAsync(User? by, string sql, params object[] values)
    {
        await using var session = await PlainSql.AsAsync(database, by);
        try
        {
            await session.RunAsync(sql, values);
        }
        catch (PostgresException refused) when (refused.SqlState == Outcome.RuleBroken)
        {
            return refused.MessageText;
        }

        await session.CommitAsync();
        return "";
    }
}
