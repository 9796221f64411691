using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Encryption;

/// <summary>The master key changes and nobody notices: what a person reads, who changed what, and who is in the middle of something.</summary>
public sealed class KeyRewrapTests(PostgresServer server, ITestOutputHelper output) : IAsyncLifetime
{
    // More by TIPSOM_RECORDS, to measure.
    private static readonly int Records = int.Parse(Environment.GetEnvironmentVariable("TIPSOM_RECORDS") ?? "4000", CultureInfo.InvariantCulture);

    private readonly TestDatabase database = new(server);
    private readonly byte[] newKey = RandomNumberGenerator.GetBytes(32);
    private readonly List<string> said = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private MasterKeys Both => new(newKey, TestKeys.Master);

    [Fact]
    public async Task Only_the_wrapped_key_changes_and_the_trail_has_one_entry_for_each_table()
    {
        await ActAsync();
        const string state = """
            select concat_ws(' ', 'identity', victim_id, updated_at, substring(sealed_details from 66)) from casework.victim_identities
            union all select concat_ws(' ', 'case', id, updated_at, substring(sealed_narrative from 66)) from casework.cases
            union all select concat_ws(' ', 'change', id, substring(sealed_before from 66)) from casework.case_changes
            union all select concat_ws(' ', 'message', id, substring(sealed_text from 66)) from casework.referral_messages
            union all select concat_ws(' ', 'feed', max(id)) from security.name_changes
            union all select concat_ws(' ', 'outbox', count(*)) from telling.outbox
            union all select concat_ws(' ', 'trigger', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
            order by 1
            """;
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("alter table casework.cases disable trigger touch_case; alter table casework.consents enable always trigger audit_consents".Replace("touch_case", await owner.AskAsync<string>(
            "select min(tgname) from pg_trigger where tgrelid = 'casework.cases'::regclass and not tgisinternal"), StringComparison.Ordinal));
        await owner.CommitAsync();
        var before = await owner.ListAsync(state);
        var last = await owner.AskAsync<long>("select max(id) from audit.entries");
        await owner.CommitAsync();

        var done = await RewrapAsync();

        Assert.Equal(before, await owner.ListAsync(state));
        Assert.True(done.Records > 10, $"{done}");
        Assert.Equal(0, done.Unopened);
        var tables = await owner.ListAsync("select table_name || ' ' || key_id from identity.key_runs where records > 0 order by 1");
        Assert.Contains($"casework.victim_identities {Both.Ring.Current.Id}", tables);
        Assert.Equal(tables.Count, tables.Distinct().Count());
        Assert.Equal(
            tables.ConvertAll(_ => "key_runs INSERT by nobody"),
            await owner.ListAsync("select table_name || ' ' || act || coalesce(' ' || actor_id, ' by nobody') from audit.entries where id > $1", last));
        Assert.Equal(0, (await CheckAsync(new MasterKeys(newKey))).Broken);
        Assert.Equal((0, 0), ((await RewrapAsync()).Records, (await RewrapAsync()).Hashes));
    }

    [Fact]
    public async Task Somebody_who_loaded_a_case_before_saves_it_after_all_the_same()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var loaded = new TaskCompletionSource();

        var saving = world.AsAsync(police.Officer, async (_, db) =>
        {
            var mine = await db.Cases.SingleAsync(c => c.Id == @case.Id);
            loaded.SetResult();
            await Task.Delay(1_500, Ct);
            mine.Correct(new FactsCorrection(mine.DistrictCode, BorderCrossing.InsidePakistan, null), World.ActorOf(police.Officer), TimeProvider.System.GetUtcNow());
            return true;
        });
        await loaded.Task;
        var rewrapping = RewrapAsync();
        // Others go on reading meanwhile.
        var (reads, longest) = (0, TimeSpan.Zero);
        for (; !rewrapping.IsCompleted; reads++)
        {
            var read = Stopwatch.StartNew();
            await world.AsAsync(police.Officer, (_, db) => db.Cases.CountAsync(Ct));
            longest = reads > 0 && read.Elapsed > longest ? read.Elapsed : longest;
        }

