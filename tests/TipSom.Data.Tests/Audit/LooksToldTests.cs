using Npgsql;
using TipSom.Data.Telling;
using TipSom.Domain.Audit;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Audit;

/// <summary>That others looked is told once a week to the people of the unit that holds the case, whoever asks how often.</summary>
public sealed class LooksToldTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Once_for_the_week_that_ended_and_only_where_others_looked()
    {
        await using var world = new World(database);
        var (police, fia, quiet) = (await world.PoliceAsync(), await world.FiaAsync(), await world.PoliceAsync());
        var (seen, own) = (await world.CaseAsync(police.Officer), await world.CaseAsync(quiet.Officer));
        await world.ShareAsync(police.Supervisor, seen, fia.Station, t => t with { SeesIdentity = true });
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow());
        var lastWeek = PakistanTime.MomentOf(today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - 3), new TimeOnly(11, 0));
        foreach (var (by, @case) in new[] { (fia.Officer, seen), (quiet.Officer, own), (quiet.Supervisor, own) })
        {
            await world.AsAsync(by, (_, db) =>
            {
                db.Add(new IdentityOpening(@case.Victims[0].Id, @case.Id, World.ActorOf(by), "To check something", lastWeek));
                return Task.FromResult(0);
            });
        }

        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new Clocks(TestKeys.Program(source)).TellOfTheDayAsync(TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken)));
        await new Clocks(TestKeys.Program(source)).TellOfTheDayAsync(TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken);

        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var ask = owner.CreateCommand("""
            select array_agg(n.user_id || ' ' || n.number || ' ' || (select count(*) from telling.outbox o where o.user_id = n.user_id and o.kind = n.kind))
            from telling.notifications n where n.kind = 'LooksByOthers'
            """);
        var told = (string[])(await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.Matches($"^{police.Officer.Id} [0-9]{{4}}-W[0-9]{{2}} 1$", Assert.Single(told));
    }
}
