using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.Domain.Retention;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Retention;

/// <summary>A redacted text is gone with its earlier versions, and what has run out goes by the clock and by nobody's hand.</summary>
public sealed class RedactionAndExpiryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_redacted_account_takes_its_earlier_versions_with_it()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await world.CorrectAsync(police.Officer, @case, new FactsCorrection("PB-LAHORE", BorderCrossing.InsidePakistan, null), "Another account.");

        await RedactAsync(world, police.Supervisor, @case, RedactedText.Narrative, @case.Id, SealKinds.Narrative);

        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal("Redacted.", await world.AsAsync(police.Officer, async (scope, db) => scope.GetRequiredService<RecordCipher>()
            .Open<string>(SealKinds.Narrative, @case.Id, (await db.Cases.SingleAsync(c => c.Id == @case.Id)).SealedNarrative!)));
        Assert.Equal(["2"], await owner.ListAsync("select get_byte(sealed_before, 0)::text from casework.case_changes where case_id = $1 and sealed_before is not null", @case.Id));
        Assert.Equal(["SomebodyElse"], await owner.ListAsync("select detail from audit.entries where act = 'REDACT' and row_id = $1", @case.Id));
        Assert.Equal(1, await owner.AskAsync<long>("select count(*) from casework.redactions where case_id = $1 and carried_out_at is not null", @case.Id));
    }

    [Fact]
    public async Task A_note_is_redacted_by_a_supervisor_only_and_never_in_words_alone()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var note = await world.NoteAsync(police.Officer, @case);

        await Assert.ThrowsAsync<DbUpdateException>(() => RedactAsync(world, police.Officer, @case, RedactedText.Note, note.Id, SealKinds.CaseNote));
        await Assert.ThrowsAsync<PostgresException>(() => RedactAsync(world, police.Supervisor, @case, RedactedText.Note, note.Id, SealKinds.CaseNote, carriesOut: false));
        await RedactAsync(world, police.Supervisor, @case, RedactedText.Note, note.Id, SealKinds.CaseNote);

        await using var app = await PlainSql.AsAsync(database, police.Supervisor);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => app.RunAsync(
            "select security.redact(id, decode(repeat('01', 100), 'hex')) from casework.redactions where case_id = $1", @case.Id))).SqlState);
    }

    [Fact]
    public async Task What_has_run_out_goes_and_the_rest_stays()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var (referral, lately) = (await cast.ReferralAsync(world, ReferralStatus.Closed), await cast.ReferralAsync(world, ReferralStatus.Closed));
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update telling.notifications set settled_at = now() - interval '181 days' where referral_id = $1 and user_id = $2", referral.Id, cast.Shelter.Caseworker.Id);
        await owner.RunAsync("update telling.notifications set settled_at = now() - interval '179 days' where referral_id = $1 and user_id = $2", lately.Id, cast.Shelter.Caseworker.Id);
        await owner.RunAsync("""
            insert into casework.searches (id, at, actor_id, actor_unit_id, actor_name, kind, query_hash, finds, beyond)
            select gen_random_uuid(), now() - d * interval '1 day', $1, $2, 'Test', 'Name', '\x00', 0, 0 from unnest(array[1, 731]) d
            """, cast.Police.Officer.Id, cast.Police.Station.Id);
        await owner.RunAsync("alter table casework.referrals disable trigger user");
        await owner.RunAsync("update casework.referrals set ended_at = now() - interval '91 days' where id = $1", referral.Id);
        await owner.RunAsync("update casework.referrals set ended_at = now() - interval '89 days' where id = $1", lately.Id);
        await owner.RunAsync("alter table casework.referrals enable trigger user");
        await owner.CommitAsync();

        await using (var program = await PlainSql.AsProgramAsync(database, ProgramWork.Clocks))
        {
            Assert.True(await program.AskAsync<int>("select security.purge_expired(500)") >= 3);
            await program.CommitAsync();
        }

        Assert.Equal(1, await owner.AskAsync<long>("select count(*) from casework.searches where actor_id = $1", cast.Police.Officer.Id));
        Assert.Equal(0, await owner.AskAsync<long>("select count(*) from telling.notifications where referral_id = $1 and user_id = $2", referral.Id, cast.Shelter.Caseworker.Id));
        Assert.NotEqual(0, await owner.AskAsync<long>("select count(*) from telling.notifications where referral_id = $1 and user_id = $2", lately.Id, cast.Shelter.Caseworker.Id));
        const string arrival = "select get_byte(sealed_details, 0) from casework.arrival_arrangements where referral_id = $1";
        Assert.Equal((2, 1), (await owner.AskAsync<int>(arrival, referral.Id), await owner.AskAsync<int>(arrival, lately.Id)));
        Assert.Contains("search 1", await owner.ListAsync("select detail from audit.entries where act = 'PURGE'"));
        await using var stranger = await PlainSql.AsAsync(database, null);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => stranger.RunAsync("select security.purge_expired(1)"))).SqlState);
    }

    private static Task<bool> RedactAsync(World world, User user, Case @case, RedactedText text, Guid row, string kind, bool carriesOut = true) =>
        world.AsAsync(user, async (scope, db) =>
        {
            var redaction = Redaction.Of(
                await db.Cases.SingleAsync(c => c.Id == @case.Id), text, row, "It names somebody.", "Redacted.", RedactionReason.SomebodyElse, World.ActorOf(user), TimeProvider.System.GetUtcNow());
            db.Add(redaction);
            await db.SaveChangesAsync();
            if (carriesOut)
                await db.Database.ExecuteSqlAsync($"select security.redact({redaction.Id}, {scope.GetRequiredService<RecordCipher>().Seal(kind, row, "Redacted.")})");
            return true;
        });
}