        Assert.True(await saving);
        Assert.Equal(0, (await rewrapping).Unopened);
        output.WriteLine($"{reads} reads beside it, the slowest {longest.TotalMilliseconds:0} ms; {(await rewrapping).LongestStall.TotalMilliseconds:0} ms the longest stall of a batch");
        Assert.True(longest < TimeSpan.FromSeconds(2), $"{longest}");
    }

    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_where_it_was()
    {
        await FillAsync(Records);
        using (var killed = new RewrapperToKill(database.OwnerConnectionString, newKey))
        {
            await using var watching = await PlainSql.AsOwnerAsync(database);
            while (await watching.AskAsync<long>("select coalesce(sum(records), 0)::bigint from identity.key_runs where table_name = 'identity.protection_keys'") < 600)
            {
                await watching.CommitAsync();
                await Task.Delay(2, Ct);
            }

            killed.Kill();
        }

        await using var owner = await PlainSql.AsOwnerAsync(database);
        var under = (await CheckAsync(Both)).Broken;
        var done = await owner.AskAsync<long>("select sum(records)::bigint from identity.key_runs where table_name = 'identity.protection_keys'");
        Assert.Equal(0, under);
        Assert.InRange(done, 600, Records - 1);
        Assert.Equal(done, await owner.AskAsync<long>("select count(*) from identity.protection_keys where substring(sealed_xml from 2 for 4) = $1", Convert.FromHexString(Both.Ring.Current.Id)));
        await owner.CommitAsync();

        var watch = Stopwatch.StartNew();
        var rest = await RewrapAsync();

        Assert.Equal(Records - done, await owner.AskAsync<long>("select records::bigint from identity.key_runs where table_name = 'identity.protection_keys' order by began_at desc limit 1"));
        Assert.Contains(said, line => line == $"identity.protection_keys: {Records - done} of {Records - done}");
        Assert.Equal(0, (await CheckAsync(new MasterKeys(newKey))).Broken);
        output.WriteLine($"{rest.Records} records in {watch.Elapsed.TotalSeconds:0.0} s, {rest.Records / watch.Elapsed.TotalSeconds:0} a second, longest stall {rest.LongestStall.TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task The_doctor_names_what_does_not_open_and_says_which_key_is_still_needed()
    {
        await FillAsync(3);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var rows = await owner.ListAsync("select id::text from identity.protection_keys order by id");
        // One was tampered with; another is under a key that is away.
        await owner.RunAsync("update identity.protection_keys set sealed_xml = set_byte(sealed_xml, 80, get_byte(sealed_xml, 80) # 1) where id = $1", Guid.Parse(rows[0]));
        var away = new MasterKeys(RandomNumberGenerator.GetBytes(32));
        await owner.RunAsync("update identity.protection_keys set sealed_xml = $2 where id = $1",
            Guid.Parse(rows[1]), new RecordCipher(away).Seal(SealKinds.ProtectionKey, Guid.Parse(rows[1]), "<key />"));
        await owner.CommitAsync();
        var oldId = new MasterKeys(TestKeys.Master).Ring.Current.Id;

        var found = await CheckAsync(Both);

        Assert.Equal(2, found.Broken);
        Assert.Contains($"  protection_keys.sealed_xml: 2 do not open: {rows[0]} (key {oldId}), {rows[1]} (key {away.Ring.Current.Id})", said);
        Assert.Empty(found.Removable);
        Assert.Contains(said, line => line.Contains("is needed: 7 records are under it", StringComparison.Ordinal));

        Assert.Equal(1, (await RewrapAsync()).Unopened);
        Assert.Equal(2, (await CheckAsync(Both)).Broken);
    }

    [Fact]
    public async Task A_key_that_a_portal_still_seals_with_is_needed()
    {
        await RewrapAsync();
        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        var late = new KeyUses(source, new MasterKeys(TestKeys.Master));
        await late.FollowAsync(Ct);

        Assert.Empty((await CheckAsync(Both)).Removable);
        Assert.Contains(said, line => line.Contains("portals that still seal under it: 1.", StringComparison.Ordinal));
        await using var other = NpgsqlDataSource.Create(database.AppConnectionString);
        await new KeyUses(other, Both).FollowAsync(Ct);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("delete from identity.key_uses where key_id <> $1", Both.Ring.Current.Id);
        await owner.CommitAsync();
        Assert.Empty((await CheckAsync(Both)).Removable);
        Assert.Contains(said, line => line.Contains("portals that began to seal under another key within the last minute: 1.", StringComparison.Ordinal));

        await owner.RunAsync("update identity.key_uses set since = since - interval '2 minutes'");
        await owner.CommitAsync();
        Assert.Single((await CheckAsync(Both)).Removable);
    }

    [Fact]
    public async Task A_portal_that_is_gone_keeps_no_key()
    {
        await RewrapAsync();
        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        await new KeyUses(source, new MasterKeys(TestKeys.Master)).FollowAsync(Ct);
        Assert.Empty((await CheckAsync(Both)).Removable);

        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update identity.key_uses set seen_at = seen_at - interval '10 minutes'");
        await owner.CommitAsync();
        Assert.Single((await CheckAsync(Both)).Removable);
    }

    [Fact]
    public async Task Two_runs_do_not_meet()
    {
        await using var other = await PlainSql.AsOwnerAsync(database);
        await other.AskAsync<bool>("select pg_try_advisory_lock(hashtextextended('tipsom rewrap', 0))");

        Assert.Equal("Another --rewrap-keys is at work on this database.", (await Assert.ThrowsAsync<MasterKeyException>(RewrapAsync)).Message);
    }

    public ValueTask InitializeAsync() => database.InitializeAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Task<Rewrapped> RewrapAsync() => new KeyRewrap(database.OwnerConnectionString, Both, said.Add).RunAsync(Ct);

    private Task<KeysChecked> CheckAsync(MasterKeys keys)
    {
        said.Clear();
        return new KeyCheck(database.OwnerConnectionString, keys, said.Add).RunAsync(Ct);
    }

    private async Task FillAsync(int records)
    {
        var cipher = new RecordCipher(new MasterKeys(TestKeys.Master));
        var content = new string('x', 400);
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(Ct);
        await using var copy = await connection.BeginBinaryImportAsync("copy identity.protection_keys (id, sealed_xml) from stdin (format binary)", Ct);
        for (var i = 0; i < records; i++)
        {
            var id = Guid.CreateVersion7();
            await copy.WriteRowAsync(Ct, id, cipher.Seal(SealKinds.ProtectionKey, id, content));
        }

        await copy.CompleteAsync(Ct);
    }

    private async Task ActAsync()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.InCare);
        await world.WriteAsync(cast.Police.Officer, referral, Side.Sender);
        var @case = await world.AsAsync(cast.Police.Officer, (_, db) => db.Cases.SingleAsync(c => c.Id == referral.CaseId));
        await world.CorrectAsync(cast.Police.Officer, @case, new FactsCorrection("PB-LAHORE", BorderCrossing.InsidePakistan, null), "Another account.");
        await world.SuspectAsync(cast.Police.Officer, @case);
        await world.DocumentAsync(cast.Police.Officer, @case);
    }
}
