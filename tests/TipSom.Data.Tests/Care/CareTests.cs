using TipSom.Data.Queries;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Care;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Care;

public sealed class CareTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);

    [Fact]
    public async Task The_providers_own_entries_never_reach_the_sender_the_desk_or_another_provider()
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.InCare);
        var own = await world.RecordCareAsync(cast.Shelter.Caseworker, referral);
        var shared = await world.RecordCareAsync(cast.Shelter.Caseworker, referral, CareVisibility.ForSender);
        await world.PlanAsync(cast.Shelter.Caseworker, referral);

        foreach (var (user, entries) in new[]
                 {
                     (cast.Shelter.Caseworker, new[] { own.Id, shared.Id }), (cast.Police.Officer, [shared.Id]), (cast.Police.Supervisor, [shared.Id]),
                     (cast.Sibling, []), (cast.Coordinator, []), (cast.OtherShelter.Caseworker, []), (cast.Auditor, [])
                 })
        {
            await using var session = await PlainSql.AsAsync(database, user);
            Assert.Equal(
                entries.Select(e => e.ToString()).Order(StringComparer.Ordinal),
                (await session.ListAsync("select id::text from casework.care_entries")).Order(StringComparer.Ordinal));
            Assert.Equal(user == cast.Shelter.Caseworker ? 1L : 0L, await session.AskAsync<long>("select count(*) from casework.care_plan_items"));
        }
    }

    [Fact]
    public async Task The_database_refuses_what_the_domain_refuses_in_the_same_words()
    {
        var cast = await Cast.MakeAsync(world);
        var caseworker = cast.Shelter.Caseworker;
        var referral = await cast.ReferralAsync(world, ReferralStatus.InCare);
        var wrong = await world.RecordCareAsync(caseworker, referral, CareVisibility.ForSender);
        var item = await world.PlanAsync(caseworker, referral);

        await using (var session = await PlainSql.AsAsync(database, caseworker))
        {
            Assert.Equal("The sender reads the entry you correct, and must read the correction too.", (await CorrectAsync(session, wrong, "OnlyUs")).Message);
            Assert.Equal(1, (await CorrectAsync(session, wrong, "ForSender")).Rows);
            await session.RunAsync("update casework.care_plan_items set done_at = now() where id = $1", item.Id);
            Assert.Equal(
                "This part of the plan is already closed.",
                (await session.TryAsync("update casework.care_plan_items set done_at = null where id = $1", item.Id)).Message);
        }

        await world.RecordCareAsync(caseworker, referral, CareVisibility.ForSender, wrong: wrong);
        await world.CloseAsync(caseworker, referral);
        await using var later = await PlainSql.AsAsync(database, caseworker);
        Assert.Equal("Care is recorded while the person is in care.", (await CorrectAsync(later, wrong, "ForSender")).Message);
        Assert.Equal(
            "A plan is kept while the person is in care.",
            (await later.TryAsync("update casework.care_plan_items set done_at = now() where id = $1", item.Id)).Message);
    }

    [Fact]
    public async Task Only_the_first_of_two_corrections_stands()
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.InCare);
        var wrong = await world.RecordCareAsync(cast.Shelter.Caseworker, referral);
        await world.RecordCareAsync(cast.Shelter.Caseworker, referral, wrong: wrong);

        await using var session = await PlainSql.AsAsync(database, cast.Shelter.Manager);

        Assert.Equal("This entry was already corrected.", (await CorrectAsync(session, wrong, "OnlyUs")).Message);
    }

    [Fact]
    public async Task Parts_of_plans_due_are_told_once_and_only_to_the_program_itself()
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.InCare);
        var (due, _) = (await world.PlanAsync(cast.Shelter.Caseworker, referral), await world.PlanAsync(cast.Shelter.Caseworker, referral, inDays: 30));
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow());

        await using (var officer = await PlainSql.AsAsync(database, cast.Shelter.Caseworker))
            Assert.Equal(Outcome.NotAllowed, (await officer.TryAsync("select item_id::text from security.plan_items_due($1)", today)).State);
        await using var program = await PlainSql.AsOwnerAsync(database);
        var told = await program.ListAsync("select item_id || ' ' || referral_id from security.plan_items_due($1)", today);

        Assert.Contains($"{due.Id} {referral.Id}", told);
        Assert.Single(told, line => line.EndsWith($"{referral.Id}", StringComparison.Ordinal));
        Assert.Empty(await program.ListAsync("select item_id::text from security.plan_items_due($1)", today));
    }

    [Fact]
    public async Task A_provider_sees_whom_it_cares_for_and_what_is_due()
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.InCare);
        var item = await world.PlanAsync(cast.Shelter.Caseworker, referral);
        await world.PlanAsync(cast.Shelter.Caseworker, referral, inDays: 60);
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow());

        var (care, plans) = await world.AsAsync(cast.Shelter.Manager, async (_, db) =>
            (await db.InCareAsync(null, CancellationToken.None), await db.PlanItemsDueAsync(today, CancellationToken.None)));

        Assert.Equal(referral.Number, Assert.Single(care).Number);
        Assert.Equal(item.Id, Assert.Single(plans).ItemId);
        Assert.Empty(await world.AsAsync(cast.OtherShelter.Caseworker, (_, db) => db.InCareAsync(null, CancellationToken.None)));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private static Task<Outcome> CorrectAsync(PlainSql session, CareEntry wrong, string visibility) => session.TryAsync("""
        insert into casework.care_entries (id, referral_id, day, service, visibility, corrects_id, at, actor_id, actor_unit_id, actor_name)
        select gen_random_uuid(), referral_id, day, service, $2, id, now(), security.my_user(), security.my_unit(), '' from casework.care_entries where id = $1
        """, wrong.Id, visibility);
}
