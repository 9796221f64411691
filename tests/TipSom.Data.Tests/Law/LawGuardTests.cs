using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Cases;
using TipSom.Domain.Law;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Law;

/// <summary>What the database refuses of the law of a case, in the words of the domain.</summary>
public sealed class LawGuardTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Choose = """
        insert into casework.case_offences (id, case_id, offence_code, at, actor_id, actor_unit_id, actor_name)
        values (gen_random_uuid(), $1, $2, now(), gen_random_uuid(), gen_random_uuid(), 'Nobody')
        """;

    private readonly World world = new(database);

    [Fact]
    public async Task An_offence_is_of_its_day()
    {
        var (officer, @case) = await CaseAsync();
        await using var session = await PlainSql.AsAsync(database, officer);

        Assert.Equal(CaseOffence.SayWhenFirst, (await session.TryAsync(Choose, @case.Id, "PPC-342")).Message);
        await session.RunAsync("""
            insert into casework.case_laws (case_id, offence_from, offence_to, protection_in_camera, protection_sealed_record, protection_video_link, protection_pseudonym)
            values ($1, '2024-05-01', '2024-05-01', false, false, false, false)
            """, @case.Id);
        Assert.Equal(CaseOffence.NotLawThen, (await session.TryAsync(Choose, @case.Id, "PTPA-3-2")).Message);
        Assert.Equal(CaseOffence.NotLawThen, (await session.TryAsync(Choose, @case.Id, "PACHTO-3")).Message);
        await session.RunAsync(Choose, @case.Id, "PTPA18-3-2");
        Assert.Equal(CaseLaw.OffenceFallsOut, (await Days("2026-01-01", "2026-01-01")).Message);
        Assert.Equal("", (await Days("2025-06-01", "2025-06-01")).Message);
        Assert.Equal(CaseLaw.DaysInDisorder, (await Days("2024-05-01", "2999-01-01")).Message);
        // Signed by the database, whatever was claimed.
        Assert.Equal(officer.Id, await session.AskAsync<Guid>("select actor_id from casework.case_offences where case_id = $1", @case.Id));
        await session.RunAsync("update casework.case_offences set dropped_at = now() where case_id = $1", @case.Id);
        Assert.Equal(
            "This offence was already taken off.", (await session.TryAsync("update casework.case_offences set dropped_at = null where case_id = $1", @case.Id)).Message);
        Assert.Equal("", (await Days("2026-01-01", "2026-01-01")).Message);

        Task<Outcome> Days(string from, string to) => session.TryAsync(
            "update casework.case_laws set offence_from = $2::date, offence_to = $3::date where case_id = $1", @case.Id, from, to);
    }

    [Fact]
    public async Task An_FIR_of_another_agency_s_station_is_refused_before_its_number_is_compared()
    {
        var (officer, @case) = await CaseAsync();
        var other = await world.PoliceAsync();
        await world.FirAsync(other.Officer, await world.CaseAsync(other.Officer), other.Station, 7);
        await using var session = await PlainSql.AsAsync(database, officer);

        foreach (var serial in new[] { 7, 8 })
            Assert.Equal(FirstInformationReport.OwnAgencyOnly, (await session.TryAsync("""
                insert into casework.first_information_reports
                    (id, case_id, station_unit_id, year, serial, recorded_at, offence_codes, sealed_details, actor_id, actor_unit_id, actor_name)
                values (gen_random_uuid(), $1, $2, extract(year from now() at time zone 'Asia/Karachi')::integer, $3, now(), '{}', '\x00', $2, $2, 'x')
                """, @case.Id, other.Station.Id, serial)).Message);
    }

    [Fact]
    public async Task A_verdict_is_given_once_and_a_charge_holds_its_offence()
    {
        var (officer, @case) = await CaseAsync();
        var offence = await world.OffenceAsync(officer, @case);
        var charge = await world.ChargeAsync(officer, @case, offence);
        await using var session = await PlainSql.AsAsync(database, officer);

        Assert.Equal(CaseOffence.ChargeRestsOnIt, (await session.TryAsync("update casework.case_offences set dropped_at = now() where id = $1", offence.Id)).Message);
        Assert.Equal(Charge.DaysInDisorder, (await Change("verdict = 'Acquitted', decided_on = charged_on - 1")).Message);
        Assert.Equal("23514", (await Change("verdict = 'Acquitted', decided_on = charged_on, sentence_years = 3")).State);
        Assert.Equal("23514", (await Change("appeal = 'Pending'")).State);
        await session.RunAsync("update casework.charges set verdict = 'Convicted', decided_on = charged_on, sentence_years = 3 where id = $1", charge.Id);
        Assert.Equal(Charge.DecidedAlready, (await Change("verdict = 'Acquitted', sentence_years = null")).Message);
        Assert.Equal(Charge.DecidedAlready, (await Change("sentence_years = 2")).Message);
        Assert.Equal(1, (await Change("appeal = 'Pending'")).Rows);

        Task<Outcome> Change(string what) => session.TryAsync($"update casework.charges set {what} where id = $1", charge.Id);
    }

    [Fact]
    public async Task No_more_is_paid_than_was_ordered_and_nothing_to_come()
    {
        var (officer, @case) = await CaseAsync();
        await using var session = await PlainSql.AsAsync(database, officer);

        Assert.Equal("23514", (await Insert("100", "current_date - 1", "101", "current_date - 1")).State);
        Assert.Equal("23514", (await Insert("null", "null", "1", "current_date - 1")).State);
        Assert.Equal("23514", (await Insert("100", "null", "null", "null")).State);
        Assert.Equal(Compensation.InDisorder, (await Insert("100", "current_date + 2", "null", "null")).Message);
        Assert.Equal(1, (await Insert("100", "current_date - 1", "100", "current_date - 1")).Rows);

        Task<Outcome> Insert(params string[] values) => session.TryAsync($"""
            insert into casework.compensations (id, case_id, victim_id, ordered_rupees, ordered_on, paid_rupees, paid_on)
            values (gen_random_uuid(), $1, $2, {string.Join(", ", values)})
            """, @case.Id, @case.Victims[0].Id);
    }

    [Fact]
    public async Task A_case_moves_with_a_reason_and_a_reason_with_the_case()
    {
        var (officer, @case) = await CaseAsync();
        await using (var session = await PlainSql.AsAsync(database, officer))
        {
            await session.RunAsync("update casework.cases set kind = 'Smuggling' where id = $1", @case.Id);
            Assert.Equal("A case is moved to the other law with a reason, and a reason is given for a move.", await CommitAsync(session));
        }

        await using (var session = await PlainSql.AsAsync(database, officer))
        {
            await session.RunAsync("""
                insert into casework.case_reclassifications (id, case_id, from_kind, to_kind, sealed_reason, at, actor_id, actor_unit_id, actor_name)
                values (gen_random_uuid(), $1, 'Trafficking', 'Smuggling', '\x00', now(), $1, $1, 'x')
                """, @case.Id);
            Assert.Equal("A case is moved to the other law with a reason, and a reason is given for a move.", await CommitAsync(session));
        }

        static async Task<string> CommitAsync(PlainSql session) =>
            (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => session.RunAsync("set constraints all immediate"))).MessageText;
    }

    [Fact]
    public async Task Nothing_of_a_closed_case_changes()
    {
        var police = await world.PoliceAsync();
        var (officer, @case) = (police.Officer, await world.CaseAsync(police.Officer));
        var offence = await world.OffenceAsync(officer, @case);
        await world.FirAsync(officer, @case, police.Station, 1);
        await world.CloseCaseAsync(officer, @case);
        await using var session = await PlainSql.AsAsync(database, officer);

        foreach (var act in new[]
        {
            "update casework.case_laws set protection_in_camera = true where case_id = $1",
            "update casework.case_offences set dropped_at = now() where case_id = $1",
            "update casework.legal_deadlines set met_at = now(), met_by_step_id = step_id where case_id = $1",
            "update casework.cases set kind = 'Smuggling' where id = $1",
            "update casework.cases set proposed_lead = 'Fia' where id = $1",
            "insert into casework.compensations (id, case_id, victim_id) select gen_random_uuid(), v.case_id, v.id from casework.victims v where v.case_id = $1",
            """
            insert into casework.legal_steps (id, case_id, stage, taken_at, is_in_reflection, at, actor_id, actor_unit_id, actor_name)
            values (gen_random_uuid(), $1, 'INV', now(), false, now(), $1, $1, 'x')
            """,
            """
            insert into casework.case_reclassifications (id, case_id, from_kind, to_kind, sealed_reason, at, actor_id, actor_unit_id, actor_name)
            values (gen_random_uuid(), $1, 'Trafficking', 'Smuggling', '\x00', now(), $1, $1, 'x')
            """
        })
            Assert.Equal(Case.ClosedAlready, (await session.TryAsync(act, @case.Id)).Message);
        Assert.Equal(Case.ClosedAlready, (await session.TryAsync("""
            insert into casework.charges (id, case_id, suspect_id, case_offence_id, charged_on, plea, verdict, is_for_life, appeal, actor_id, actor_unit_id, actor_name)
            values (gen_random_uuid(), $1, $1, $2, current_date, 'NotRecorded', 'Pending', false, 'None', $1, $1, 'x')
            """, @case.Id, offence.Id)).Message);
    }

    [Fact]
    public async Task A_unit_that_does_not_see_the_investigation_sees_and_writes_nothing_of_it()
    {
        var (officer, @case) = await CaseAsync();
        await world.OffenceAsync(officer, @case);
        await using (var owner = await PlainSql.AsOwnerAsync(database))
        {
            await owner.RunAsync("update casework.case_access set sees_investigation = false where case_id = $1 and unit_id = $2", @case.Id, officer.UnitId);
            await owner.CommitAsync();
        }

        await using var session = await PlainSql.AsAsync(database, officer);
        Assert.Equal(0L, await session.AskAsync<long>("select count(*) from casework.case_offences where case_id = $1", @case.Id));
        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync(Choose, @case.Id, "PPC-344")).State);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<(Identity.User Officer, Case Case)> CaseAsync()
    {
        var police = await world.PoliceAsync();
        return (police.Officer, await world.CaseAsync(police.Officer));
    }
}
