using Microsoft.EntityFrameworkCore;
using TipSom.Data.Queries;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Care;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Care;

public sealed class FollowUpTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);

    private static DateOnly Today => PakistanTime.DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Closing_makes_the_three_questions_unless_nobody_can_be_asked()
    {
        var cast = await Cast.MakeAsync(world);
        foreach (var outcome in Enum.GetValues<ReferralOutcome>().Where(o => o != ReferralOutcome.DidNotArrive))
        {
            var referral = await cast.ReferralAsync(world, ReferralStatus.InCare);
            await CloseAsync(cast, referral, outcome);

            var made = await OfAsync(cast, referral);
            var isAsked = outcome is not (ReferralOutcome.Died or ReferralOutcome.LostContact);
            Assert.Equal(isAsked ? FollowUp.AfterDays : [], made.Select(f => f.Days));
            Assert.All(made, f => Assert.Equal(Today.AddDays(f.Days), f.DueOn));
        }
    }

    [Fact]
    public async Task Withdrawing_consent_calls_off_what_is_not_answered_and_keeps_what_is()
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await ClosedAsync(cast);
        await AnswerAsync(cast, referral, 30, FollowUpAnswer.SafeAndWell);

        await WithdrawConsentAsync(cast, referral);

        Assert.Equal([false, true, true], (await OfAsync(cast, referral)).Select(f => f.CancelledAt is not null));
        await using var session = await PlainSql.AsAsync(database, cast.Shelter.Caseworker);
        Assert.Equal("The consent has ended, so nobody is asked any more.", (await session.TryAsync(AnswerSql, referral.Id, 90)).Message);
        Assert.Equal("This question was already answered.", (await session.TryAsync(AnswerSql, (await AnsweredAsync(cast)).Id, 30)).Message);
    }

    [Fact]
    public async Task Where_consent_had_ended_before_closing_nobody_is_asked()
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.InCare);
        await WithdrawConsentAsync(cast, referral);

        await world.CloseAsync(cast.Shelter.Caseworker, referral);

        Assert.Empty(await OfAsync(cast, referral));
    }

    [Fact]
    public async Task Questions_due_are_told_once_and_called_off_where_consent_ran_out()
    {
        var cast = await Cast.MakeAsync(world);
        var (asked, lapsed) = (await ClosedAsync(cast), await ClosedAsync(cast));
        await using (var owner = await PlainSql.AsOwnerAsync(database))
        {
            await owner.RunAsync("alter table casework.consents disable trigger user");
            await owner.RunAsync("update casework.consents set expires_at = now() - interval '1 minute' where id = $1", lapsed.ConsentId);
            await owner.RunAsync("alter table casework.consents enable trigger user");
            await owner.CommitAsync();
        }

        await using var program = await PlainSql.AsOwnerAsync(database);
        var told = await program.ListAsync("select referral_id::text from security.follow_ups_due($1)", Today.AddDays(30));

        Assert.Single(told, id => id == asked.Id.ToString());
        Assert.DoesNotContain(lapsed.Id.ToString(), told);
        Assert.Empty(await program.ListAsync("select referral_id::text from security.follow_ups_due($1)", Today.AddDays(30)));
        await program.CommitAsync();
        Assert.Equal([true, false, false], (await OfAsync(cast, lapsed)).Select(f => f.CancelledAt is not null));
        await using var signedIn = await PlainSql.AsAsync(database, cast.Coordinator);
        Assert.Equal(Outcome.NotAllowed, (await signedIn.TryAsync("select referral_id::text from security.follow_ups_due($1)", Today.AddDays(400))).State);
    }

    [Fact]
    public async Task Help_needed_stands_in_the_senders_queue_until_somebody_takes_it_up()
    {
        var cast = await Cast.MakeAsync(world);
        var (helped, well) = (await ClosedAsync(cast), await ClosedAsync(cast));
        await AnswerAsync(cast, helped, 30, FollowUpAnswer.NeedsHelp);
        await AnswerAsync(cast, well, 30, FollowUpAnswer.SafeAndWell);

        Assert.Equal(helped.Number, Assert.Single(await HelpAsync()).Number);
        await world.AsAsync(cast.Police.Officer, async (_, db) =>
        {
            (await db.FollowUps.SingleAsync(f => f.ReferralId == helped.Id && f.Days == 30)).TakeUp(World.ActorOf(cast.Police.Officer), TimeProvider.System.GetUtcNow());
            return 0;
        });

        Assert.Empty(await HelpAsync());
        Task<IReadOnlyList<HelpRow>> HelpAsync() =>
            world.AsAsync(cast.Police.Supervisor, async (_, db) => (await db.PeopleWaitingAsync(Today, CancellationToken.None)).Help);
    }

    [Fact]
    public async Task Neither_side_writes_what_is_the_others()
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await ClosedAsync(cast);
        const string takeUp = "update casework.follow_ups set taken_up_at = now(), taken_up_by_id = security.my_user() where referral_id = $1 and days = $2";

        await using var officer = await PlainSql.AsAsync(database, cast.Police.Officer);
        Assert.Equal("This step belongs to the other side.", (await officer.TryAsync(AnswerSql, referral.Id, 30)).Message);
        Assert.Equal("Nobody asked for help here.", (await officer.TryAsync(takeUp, referral.Id, 30)).Message);
        await using var caseworker = await PlainSql.AsAsync(database, cast.Shelter.Caseworker);
        Assert.Equal("This step belongs to the other side.", (await caseworker.TryAsync(takeUp, referral.Id, 30)).Message);
        Assert.Equal(Outcome.NotAllowed, (await caseworker.TryAsync("update casework.follow_ups set due_on = due_on where referral_id = $1", referral.Id)).State);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private const string AnswerSql = """
        update casework.follow_ups set answer = 'NotReached', answered_at = now(), actor_id = security.my_user(), actor_unit_id = security.my_unit(), actor_name = ''
        where referral_id = $1 and days = $2
        """;

    private async Task<Referral> ClosedAsync(Cast cast) => await cast.ReferralAsync(world, ReferralStatus.Closed);

    private async Task<Referral> AnsweredAsync(Cast cast)
    {
        var referral = await ClosedAsync(cast);
        await AnswerAsync(cast, referral, 30, FollowUpAnswer.NotReached);
        return referral;
    }

    private Task<int> AnswerAsync(Cast cast, Referral referral, int days, FollowUpAnswer answer) => world.AsAsync(cast.Shelter.Caseworker, async (_, db) =>
    {
        var question = await db.FollowUps.SingleAsync(f => f.ReferralId == referral.Id && f.Days == days);
        question.Record(answer, null, World.ActorOf(cast.Shelter.Caseworker), question.DueOn, TimeProvider.System.GetUtcNow());
        return 0;
    });

    private Task<int> CloseAsync(Cast cast, Referral referral, ReferralOutcome outcome) => world.AsAsync(cast.Shelter.Caseworker, async (_, db) =>
    {
        var loaded = await db.Referrals.SingleAsync(r => r.Id == referral.Id);
        loaded.Close(outcome, World.ActorOf(cast.Shelter.Caseworker), TimeProvider.System.GetUtcNow());
        return 0;
    });

    private Task<int> WithdrawConsentAsync(Cast cast, Referral referral) => world.AsAsync(cast.Police.Officer, async (_, db) =>
    {
        (await db.Consents.SingleAsync(c => c.Id == referral.ConsentId)).Withdraw(TimeProvider.System.GetUtcNow());
        return 0;
    });

    private Task<List<FollowUp>> OfAsync(Cast cast, Referral referral) => world.AsAsync(cast.Police.Officer, (_, db) =>
        db.FollowUps.AsNoTracking().Where(f => f.ReferralId == referral.Id).OrderBy(f => f.Days).ToListAsync());
}
