using TipSom.Data.Tests.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Victims;

/// <summary>What the database refuses of people and suspects, whoever writes the statement.</summary>
public sealed class PersonGuardTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);

    [Fact]
    public async Task A_person_keeps_a_role_and_what_has_ended_stays_ended()
    {
        var police = await world.PoliceAsync();
        var victim = (await world.CaseAsync(police.Officer)).Victims[0].Id;
        await using var officer = await PlainSql.AsAsync(database, police.Officer);
        const string end = "update casework.person_roles set until = now() where victim_id = $1 and until is null";

        await officer.RunAsync(end, victim);
        var last = await officer.TryAsync("set constraints all immediate");
        var again = await officer.TryAsync("update casework.person_roles set sealed_end_reason = '\\x00' where victim_id = $1", victim);
        var signed = await officer.AskAsync<Guid>("select ended_by_id from casework.person_roles where victim_id = $1", victim);

        Assert.Equal("A person has at least one role in the case. Choose the new one first.", last.Message);
        Assert.Equal("What has ended stays as it was written.", again.Message);
        Assert.Equal(police.Officer.Id, signed);
    }

    [Fact]
    public async Task Who_writes_signs_with_the_own_name()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await using var officer = await PlainSql.AsAsync(database, police.Officer);

        await officer.RunAsync("""
            insert into casework.person_roles (id, victim_id, case_id, role, since, by_id, by_name)
            values (gen_random_uuid(), $1, $2, 'Witness', now(), $3, 'Somebody Else')
            """, @case.Victims[0].Id, @case.Id, police.Supervisor.Id);

        Assert.Equal(
            [$"{police.Officer.Id} {police.Officer.DisplayName}"],
            await officer.ListAsync("select by_id || ' ' || by_name from casework.person_roles where victim_id = $1 and role = 'Witness'", @case.Victims[0].Id));
    }

    [Fact]
    public async Task Only_a_supervisor_looks_at_an_accusation_and_not_at_the_own()
    {
        var police = await world.PoliceAsync();
        var accused = await world.AccuseAsync(police.Officer, await world.CaseAsync(police.Officer));
        var own = await world.AccuseAsync(police.Supervisor, await world.CaseAsync(police.Officer));
        await using var officer = await PlainSql.AsAsync(database, police.Officer);
        await using var supervisor = await PlainSql.AsAsync(database, police.Supervisor);
        const string look = "update casework.suspects set looked_at = now(), looked_by_id = $2, looked_by_name = 'X', sealed_look_note = '\\x00' where id = $1";

        Assert.Equal("A supervisor looks at an accusation against a person of the case.", (await officer.TryAsync(look, accused.Id, police.Supervisor.Id)).Message);
        Assert.Equal("Somebody other than who accused the person looks at it.", (await supervisor.TryAsync(look, own.Id, police.Officer.Id)).Message);
        Assert.Equal(1, await supervisor.RunAsync(look, accused.Id, police.Officer.Id));
        Assert.Equal(police.Supervisor.Id, await supervisor.AskAsync<Guid>("select looked_by_id from casework.suspects where id = $1", accused.Id));
        Assert.Equal("A supervisor has looked at this accusation already.", (await supervisor.TryAsync(look, accused.Id, police.Officer.Id)).Message);
    }

    [Fact]
    public async Task A_person_is_accused_with_a_reason_and_a_tie_stays_within_one_case()
    {
        var police = await world.PoliceAsync();
        var (@case, other) = (await world.CaseAsync(police.Officer), await world.CaseAsync(police.Officer));
        await using var officer = await PlainSql.AsAsync(database, police.Officer);
        const string suspect = """
            insert into casework.suspects (id, case_id, position, sealed_details, sex, age_is_approximate, role_codes, status, at, by_id, by_name, updated_at, victim_id)
            values (gen_random_uuid(), $1, 1, '\x00', 'Male', false, '{}', 'Suspected', now(), $2, 'X', now(), $3)
            """;
        const string tie = """
            insert into casework.family_ties (id, case_id, person_id, relative_id, kind, keep_together, at, by_id, by_name)
            values (gen_random_uuid(), $1, $2, $3, 'SiblingOf', true, now(), $4, 'X')
            """;

        Assert.Equal("23514", (await officer.TryAsync(suspect, @case.Id, police.Officer.Id, @case.Victims[0].Id)).State);
        Assert.Equal("23503", (await officer.TryAsync(tie, @case.Id, @case.Victims[0].Id, other.Victims[0].Id, police.Officer.Id)).State);
        Assert.Equal("23514", (await officer.TryAsync(tie, @case.Id, @case.Victims[0].Id, @case.Victims[0].Id, police.Officer.Id)).State);
    }

    [Fact]
    public async Task Suspects_are_not_there_for_a_unit_that_sees_the_case_without_the_investigation()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var @case = await world.CaseAsync(police.Officer);
        await world.SuspectAsync(police.Officer, @case);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("""
            insert into casework.case_access (case_id, unit_id, sees_identity, sees_investigation, works, status, updated_at)
            select case_id, $2, true, false, false, status, updated_at from casework.case_access where case_id = $1 limit 1
            """, @case.Id, other.Station.Id);
        await owner.CommitAsync();
        await using var reader = await PlainSql.AsAsync(database, other.Officer);

        Assert.Equal(1, await reader.AskAsync<long>("select count(*) from casework.person_roles where case_id = $1", @case.Id));
        Assert.Equal(0, await reader.AskAsync<long>("select count(*) from casework.suspects where case_id = $1", @case.Id));
        Assert.Equal(0, await reader.RunAsync("update casework.person_roles set until = now() where case_id = $1", @case.Id));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
