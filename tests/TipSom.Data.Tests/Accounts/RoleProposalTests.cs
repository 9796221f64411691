using Npgsql;
using TipSom.Data.Identity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Accounts;

/// <summary>Who reads postings and proposals, and the four eyes of national roles, against whoever writes statements by hand.</summary>
public sealed class RoleProposalTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string TakesAnother = "Another national administrator confirms, neither who proposed nor whom it is about.";
    private const string Confirm = "select security.decide_role($1, true)";

    private readonly World world = new(database);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_posting_is_read_by_the_person_and_by_who_keeps_the_account()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var national = await world.AdministratorAsync(await world.FiaAsync());
        foreach (var (reader, sees) in new (User?, long)[]
                 {
                     (police.Officer, 1), (await world.UserAsync(police.Headquarters, Role.AgencyAdministrator), 1), (national, 1), (police.Supervisor, 0),
                     (await world.UserAsync(police.Station, Role.Auditor), 0), (await world.UserAsync(other.Headquarters, Role.AgencyAdministrator), 0),
                     (await world.UserAsync(await world.StationAsync(police), Role.AgencyAdministrator), 0), (null, 0)
                 })
        {
            await using var session = await PlainSql.AsAsync(database, reader);
            Assert.Equal(sees, await session.AskAsync<long>("select count(*) from identity.postings where user_id = $1", police.Officer.Id));
        }
    }

    [Fact]
    public async Task A_proposal_is_read_by_national_administrators_and_nobody_else()
    {
        var fia = await world.FiaAsync();
        var (one, two) = (await world.AdministratorAsync(fia), await world.AdministratorAsync(fia));
        var proposal = await world.ProposeRoleAsync(one, fia.Headquarters);
        foreach (var (reader, sees) in new (User?, long)[]
                 {
                     (one, 1), (two, 1), (fia.Supervisor, 0), (await world.UserAsync(fia.Headquarters, Role.AgencyAdministrator), 0),
                     (await world.UserAsync(fia.Headquarters, Role.Auditor), 0), (null, 0)
                 })
        {
            await using var session = await PlainSql.AsAsync(database, reader);
            Assert.Equal(sees, await session.AskAsync<long>("select count(*) from identity.role_proposals where id = $1", proposal));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await session.TryAsync("update identity.role_proposals set decided_at = now() where id = $1", proposal)).State);
        }
    }

    [Fact]
    public async Task Nobody_confirms_what_they_proposed_or_what_is_about_them_not_even_by_the_owner()
    {
        var fia = await world.FiaAsync();
        var (one, two) = (await world.AdministratorAsync(fia), await world.AdministratorAsync(fia));
        var proposal = await world.ProposeRoleAsync(one, fia.Headquarters);
        await using (var owner = await PlainSql.AsOwnerAsync(database))
            Assert.Equal(PostgresErrorCodes.CheckViolation, (await owner.TryAsync(
                "update identity.role_proposals set decided_at = now(), decided_by_id = proposed_by_id, is_confirmed = true where id = $1", proposal)).State);

        await using (var first = await PlainSql.AsAsync(database, one))
            Assert.Equal(TakesAnother, (await first.TryAsync(Confirm, proposal)).Message);
        await using (var agency = await PlainSql.AsAsync(database, await world.UserAsync(fia.Headquarters, Role.AgencyAdministrator)))
            Assert.Equal("A national role takes two national administrators: one proposes, another confirms.", (await agency.TryAsync(Confirm, proposal)).Message);
        await using (var proposes = await PlainSql.AsAsync(database, one))
        {
            await proposes.RunAsync("select security.propose_role(gen_random_uuid(), 'Move', $1, '', '', null, $2, 'Auditor')", two.Id, fia.Headquarters.Id);
            await proposes.CommitAsync();
        }

        await using var about = await PlainSql.AsAsync(database, two);
        var ofThemself = await about.AskAsync<Guid>("select id from identity.role_proposals where user_id = $1", two.Id);
        Assert.Equal(TakesAnother, (await about.TryAsync(Confirm, ofThemself)).Message);
        Assert.Equal("", (await about.TryAsync(Confirm, proposal)).State);
    }
}
