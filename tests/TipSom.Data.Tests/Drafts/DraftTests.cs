using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Drafts;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Drafts;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Drafts;

public sealed class DraftTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Page = "/cases/new";
    private readonly World world = new(database);

    [Fact]
    public async Task What_was_typed_is_sealed_and_comes_back_as_it_was()
    {
        var officer = (await world.PoliceAsync()).Officer;

        await SaveAsync(officer, "Draftcanary ہے");

        Assert.Equal("Draftcanary ہے", await TypedAsync(officer));
        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.DoesNotContain("Draftcanary", (await owner.RowAsync("casework.drafts", $"user_id = '{officer.Id}'")).ToJsonString());
        var stored = await owner.AskAsync<byte[]>("select sealed_content from casework.drafts where user_id = $1", officer.Id);
        Assert.True(stored.AsSpan().IndexOf("Draftcanary"u8) < 0);
    }

    [Fact]
    public async Task Ended_it_is_empty_and_gone_and_the_page_may_have_another()
    {
        var officer = (await world.PoliceAsync()).Officer;
        await SaveAsync(officer, "first");

        await AsAsync(officer, async drafts => { await drafts.EndAsync(officer.Id, Page, CancellationToken.None); return 0; });

        Assert.Null(await TypedAsync(officer));
        Assert.Empty(await AsAsync(officer, drafts => drafts.ListAsync(officer.Id, CancellationToken.None)));
        await using (var owner = await PlainSql.AsOwnerAsync(database))
            Assert.Empty(await owner.AskAsync<byte[]>("select sealed_content from casework.drafts where user_id = $1", officer.Id));
        Assert.Equal(DraftOutcome.Kept, (await SaveAsync(officer, "second")).Outcome);
        Assert.Equal("second", await TypedAsync(officer));
    }

    [Fact]
    public async Task Another_form_that_does_not_know_of_it_overwrites_nothing()
    {
        var officer = (await world.PoliceAsync()).Officer;
        var form = Guid.NewGuid();
        var first = await SaveAsync(officer, "here", form);

        Assert.Equal(DraftOutcome.Kept, (await SaveAsync(officer, "here and there", form)).Outcome);
        var other = await SaveAsync(officer, "elsewhere", basedOn: first.Draft!.Version);

        Assert.Equal(DraftOutcome.NewerElsewhere, other.Outcome);
        Assert.Equal("here and there", await TypedAsync(officer));
        Assert.Equal(DraftOutcome.Kept, (await SaveAsync(officer, "elsewhere", basedOn: other.Draft!.Version)).Outcome);
    }

    [Fact]
    public async Task Two_windows_that_save_at_once_do_not_lose_one()
    {
        var officer = (await world.PoliceAsync()).Officer;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SaveAsync(officer, $"window {i}")));

        Assert.Equal(1, outcomes.Count(o => o.Outcome == DraftOutcome.Kept));
        Assert.Equal(7, outcomes.Count(o => o.Outcome == DraftOutcome.NewerElsewhere));
    }

    [Fact]
    public async Task A_form_that_was_carried_out_saves_no_more()
    {
        var officer = (await world.PoliceAsync()).Officer;
        var form = Guid.NewGuid();
        await world.AsAsync(officer, (_, db) =>
        {
            db.Add(new IdempotencyKey { Key = form, UserId = officer.Id, RequestHash = [1], ResultUrl = "/", At = DateTimeOffset.UtcNow });
            return Task.FromResult(0);
        });

        Assert.Null(await AsAsync(officer, drafts => drafts.SaveUnlessDoneAsync(Typed(officer, "too late", form), CancellationToken.None)));
        Assert.Null(await TypedAsync(officer));
    }

    [Fact]
    public async Task There_is_an_end_to_length_and_number()
    {
        var officer = (await world.PoliceAsync()).Officer;

        Assert.Equal(DraftOutcome.TooLong, (await SaveAsync(officer, new string('x', Draft.MaxBytes))).Outcome);
        Assert.Equal(DraftOutcome.Kept, (await SaveAsync(officer, new string('x', Draft.MaxBytes - 100))).Outcome);
        for (var i = 1; i < Draft.MostKept; i++)
            Assert.Equal(DraftOutcome.Kept, (await SaveAsync(officer, "x", page: $"/{i}")).Outcome);
        Assert.Equal(DraftOutcome.TooMany, (await SaveAsync(officer, "x", page: "/one-more")).Outcome);

        // The database refuses it too.
        var refused = await Assert.ThrowsAsync<PostgresException>(() => world.AsAsync(officer, (_, db) => db.Database.ExecuteSqlAsync(
            $"""
            insert into casework.drafts (id, user_id, page, title, form_key, sealed_content, saved_at, expires_at)
            values (gen_random_uuid(), {officer.Id}, '/one-more', 'Log a case', gen_random_uuid(), '\x00', now(), now() + interval '672 hours')
            """)));
        Assert.Equal(("TS001", "You have 100 drafts. Finish or discard one of them first."), (refused.SqlState, refused.MessageText));
    }

    [Theory]
    [InlineData("ended_at = now()")]
    [InlineData("sealed_content = ''")]
    [InlineData("expires_at = expires_at + interval '1 day'")]
    public async Task The_table_holds_no_half_ended_and_no_eternal_draft(string change)
    {
        var officer = (await world.PoliceAsync()).Officer;
        await SaveAsync(officer, "x");
        await using var session = await PlainSql.AsAsync(database, officer);

        Assert.Equal(PostgresErrorCodes.CheckViolation, (await session.TryAsync($"update casework.drafts set {change} where user_id = '{officer.Id}'")).State);
    }

    [Fact]
    public async Task What_expired_is_emptied_by_who_is_nobody_and_the_rest_is_left()
    {
        var officer = (await world.PoliceAsync()).Officer;
        await SaveAsync(officer, "old");
        await SaveAsync(officer, "new", page: "/new");
        await using (var owner = await PlainSql.AsOwnerAsync(database))
        {
            await owner.RunAsync(
                "update casework.drafts set saved_at = saved_at - interval '28 days', expires_at = expires_at - interval '28 days' where user_id = $1 and page = $2",
                officer.Id, Page);
            await owner.CommitAsync();
        }

        Assert.Null(await TypedAsync(officer));
        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        Assert.Equal(1, await new ExpiredDrafts(TestKeys.Program(source)).EmptyAsync(10, TestContext.Current.CancellationToken));

        await using var after = await PlainSql.AsOwnerAsync(database);
        Assert.Equal(["/new"], await after.ListAsync("select page::text from casework.drafts where user_id = $1 and octet_length(sealed_content) > 0", officer.Id));
    }

    [Fact]
    public void The_key_of_a_person_s_browser_is_that_person_s_and_the_portal_s()
    {
        var (one, another) = (Guid.NewGuid(), Guid.NewGuid());
        var keys = new DraftKeys(TestKeys.Purposes);

        Assert.Equal(keys.KeyOf(one), new DraftKeys(TestKeys.Purposes).KeyOf(one));
        Assert.Equal(32, keys.KeyOf(one).Length);
        Assert.NotEqual(keys.KeyOf(one), keys.KeyOf(another));
        Assert.NotEqual(keys.NameOf(one), keys.NameOf(another));
        Assert.NotEqual(keys.KeyOf(one), new DraftKeys(TestKeys.OtherPurposes).KeyOf(one));
        Assert.False(Convert.ToHexStringLower(keys.KeyOf(one)).StartsWith(keys.NameOf(one), StringComparison.Ordinal));
    }

    private static TypedForm Typed(User user, string text, Guid? form = null, long basedOn = 0, string page = Page) =>
        new(user.Id, page, "Log a case", null, form ?? Guid.NewGuid(), basedOn, [["Input.Happened", text]]);

    private Task<SavedDraft> SaveAsync(User user, string text, Guid? form = null, long basedOn = 0, string page = Page) =>
        AsAsync(user, drafts => drafts.SaveAsync(Typed(user, text, form, basedOn, page), CancellationToken.None));

    private Task<string?> TypedAsync(User user) => AsAsync(user, async drafts =>
        await drafts.FindAsync(user.Id, Page, CancellationToken.None) is { } draft ? drafts.Open(draft).Single()[1] : null);

    private Task<T> AsAsync<T>(User user, Func<DraftStore, Task<T>> act) => world.AsAsync(user, (scope, _) => act(scope.GetRequiredService<DraftStore>()));

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
