using Npgsql;
using TipSom.Data.Identity;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Audit;

/// <summary>Nobody empties the register: the auditors hear of the sixtieth opening within an hour, and the two hundred and first is refused.</summary>
public sealed class OpeningLimitTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Told = 60, Most = 200;

    [Fact]
    public async Task Auditors_are_told_once_at_the_sixtieth()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var auditor = await world.UserAsync(police.Headquarters, Role.Auditor);

        await OpenAsync(world, police.Officer, Told - 1);
        Assert.Equal(0, await ToldAsync(auditor));

        await OpenAsync(world, police.Officer, 3);
        Assert.Equal(1, await ToldAsync(auditor));
    }

    [Fact]
    public async Task The_two_hundred_and_first_is_refused_to_this_account_and_to_no_other()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();

        await OpenAsync(world, police.Officer, Most);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync(world, police.Officer, 1));

        Assert.Equal("TS001", Assert.IsType<PostgresException>(refused.GetBaseException()).SqlState);
        Assert.Equal(Most, await OpenedAsync(police.Officer));
        await OpenAsync(world, police.Supervisor, 1);
    }

    [Fact]
    public async Task An_hour_later_it_opens_again()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        await OpenAsync(world, police.Officer, Most);

        await AgeAsync(police.Officer);

        await OpenAsync(world, police.Officer, 1);
        Assert.Equal(Most + 1, await OpenedAsync(police.Officer));
    }

    [Fact]
    public async Task Of_two_at_once_the_second_counts_the_first()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await OpenAsync(world, police.Officer, @case, Most - 1);
        Task? second = null;

        await world.AsAsync(police.Officer, async (_, db) =>
        {
            db.Add(new IdentityOpening(@case.Victims[0].Id, @case.Id, World.ActorOf(police.Officer), "To check something", TimeProvider.System.GetUtcNow()));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            second = OpenAsync(world, police.Officer, @case, 1);
            await Task.WhenAny(second, Task.Delay(500, TestContext.Current.CancellationToken));
            return 0;
        });

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => second!);
        Assert.Equal("TS001", Assert.IsType<PostgresException>(refused.GetBaseException()).SqlState);
        Assert.Equal(Most, await OpenedAsync(police.Officer));
    }

    private static async Task OpenAsync(World world, User by, int times) => await OpenAsync(world, by, await world.CaseAsync(by), times);

    private static Task<int> OpenAsync(World world, User by, Case @case, int times) => world.AsAsync(by, (_, db) =>
    {
        for (var i = 0; i < times; i++)
            db.Add(new IdentityOpening(@case.Victims[0].Id, @case.Id, World.ActorOf(by), "To check something", TimeProvider.System.GetUtcNow()));
        return Task.FromResult(0);
    });

    private async Task<long> ToldAsync(User user) => await AskAsync("select count(*) from telling.notifications n where n.user_id = $1 and n.kind = 'ManyOpenings'", user);

    private async Task<long> OpenedAsync(User user) => await AskAsync("select count(*) from casework.identity_openings o where o.actor_id = $1", user);

    private async Task AgeAsync(User user)
    {
        await using var superuser = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var age = superuser.CreateCommand("""
            set session_replication_role = replica;
            update audit.entries set at = at - interval '61 minutes' where actor_id = @actor;
            """);
        age.Parameters.AddWithValue("actor", user.Id);
        Assert.True(await age.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) >= Most);
    }

    private async Task<long> AskAsync(string sql, User user)
    {
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var ask = owner.CreateCommand(sql);
        ask.Parameters.AddWithValue(user.Id);
        return (long)(await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
