using TipSom.Data.Identity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Reporting;

/// <summary>The walls around public figures that the database keeps for whoever writes statements by hand.</summary>
public sealed class ReleaseGuardTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string SignIt = "update statistics.releases set signed_at = '2020-01-01', signed_by_id = $2, signed_by_name = 'Somebody' where id = $1";

    private readonly World world = new(database);

    public async ValueTask DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Before_it_is_signed_nobody_else_reads_it_and_its_counts_are_read_by_who_keeps_releases_alone()
    {
        var (force, administrator) = await PeopleAsync();
        var (draft, signed) = (await world.ReleaseAsync(administrator, 2018), await world.ReleaseAsync(administrator, 2019, isSigned: true));
        foreach (var (reader, releases, bases) in new (User?, long, long)[]
                 {
                     (administrator, 2, 2), (await world.UserAsync(force.Headquarters, Role.Analyst), 1, 0), (await world.CoordinatorAsync(), 1, 0), (force.Supervisor, 1, 0), (null, 1, 0)
                 })
        {
            await using var session = await PlainSql.AsAsync(database, reader);
            Assert.Equal(releases, await session.AskAsync<long>("select count(*) from statistics.releases where id in ($1, $2)", draft.Id, signed.Id));
            Assert.Equal(bases, await session.AskAsync<long>("select count(*) from statistics.release_bases where release_id in ($1, $2)", draft.Id, signed.Id));
        }
    }

    [Fact]
    public async Task Nobody_else_signs_it_it_is_signed_now_and_in_the_own_name_and_never_changes()
    {
        var (force, administrator) = await PeopleAsync();
        var draft = await world.ReleaseAsync(administrator, 2021);
        foreach (var other in new[] { force.Supervisor, await world.CoordinatorAsync() })
        {
            await using var session = await PlainSql.AsAsync(database, other);
            Assert.Equal(0, (await session.TryAsync(SignIt, draft.Id, other.Id)).Rows);
        }

        await using var own = await PlainSql.AsAsync(database, administrator);
        Assert.Equal(Outcome.NotAllowed, (await own.TryAsync(SignIt, draft.Id, force.Supervisor.Id)).State);
        await own.RunAsync(SignIt, draft.Id, administrator.Id);
        Assert.Equal(administrator.DisplayName, await own.AskAsync<string>("select signed_by_name from statistics.releases where id = $1 and signed_at > now() - interval '1 hour'", draft.Id));
        Assert.Equal(0, (await own.TryAsync(SignIt, draft.Id, administrator.Id)).Rows);
        Assert.Equal(Outcome.NotAllowed, (await own.TryAsync("update statistics.releases set content = '{}' where id = $1", draft.Id)).State);
        Assert.Equal(Outcome.NotAllowed, (await own.TryAsync("update statistics.release_bases set bases = '{}' where release_id = $1", draft.Id)).State);
        Assert.Equal(Outcome.NotAllowed, (await own.TryAsync("insert into statistics.release_bases values ($1, '{}')", draft.Id)).State);
    }

    [Fact]
    public async Task Of_two_that_rest_on_the_same_one_the_second_is_not_signed()
    {
        var (_, administrator) = await PeopleAsync();
        var (first, second) = (await world.ReleaseAsync(administrator, 2022), await world.ReleaseAsync(administrator, 2022));
        await using var own = await PlainSql.AsAsync(database, administrator);

        await own.RunAsync(SignIt, first.Id, administrator.Id);

        Assert.Equal(new Outcome(0, Outcome.RuleBroken, FigureRelease.Overtaken), await own.TryAsync(SignIt, second.Id, administrator.Id));
    }

    private async Task<(Force Force, User Administrator)> PeopleAsync()
    {
        var force = await world.PoliceAsync();
        return (force, await world.AdministratorAsync(force));
    }
}
