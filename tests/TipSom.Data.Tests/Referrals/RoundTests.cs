using Microsoft.EntityFrameworkCore;
using TipSom.Data.Mapping;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Referrals;

/// <summary>Several providers asked together, the chain after a decline, and the override of a missing agreement.</summary>
public sealed class RoundTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);

    [Fact]
    public async Task The_first_acceptance_takes_back_what_was_asked_of_others_and_names_nobody()
    {
        var (police, shelters, sent) = await AskedAsync(3);
        foreach (var (shelter, referral) in shelters.Zip(sent))
            await world.OpenAsync(shelter.Caseworker, referral);
        await world.RequestInformationAsync(shelters[2].Caseworker, sent[2]);

        await world.AcceptAsync(shelters[0].Caseworker, sent[0]);

        foreach (var i in new[] { 1, 2 })
        {
            var (status, last) = await world.AsAsync(shelters[i].Caseworker, async (_, db) =>
            {
                var seen = await db.Referrals.Include(r => r.Events).SingleAsync(r => r.Id == sent[i].Id);
                return (seen.Status, seen.Events.OrderBy(e => e.Position).Last());
            });
            Assert.Equal((ReferralStatus.Withdrawn, (ReferralVerb?)ReferralVerb.Withdraw, (Guid?)null, ""), (status, last.Verb, last.ActorId, last.ActorName));
            var late = await Assert.ThrowsAsync<RuleBrokenException>(() => world.AcceptAsync(shelters[i].Caseworker, sent[i]));
            Assert.Equal(ReferralLifecycle.Refusal(ReferralStatus.Withdrawn), late.Sentence);
        }
    }

    [Fact]
    public async Task A_need_is_asked_of_others_only_on_purpose_and_of_nobody_twice()
    {
        var (police, shelters, sent) = await AskedAsync(2);
        var @case = await world.AsAsync(police.Officer, (_, db) => db.Cases.SingleAsync(c => c.Id == sent[0].CaseId));
        var further = await world.ProviderAsync();
        await world.AgreementAsync(police, further);

        Assert.Equal(
            "This need already has an open referral. Withdraw it before you send another.",
            (await Assert.ThrowsAsync<RuleBrokenException>(() => world.SendAsync(police.Officer, @case, further))).Sentence);
        var asWell = await world.SendAsync(police.Officer, @case, [further], asWell: true);
        Assert.Equal(sent[0].RoundId, asWell[0].RoundId);
        Assert.Contains(ReferralMapping.AskedOnce, (await Assert.ThrowsAsync<DbUpdateException>(
            () => world.SendAsync(police.Officer, @case, [shelters[0]], asWell: true))).InnerException!.Message, StringComparison.Ordinal);

        await world.AcceptAsync(further.Caseworker, await world.OpenAsync(further.Caseworker, asWell[0]));
        var another = await world.ProviderAsync();
        await world.AgreementAsync(police, another);
        Assert.Equal(
            "Another provider has already accepted this need.",
            (await Assert.ThrowsAsync<RuleBrokenException>(() => world.SendAsync(police.Officer, @case, [another], asWell: true))).Sentence);
    }

    [Fact]
    public async Task A_declined_one_is_rerouted_by_sending_again_and_the_chain_is_kept()
    {
        var cast = await Cast.MakeAsync(world);
        var declined = await cast.ReferralAsync(world, ReferralStatus.Rerouted);

        var next = await world.AsAsync(cast.Police.Officer, (_, db) => db.Referrals.SingleAsync(r => r.ParentId == declined.Id));

        Assert.Equal((ReferralStatus.Rerouted, declined.NeedId, cast.OtherShelter.Agency.Id), (declined.Status, next.NeedId, next.ToAgencyId));
        var late = await Assert.ThrowsAsync<RuleBrokenException>(() => world.ConfirmDeclineAsync(cast.Coordinator, declined));
        Assert.Equal(ReferralLifecycle.Refusal(ReferralStatus.Rerouted), late.Sentence);
        // By hand, without a referral that follows, it is refused at the end.
        var alone = await cast.ReferralAsync(world, ReferralStatus.Declined);
        await using var session = await PlainSql.AsAsync(database, cast.Police.Officer);
        await session.RunAsync("update casework.referrals set status = 'Rerouted', status_since = now(), due_at = null, steps = steps + 1 where id = $1", alone.Id);
        await session.RunAsync("""
            insert into casework.referral_events (id, referral_id, position, verb, status, at, actor_id, actor_unit_id, actor_name)
            select gen_random_uuid(), r.id, r.steps, 'Reroute', 'Rerouted', now(), security.my_user(), security.my_unit(), ''
            from casework.referrals r where r.id = $1
            """, alone.Id);
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(session.CommitAsync);
        Assert.Equal("A declined referral is rerouted by sending the need to another provider.", refused.MessageText);
    }

    [Fact]
    public async Task Only_a_supervisor_overrides_a_missing_agreement_and_only_where_life_is_in_danger()
    {
        const string why = "Her husband waits outside with a weapon.";
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        var coordinator = await world.CoordinatorAsync();
        var emergency = await CaseAsync(police, Safety.NotSafe);
        var urgent = await CaseAsync(police, Safety.Safe);

        Assert.Equal(ProviderFit.Sentence(FitProblem.NoAgreement), await RefusedAsync(() => world.SendAsync(police.Supervisor, emergency, [shelter])));
        Assert.Equal("Only danger to life lets a referral go without an agreement.", await RefusedAsync(() => world.SendAsync(police.Supervisor, urgent, [shelter], overrideReason: why)));
        Assert.Equal("Write in a few words why life is in danger.", await RefusedAsync(() => world.SendAsync(police.Supervisor, emergency, [shelter], overrideReason: "danger")));
        Assert.Equal("A supervisor decides whether a referral goes without an agreement.", await RefusedAsync(() => world.SendAsync(police.Officer, emergency, [shelter], overrideReason: why)));

        var sent = (await world.SendAsync(police.Supervisor, emergency, [shelter], overrideReason: why))[0];
        await world.OpenAsync(shelter.Caseworker, sent);
        await world.AsAsync(coordinator, async (_, db) =>
            db.Add(new OverrideReview(await db.Referrals.SingleAsync(r => r.Id == sent.Id), false, "There was time.", World.ActorOf(coordinator), DateTimeOffset.UtcNow)).Entity);

        Assert.Equal(OverrideReview.NotUpheld, await RefusedAsync(() => world.AcceptAsync(shelter.Caseworker, sent)));
        await using var session = await PlainSql.AsAsync(database, shelter.Caseworker);
        Assert.Equal(new Outcome(0, Outcome.RuleBroken, OverrideReview.NotUpheld), await session.TryAsync(
            "update casework.referrals set status = 'Accepted', status_since = now(), answered_at = now(), steps = steps + 1 where id = $1", sent.Id));
        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync("""
            insert into casework.override_reviews (referral_id, is_upheld, at, actor_id, actor_unit_id, actor_name)
            values ($1, true, now(), security.my_user(), security.my_unit(), '')
            """, sent.Id)).State);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<(Force Police, List<Provider> Shelters, List<Referral> Sent)> AskedAsync(int providers)
    {
        var police = await world.PoliceAsync();
        var shelters = new List<Provider>();
        for (var i = 0; i < providers; i++)
        {
            shelters.Add(await world.ProviderAsync());
            await world.AgreementAsync(police, shelters[i]);
        }

        var @case = await CaseAsync(police, Safety.NotSafe);
        var sent = await world.SendAsync(police.Officer, @case, shelters);
        Assert.Single(sent.Select(r => r.RoundId).Distinct());
        return (police, shelters, [.. shelters.Select(s => sent.Single(r => r.ToUnitId == s.Shelter.Id))]);
    }

    private async Task<Domain.Cases.Case> CaseAsync(Force police, Safety safety)
    {
        var @case = await world.CaseAsync(police.Officer, World.Woman with { Safety = safety });
        await world.ConsentAsync(police.Officer, @case);
        return @case;
    }

    private static async Task<string> RefusedAsync(Func<Task> act)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(act);
        return refused switch
        {
            RuleBrokenException broken => broken.Sentence,
            DbUpdateException { InnerException: Npgsql.PostgresException { SqlState: Outcome.RuleBroken } by } => by.MessageText,
            _ => refused.ToString()
        };
    }
}
