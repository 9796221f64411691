using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Data.Mapping;
using TipSom.Data.Queries;
using TipSom.Data.Referrals;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Referrals;

/// <summary>Two people at one referral in the same moment, from two connections: one does it, the other is told, nothing is half done.</summary>
public sealed class RaceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Rounds = 200;

    private static readonly ParallelOptions FourAtOnce = new() { MaxDegreeOfParallelism = 4 };

    private delegate Task Act(IServiceProvider scope, TipSomDbContext db, Referral referral, User by);

    [Theory]
    [InlineData(ReferralStatus.Accepted, ReferralStatus.Accepted)]
    [InlineData(ReferralStatus.Accepted, ReferralStatus.Declined)]
    [InlineData(ReferralStatus.Accepted, ReferralStatus.Withdrawn)]
    public async Task Of_two_answers_at_once_exactly_one_counts(ReferralStatus one, ReferralStatus other)
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync(freePlaces: null);
        await world.AgreementAsync(police, shelter);
        var referrals = new ConcurrentBag<Referral>();
        await Parallel.ForAsync(0, Rounds, FourAtOnce, async (_, _) =>
        {
            var referral = await world.SentReferralAsync(police, shelter);
            referrals.Add(await world.OpenAsync(shelter.Caseworker, referral));
        });
        var second = other == ReferralStatus.Withdrawn ? police.Officer : shelter.Manager;

        var ends = new ConcurrentBag<(Referral Referral, ReferralStatus Winner, string Loser)>();
        await Parallel.ForEachAsync(referrals.Index(), FourAtOnce, async (round, _) =>
        {
            // Every other round both have read the referral before either saves; the rest run as they come. What was accepted
            // may be withdrawn a moment later, so there both always start from the same.
            var start = other == ReferralStatus.Withdrawn || round.Index % 2 == 0 ? new Barrier() : null;
            var results = await Task.WhenAll(
                AnswerAsync(world, shelter.Caseworker, round.Item, one, start),
                AnswerAsync(world, second, round.Item, other, start));
            Assert.Single(results, r => r is null);
            ends.Add((round.Item, results[0] is null ? one : other, Assert.Single(results, r => r is not null)!));
        });

        Assert.Equal(Rounds, ends.Count);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", ends.CountBy(e => e.Loser).Select(l => $"{l.Key}: {l.Value}")));
        Assert.All(ends, end => Assert.Contains(end.Loser, new[]
        {
            nameof(RuleBrokenException), nameof(DbUpdateConcurrencyException), ReferralLifecycle.Refusal(end.Winner)
        }));
        await using var owner = await PlainSql.AsOwnerAsync(database);
        foreach (var (referral, winner, _) in ends)
            Assert.Equal(Told(winner), await owner.AskAsync<string>(Story, referral.Id));
    }

    [Fact]
    public async Task Of_two_referrals_for_one_need_at_once_exactly_one_is_sent()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        Provider[] shelters = [await world.ProviderAsync(), await world.ProviderAsync()];
        foreach (var shelter in shelters)
            await world.AgreementAsync(police, shelter);

        await Parallel.ForAsync(0, 50, FourAtOnce, async (_, _) =>
        {
            var @case = await world.CaseAsync(police.Officer);
            await world.ConsentAsync(police.Officer, @case);
            var start = new Barrier();

            var results = await Task.WhenAll(
                SendAsync(world, police.Officer, @case, shelters[0], start), SendAsync(world, police.Supervisor, @case, shelters[1], start));

            Assert.Contains(Assert.Single(results, r => r is not null), new[]
            {
                nameof(DbUpdateConcurrencyException), ReferralMapping.OneRoundPerNeed, nameof(RuleBrokenException)
            });
            await using var owner = await PlainSql.AsOwnerAsync(database);
            Assert.Equal("1 1 2 1", await owner.AskAsync<string>("""
                select concat_ws(' ',
                    (select count(*) from casework.referrals where case_id = $1),
                    (select count(*) from casework.referral_events e join casework.referrals r on r.id = e.referral_id where r.case_id = $1),
                    (select count(*) from casework.disclosures d join casework.referrals r on r.id = d.referral_id where r.case_id = $1),
                    (select count(*) from casework.case_events where case_id = $1 and kind = 'ReferralSent'))
                """, @case.Id));
        });
    }

    /// <summary>Everything a referral leaves behind: its state, its lines, what its viewers see, what the trail kept, and the arrangement.</summary>
    private const string Story = """
        select concat_ws('; ', r.status,
            (select string_agg(e.status, ' ' order by e.at, e.id) from casework.referral_events e where e.referral_id = r.id),
            (select string_agg(distinct a.status || ' ' || a.is_settled || ' ' || (a.due_at is not distinct from r.due_at), ' ')
                from casework.referral_access a where a.referral_id = r.id),
            (select string_agg(t.act, ' ' order by t.id) from audit.entries t where t.row_id = r.id and t.table_name = 'referrals'),
            (select count(*) from casework.arrival_arrangements p where p.referral_id = r.id),
            (select count(*) from audit.entries t where t.row_id = r.id and t.table_name = 'arrival_arrangements'),
            (select count(*) from casework.disclosures d where d.referral_id = r.id and d.stage = 'Identity' and d.disclosed_at is not null))
        from casework.referrals r where r.id = $1
        """;

    private static string Told(ReferralStatus end)
    {
        var accepted = end == ReferralStatus.Accepted ? 1 : 0;
        var settled = end == ReferralStatus.Withdrawn ? "true" : "false";
        return $"{end}; Sent Seen {end}; {end} {settled} true; INSERT UPDATE UPDATE; {accepted}; {accepted}; {accepted}";
    }

    private static Task<string?> AnswerAsync(World world, User by, Referral referral, ReferralStatus answer, Barrier? start) =>
        LossAsync(() => world.AsAsync(by, async (scope, db) =>
        {
            var loaded = await db.Referrals.SingleAsync(r => r.Id == referral.Id);
            // Who accepts waits for the others of the need, so both stand ready before either acts.
            await (start?.ArriveAsync() ?? Task.CompletedTask);
            await ActOf(answer)(scope, db, loaded, by);
            return loaded;
        }));

    private static Task<string?> SendAsync(World world, User by, Case @case, Provider shelter, Barrier start) =>
        LossAsync(() => world.AsAsync(by, async (scope, db) =>
        {
            var send = scope.GetRequiredService<SendReferral>();
            var need = await db.Needs.SingleAsync(n => n.CaseId == @case.Id);
            var prepared = await send.PrepareAsync(need.Id, [shelter.Service.Id], null, World.ActorOf(by), CancellationToken.None);
            var sent = await send.SendAsync(prepared!, World.ActorOf(by), CancellationToken.None);
            await start.ArriveAsync();
            return sent[0];
        }));

    private static Act ActOf(ReferralStatus answer) => answer switch
    {
        ReferralStatus.Accepted => (scope, _, referral, by) => scope.GetRequiredService<AcceptReferral>().AcceptAsync(
            referral, DateTimeOffset.UtcNow.AddHours(2), ArrivalPlace.MeetingPoint, new ArrivalDetails("Somebody", null, null),
            World.ActorOf(by), CancellationToken.None),
        ReferralStatus.Declined => async (_, db, referral, by) => referral.Decline(
            DeclineReason.NoPlace, null, await db.ReferralClocksAsync(CancellationToken.None), World.ActorOf(by), DateTimeOffset.UtcNow),
        ReferralStatus.Withdrawn => (_, _, referral, by) =>
        {
            referral.Withdraw(WithdrawReason.PlacedElsewhere, World.ActorOf(by), DateTimeOffset.UtcNow);
            return Task.CompletedTask;
        }
        ,
        _ => throw new ArgumentOutOfRangeException(nameof(answer))
    };

    /// <summary>Null for who did it; for the other, how the refusal shows.</summary>
    private static async Task<string?> LossAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RuleBrokenException)
        {
            return nameof(RuleBrokenException);
        }
        catch (DbUpdateConcurrencyException)
        {
            return nameof(DbUpdateConcurrencyException);
        }
        catch (DbUpdateException failed) when (failed.InnerException is PostgresException refused)
        {
            // The web says the sentence of a rule, and knows the one index; anything else would be a page of failure.
            return refused.SqlState == Outcome.RuleBroken ? refused.MessageText : refused.ConstraintName ?? refused.SqlState;
        }
    }

    /// <summary>Holds the first until the second is there too; gives up rather than hang when the second never comes.</summary>
    private sealed class Barrier
    {
        private readonly TaskCompletionSource both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int arrived;

        public Task ArriveAsync()
        {
            if (Interlocked.Increment(ref arrived) == 2)
                both.SetResult();
            return both.Task.WaitAsync(TimeSpan.FromSeconds(10));
        }
    }
}
