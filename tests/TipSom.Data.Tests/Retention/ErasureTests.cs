using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Retention;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Retention;

/// <summary>Who the people of a case are is made unreadable for good by two people, and by nobody while something holds the case.</summary>
public sealed class ErasureTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    // Sealed, and no content of a case, besides what belongs to accounts and keys: agreements, what expires by itself, and the reason of the erasing, which names nobody.
    private static readonly string[] NotOfCases =
    [
        "casework.agreement_documents.sealed_content", "casework.drafts.sealed_content",
        // Why somebody opened in an emergency is proof, kept as long as the trail.
        "casework.emergency_accesses.sealed_reason", "casework.emergency_reviews.sealed_note",
        "casework.erasures.sealed_reason", "casework.register_imports.sealed_file",
        // Figures, which are of nobody, and gone after a day.
        "statistics.downloads.sealed_content"
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_sealed_column_of_a_case_is_erased_with_it()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await using var db = Owner();

        var erased = await owner.ListAsync("select of_table || '.' || of_column from security.content_of_cases() where becomes = 'sealed'");

        Assert.Equal(
            SealedColumns.Of(db.Model).Select(c => $"{c.Table}.{c.Column}").Where(c => !c.StartsWith("identity.", StringComparison.Ordinal)).Except(NotOfCases).Order(StringComparer.Ordinal),
            erased.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_people_erase_it_and_facts_for_counting_stay()
    {
        await using var world = new World(database);
        var (_, @case, supervisor, second) = await ClosedAsync(world);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        const string facts = """
            select concat_ws(' ', v.sex, v.age_years, v.citizenship_code, c.kind, c.district_code, c.closed_for, c.logged_at, r.status, r.service, r.is_child)
            from casework.cases c join casework.victims v on v.case_id = c.id left join casework.referrals r on r.victim_id = v.id where c.id = $1 order by 1
            """;
        var before = await owner.ListAsync(facts, @case.Id);
        var last = await owner.AskAsync<long>("select max(id) from audit.entries");
        await owner.CommitAsync();

        var asked = await AskAsync(world, supervisor, @case);
        await ConfirmAsync(world, second, asked);

        Assert.Equal(before, await owner.ListAsync(facts, @case.Id));
        Assert.Equal("", await ReadableAsync(owner, @case.Id));
        Assert.Equal(0, await owner.AskAsync<long>(
            "select count(*) from casework.victim_identities where case_id = $1 and (number_hashes is not null or phone_hash is not null)", @case.Id));
        Assert.Equal(1, await owner.AskAsync<long>("select count(*) from casework.case_events where case_id = $1 and kind = 'Erased'", @case.Id));
        Assert.Contains("victim_identities", await owner.ListAsync("select table_name from audit.entries where act = 'ERASE' and id > $1 and actor_id = $2", last, second.Id));
        Assert.Equal([], await owner.ListAsync("select '1' from security.indexed(array(select id from casework.victims where case_id = $1)) i where i.sealed_details is not null", @case.Id));
        var opened = await Assert.ThrowsAsync<RecordErasedException>(() => world.AsAsync(supervisor, async (scope, db) =>
            scope.GetRequiredService<RecordCipher>().Open<string>(SealKinds.Narrative, @case.Id, (await db.Cases.SingleAsync(c => c.Id == @case.Id)).SealedNarrative!)));
        Assert.Equal("What was recorded here was erased.", opened.Message);
        await Assert.ThrowsAsync<RuleBrokenException>(() => world.ReopenCaseAsync(supervisor, @case));
        Assert.Equal("TS001", (await Assert.ThrowsAsync<PostgresException>(() => owner.RunAsync("update casework.cases set status = 'Open', closed_for = null where id = $1", @case.Id))).SqlState);
    }

    [Fact]
    public async Task The_doctor_counts_the_erased_apart_and_a_new_key_passes_them_over()
    {
        await using var world = new World(database);
        var (_, @case, supervisor, second) = await ClosedAsync(world);
        await ConfirmAsync(world, second, await AskAsync(world, supervisor, @case));
        var newKey = new byte[32];
        newKey[0] = 7;

        var found = await new KeyCheck(database.OwnerConnectionString, new MasterKeys(TestKeys.Master), _ => { }).RunAsync(Ct);
        Assert.Equal(0, found.Broken);
        Assert.True(found.Erased > 10, $"{found}");
        var done = await new KeyRewrap(database.OwnerConnectionString, new MasterKeys(newKey, TestKeys.Master), _ => { }).RunAsync(Ct);
        Assert.Equal(0, done.Unopened);
        // Back, for the other tests of this database.
        await new KeyRewrap(database.OwnerConnectionString, new MasterKeys(TestKeys.Master, newKey), _ => { }).RunAsync(Ct);
        Assert.Equal(found.Erased, (await new KeyCheck(database.OwnerConnectionString, new MasterKeys(TestKeys.Master), _ => { }).RunAsync(Ct)).Erased);
    }

    [Fact]
    public async Task The_second_person_is_another_one_whatever_is_sent()
    {
        await using var world = new World(database);
        var (_, @case, supervisor, _) = await ClosedAsync(world);
        var asked = await AskAsync(world, supervisor, @case);

        Assert.Equal(Erasure.SecondPerson, (await Assert.ThrowsAsync<RuleBrokenException>(() => ConfirmAsync(world, supervisor, asked))).Sentence);
        Assert.Equal(Erasure.SecondPerson, await RefusedAsync(supervisor,
            "update casework.erasures set status = 'CarriedOut', ended_at = now(), ended_by_id = gen_random_uuid() where id = $1", asked.Id));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(async () =>
        {
            await using var app = await PlainSql.AsAsync(database, supervisor);
            await app.RunAsync("update casework.erasures set carried_out_in = pg_current_xact_id()::text::bigint where id = $1", asked.Id);
        })).SqlState);
    }

    [Fact]
    public async Task The_agencys_administrator_confirms_and_does_not_see_the_case()
    {
        await using var world = new World(database);
        var (cast, @case, supervisor, _) = await ClosedAsync(world);
        var administrator = await world.UserAsync(cast.Police.Headquarters, Role.AgencyAdministrator);
        var asked = await AskAsync(world, supervisor, @case);

        Assert.False(await world.AsAsync(administrator, (_, db) => db.Cases.AnyAsync(c => c.Id == @case.Id)));
        await ConfirmAsync(world, administrator, asked);

        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal("", await ReadableAsync(owner, @case.Id));
    }

    [Fact]
    public async Task What_holds_a_case_is_said_in_a_sentence()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var (officer, supervisor) = (cast.Police.Officer, cast.Police.Supervisor);
        var open = await world.CaseAsync(officer);
        Assert.Equal(Erasure.CaseIsOpen, (await Assert.ThrowsAsync<RuleBrokenException>(() => AskAsync(world, supervisor, open))).Sentence);
        var reported = await world.CaseAsync(officer);
        await world.FirAsync(officer, reported, cast.Police.Station, 77);
        await world.CloseCaseAsync(officer, reported);

        Assert.Equal(Erasure.LawIsOpen, await RefusalAsync(() => AskAsync(world, supervisor, reported)));

        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("""
            insert into casework.legal_steps (id, case_id, stage, taken_at, is_in_reflection, at, actor_id, actor_unit_id, actor_name)
            select gen_random_uuid(), id, 'CANC', now(), false, now(), logged_by_id, holding_unit_id, 'Test' from casework.cases where id = $1
            """, reported.Id);
        await owner.CommitAsync();
        Assert.Equal(Erasure.ClockRuns, await RefusalAsync(() => AskAsync(world, supervisor, reported)));
        await owner.RunAsync("update casework.legal_deadlines set due_at = now(), remind_at = now(), started_at = now() - interval '1 day' where case_id = $1 and met_at is null", reported.Id);
        await owner.CommitAsync();
        await AskAsync(world, supervisor, reported);
        Assert.Contains("ux_erasures_one_under_way", (await Assert.ThrowsAsync<DbUpdateException>(() => AskAsync(world, supervisor, reported))).InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_is_proposed_once_and_again_a_year_after_it_was_put_aside()
    {
        await using var world = new World(database);
        var (_, @case, supervisor, _) = await ClosedAsync(world);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        const string mine = "select status from casework.erasures where case_id = $1 order by proposed_at";
        await owner.RunAsync("select security.propose_erasures(1000)");
        Assert.Equal([], await owner.ListAsync(mine, @case.Id));
        await owner.RunAsync("alter table casework.referrals disable trigger user; update casework.referrals set ended_at = ended_at - interval '8 years', sent_at = sent_at - interval '8 years'");
        await owner.RunAsync("alter table casework.referrals enable trigger user");
        await owner.RunAsync("update casework.case_status_changes set at = at - interval '8 years' where case_id = $1", @case.Id);

        await owner.RunAsync("select security.propose_erasures(1000)");
        await owner.RunAsync("select security.propose_erasures(1000)");
        await owner.CommitAsync();
        Assert.Equal(["Proposed"], await owner.ListAsync(mine, @case.Id));
        var proposed = await world.AsAsync(supervisor, (_, db) => db.Erasures.SingleAsync(e => e.CaseId == @case.Id));
        await world.AsAsync(supervisor, async (_, db) => { (await db.Erasures.SingleAsync(e => e.Id == proposed.Id)).PutAside(World.ActorOf(supervisor), Now); return true; });
        await owner.RunAsync("select security.propose_erasures(1000)");
        Assert.Equal(["PutAside"], await owner.ListAsync(mine, @case.Id));
        await owner.RunAsync("alter table casework.erasures disable trigger user");
        await owner.RunAsync("update casework.erasures set ended_at = ended_at - interval '366 days', proposed_at = proposed_at - interval '366 days' where case_id = $1", @case.Id);
        await owner.RunAsync("alter table casework.erasures enable trigger user");
        await owner.RunAsync("select security.propose_erasures(1000)");
        Assert.Equal(["PutAside", "Proposed"], await owner.ListAsync(mine, @case.Id));
    }

    [Fact]
    public async Task A_stranger_neither_sees_nor_decides_nor_proposes()
    {
        await using var world = new World(database);
        var (cast, @case, supervisor, _) = await ClosedAsync(world);
        var asked = await AskAsync(world, supervisor, @case);
        foreach (var stranger in new[] { cast.Police.Officer, cast.OtherForce.Supervisor, cast.Shelter.Caseworker })
            Assert.False(await world.AsAsync(stranger, (_, db) => db.Erasures.AnyAsync(e => e.Id == asked.Id)));

        await using var app = await PlainSql.AsAsync(database, null);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege,
            (await Assert.ThrowsAsync<PostgresException>(() => app.RunAsync("select security.propose_erasures(1)"))).SqlState);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private TipSomDbContext Owner() => new(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);

    private static async Task<(Cast Cast, Case Case, User Supervisor, User Second)> ClosedAsync(World world)
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.InCare);
        var officer = cast.Police.Officer;
        var @case = await world.AsAsync(officer, (_, db) => db.Cases.Include(c => c.Victims).SingleAsync(c => c.Id == referral.CaseId));
        await cast.WorkTogetherAsync(world, referral);
        await world.WriteAsync(officer, referral, Side.Sender);
        await world.RecordCareAsync(cast.Shelter.Caseworker, referral);
        await world.PlanAsync(cast.Shelter.Caseworker, referral);
        await world.DocumentAsync(officer, @case);
        await world.AssessAsync(officer, @case);
        await world.AccuseAsync(officer, @case);
        await world.AskToConnectAsync(officer, @case);
        await world.CorrectAsync(officer, @case, new FactsCorrection("PB-LAHORE", BorderCrossing.InsidePakistan, null), "Another account.");
        await world.CloseAsync(cast.Shelter.Caseworker, referral);
        await using (var owner = await PlainSql.AsOwnerAsync(world.Database))
        {
            await owner.RunAsync("alter table casework.follow_ups disable trigger user; update casework.follow_ups set cancelled_at = now() where answer is null; alter table casework.follow_ups enable trigger user");
            await owner.CommitAsync();
        }

        await world.CloseCaseAsync(officer, @case, words: "She went home.");
        return (cast, @case, cast.Police.Supervisor, await world.UserAsync(cast.Police.Headquarters, Role.Supervisor));
    }

    private static Task<Erasure> AskAsync(World world, User supervisor, Case @case) => world.AsAsync(supervisor, async (scope, db) =>
    {
        var id = Guid.CreateVersion7();
        var asked = Erasure.Ask(
            await db.Cases.SingleAsync(c => c.Id == @case.Id), id, ErasureGround.PersonAsked,
            scope.GetRequiredService<RecordCipher>().Seal(SealKinds.ErasureReason, id, "Asked in writing."), World.ActorOf(supervisor), Now);
        db.Add(asked);
        await db.SaveChangesAsync();
        return asked;
    });

    private static Task<bool> ConfirmAsync(World world, User second, Erasure asked) => world.AsAsync(second, async (_, db) =>
    {
        (await db.Erasures.SingleAsync(e => e.Id == asked.Id)).Confirm(World.ActorOf(second), Now);
        await db.SaveChangesAsync();
        return true;
    });

    private async Task<string> RefusedAsync(User user, string sql, Guid id)
    {
        await using var app = await PlainSql.AsAsync(database, user);
        return (await Assert.ThrowsAsync<PostgresException>(() => app.RunAsync(sql, id))).MessageText;
    }

    private static async Task<string> RefusalAsync(Func<Task> act) =>
        Assert.IsType<PostgresException>((await Assert.ThrowsAsync<DbUpdateException>(act)).InnerException).MessageText;

    // Columns of the case that still hold something that opens.
    private static async Task<string> ReadableAsync(PlainSql owner, Guid caseId)
    {
        var readable = new List<string>();
        foreach (var line in await owner.ListAsync("select of_table || ' ' || of_column || ' ' || found_by from security.content_of_cases() where becomes = 'sealed'"))
        {
            var (table, column, by) = (line.Split(' ')[0], line.Split(' ')[1], line.Split(' ')[2]);
            var which = by == "referral_id" ? "referral_id in (select r.id from casework.referrals r where r.case_id = $1)" : $"{by} = $1";
            if (await owner.AskAsync<long>($"select count(*) from {table} where {which} and get_byte({column}, 0) <> 2", caseId) > 0)
                readable.Add($"{table}.{column}");
        }

        return string.Join(", ", readable);
    }
}
