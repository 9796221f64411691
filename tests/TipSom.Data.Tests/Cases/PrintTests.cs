using TipSom.Data.Tests.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Cases;

public sealed class PrintTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Record = """
        insert into casework.prints (id, case_id, kind, with_names, at, actor_id, actor_unit_id, actor_name, reason)
        values (gen_random_uuid(), $1, 'FirAnnex', $2, now(), $3, $4, 'Forged', 'For the court')
        """;

    private readonly World world = new(database);

    [Fact]
    public async Task A_print_is_recorded_in_the_own_name_and_with_names_only_by_who_may_open_them()
    {
        var (police, stranger) = (await world.PoliceAsync(), await world.PoliceAsync());
        var @case = await world.CaseAsync(police.Officer);
        await using (var owner = await PlainSql.AsOwnerAsync(database))
        {
            await owner.RunAsync("update casework.case_access set sees_identity = false where case_id = $1 and unit_id = $2", @case.Id, police.Station.Id);
            await owner.CommitAsync();
        }

        await using var officer = await PlainSql.AsAsync(database, police.Officer);
        await using var supervisor = await PlainSql.AsAsync(database, police.Supervisor);
        await using var other = await PlainSql.AsAsync(database, stranger.Officer);
        object[] Values(bool withNames) => [@case.Id, withNames, police.Supervisor.Id, police.Headquarters.Id];

        Assert.Equal(1, await officer.RunAsync(Record, Values(false)));
        Assert.Equal([police.Officer.DisplayName], await officer.ListAsync("select actor_name from casework.prints"));
        Assert.Equal(Outcome.NotAllowed, (await officer.TryAsync(Record, Values(true))).State);
        Assert.Equal(Outcome.NotAllowed, (await officer.TryAsync("update casework.prints set with_names = false")).State);
        Assert.Equal(1, await supervisor.RunAsync(Record, Values(true)));
        Assert.Equal(Outcome.NotAllowed, (await other.TryAsync(Record, Values(false))).State);
        Assert.Empty(await other.ListAsync("select actor_name from casework.prints"));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
