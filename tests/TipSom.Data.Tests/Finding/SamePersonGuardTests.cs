using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Data.Referrals;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Cases;
using TipSom.Domain.Finding;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Finding;

/// <summary>What the database refuses, and does by itself, when two people are said to be the same.</summary>
public sealed class SamePersonGuardTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);

    [Fact]
    public async Task A_second_entry_is_merged_its_open_needs_go_on_under_the_first_and_come_back()
    {
        var police = await world.PoliceAsync();
        var (@case, second) = await TwiceAsync(police, new PersonFacts(Safety.Safe, Sex.Female, new Age(27, false), [Domain.Services.ServiceType.LegalAid]));

        var merge = await MergeAsync(police.Officer, @case, 2, 1);

        await AssertNeedsAsync(police, @case, first: ["LegalAid", "Shelter"], second: []);
        Assert.Equal(0, await NobodysAsync());
        await world.AsAsync(police.Officer, async (_, db) =>
        {
            var loaded = await db.Cases.SingleAsync(c => c.Id == @case.Id);
            (await db.PersonMerges.SingleAsync(m => m.Id == merge.Id)).Undo(loaded, 2, UndoneBecause.TwoPeople, World.ActorOf(police.Officer), DateTimeOffset.UtcNow);
            return 0;
        });
        await AssertNeedsAsync(police, @case, first: ["LegalAid", "Shelter"], second: ["LegalAid"]);
        var kinds = await world.AsAsync(police.Officer, (_, db) => db.Set<CaseEvent>().Where(e => e.CaseId == @case.Id).Select(e => e.Kind).ToListAsync());
        Assert.Contains(CaseEventKind.PersonMerged, kinds);
        Assert.Contains(CaseEventKind.MergeUndone, kinds);
        Assert.NotEqual(Guid.Empty, second);
    }

    [Fact]
    public async Task It_is_refused_while_a_referral_of_the_second_is_not_finished_and_a_merged_person_is_not_referred()
    {
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var @case = await world.CaseAsync(police.Officer);
        await AddAsync(police, @case, World.Woman with { Needs = [Domain.Services.ServiceType.LegalAid] });
        await world.ConsentAsync(police.Officer, @case);
        var sent = await world.SendAsync(police.Officer, @case, shelter);

        Assert.Equal(PersonMerge.UnfinishedReferral, await RefusalAsync(() => MergeAsync(police.Officer, @case, 1, 2)));
        await world.WithdrawAsync(police.Officer, sent);
        await MergeAsync(police.Officer, @case, 1, 2);

        Assert.Equal(PersonMerge.ReferTheFirst, await RefusalAsync(() => world.AsAsync(police.Officer, async (scope, db) =>
        {
            var send = scope.GetRequiredService<SendReferral>();
            var prepared = await send.PrepareAsync(sent.NeedId, [shelter.Service.Id], null, World.ActorOf(police.Officer), CancellationToken.None);
            return await send.SendAsync(prepared!, World.ActorOf(police.Officer), CancellationToken.None);
        })));
    }

    [Fact]
    public async Task Merges_make_no_chain_and_no_person_is_merged_twice()
    {
        var police = await world.PoliceAsync();
        var (@case, _) = await TwiceAsync(police, World.Woman);
        await AddAsync(police, @case, World.Woman);
        await MergeAsync(police.Officer, @case, 2, 1);

        foreach (var (second, first) in new[] { (2, 3), (3, 2), (1, 3) })
            Assert.Equal(PersonMerge.AlreadyMerged, await RefusalAsync(() => MergeAsync(police.Officer, @case, second, first)));
        await MergeAsync(police.Officer, @case, 3, 1);
    }

    [Fact]
    public async Task A_link_is_written_on_both_timelines_with_the_cases_own_numbers()
    {
        var police = await world.PoliceAsync();
        var (one, other) = (await world.CaseAsync(police.Officer), await world.CaseAsync(police.Officer));

        var link = await LinkAsync(police.Officer, one, other);

        foreach (var @case in new[] { one, other })
            Assert.Contains(CaseEventKind.PersonLinked, await KindsAsync(police, @case));
        var also = await world.AsAsync(police.Officer, (_, db) => db.Victims.Where(v => v.CaseId == one.Id).Select(v => Data.Finding.OtherCases.Of(v.Id)).SingleAsync());
        Assert.Equal(other.Number, also);
        await world.AsAsync(police.Officer, async (_, db) =>
        {
            (await db.PersonLinks.SingleAsync(l => l.Id == link.Id)).Undo(UndoneBecause.ByMistake, World.ActorOf(police.Officer), DateTimeOffset.UtcNow);
            return 0;
        });
        foreach (var @case in new[] { one, other })
            Assert.Contains(CaseEventKind.LinkUndone, await KindsAsync(police, @case));
        await LinkAsync(police.Officer, other, one);
    }

    [Fact]
    public async Task Nobody_links_into_a_case_they_do_not_work_on_nor_the_same_two_twice()
    {
        var (police, stranger) = (await world.PoliceAsync(), await world.PoliceAsync());
        var (own, second, foreign) = (await world.CaseAsync(police.Officer), await world.CaseAsync(police.Officer), await world.CaseAsync(stranger.Officer));
        await LinkAsync(police.Officer, own, second);

        var beyond = await Assert.ThrowsAsync<DbUpdateException>(() => LinkAsync(police.Officer, own, foreign));
        var again = await Assert.ThrowsAsync<DbUpdateException>(() => LinkAsync(police.Officer, second, own));

        Assert.Equal(Outcome.NotAllowed, ((PostgresException)beyond.InnerException!).SqlState);
        Assert.Equal(Data.Mapping.PersonLinkMapping.OneLinkPerPair, ((PostgresException)again.InnerException!).ConstraintName);
    }

    [Fact]
    public async Task Of_somebody_out_of_sight_only_the_holding_unit_is_told_and_only_to_who_works_on_cases()
    {
        var (police, stranger) = (await world.PoliceAsync(), await world.PoliceAsync());
        var shelter = await world.ProviderAsync();
        var victim = (await world.CaseAsync(stranger.Officer)).Victims[0].Id;
        const string ask = "select unit_id from security.holding_units(array[$1::uuid])";

        await using var officer = await PlainSql.AsAsync(database, police.Officer);
        await using var caseworker = await PlainSql.AsAsync(database, shelter.Caseworker);
        await using var nobody = await PlainSql.AsAsync(database, null);

        Assert.Equal(stranger.Station.Id, await officer.AskAsync<Guid>(ask, victim));
        foreach (var session in new[] { caseworker, nobody })
            Assert.Equal(0L, await session.AskAsync<long>("select count(*) from security.holding_units(array[$1::uuid])", victim));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<(Case Case, Guid Second)> TwiceAsync(Force police, PersonFacts second)
    {
        var @case = await world.CaseAsync(police.Officer);
        return (@case, await AddAsync(police, @case, second));
    }

    private Task<Guid> AddAsync(Force police, Case @case, PersonFacts person) => world.AsAsync(police.Officer, async (_, db) =>
    {
        var loaded = await db.Cases.Include(c => c.Victims).SingleAsync(c => c.Id == @case.Id);
        return loaded.AddPerson(person, World.ActorOf(police.Officer), DateTimeOffset.UtcNow).Id;
    });

    private Task<PersonMerge> MergeAsync(User officer, Case @case, int second, int first) => world.AsAsync(officer, async (_, db) =>
    {
        var loaded = await db.Cases.Include(c => c.Victims).SingleAsync(c => c.Id == @case.Id);
        var merge = PersonMerge.Merge(
            loaded, loaded.Victims.Single(v => v.Position == second), loaded.Victims.Single(v => v.Position == first), SameBecause.PersonSaysSo,
            World.ActorOf(officer), DateTimeOffset.UtcNow);
        db.Add(merge);
        return merge;
    });

    private Task<PersonLink> LinkAsync(User officer, Case one, Case other) => world.AsAsync(officer, (_, db) =>
    {
        var link = new PersonLink(one, one.Victims[0], other, other.Victims[0], SameBecause.PersonSaysSo, World.ActorOf(officer), DateTimeOffset.UtcNow);
        db.Add(link);
        return Task.FromResult(link);
    });

    private async Task AssertNeedsAsync(Force police, Case @case, string[] first, string[] second)
    {
        var open = await world.AsAsync(police.Officer, (_, db) => db.UnplacedNeeds.Where(u => u.CaseId == @case.Id && u.SettledAt == null)
            .Join(db.Victims, u => u.VictimId, v => v.Id, (u, v) => new { v.Position, u.Service }).ToListAsync());
        Assert.Equal(first, open.Where(o => o.Position == 1).Select(o => o.Service.ToString()).Order());
        Assert.Equal(second, open.Where(o => o.Position == 2).Select(o => o.Service.ToString()).Order());
    }

    private Task<List<CaseEventKind>> KindsAsync(Force police, Case @case) =>
        world.AsAsync(police.Officer, (_, db) => db.Set<CaseEvent>().Where(e => e.CaseId == @case.Id).Select(e => e.Kind).ToListAsync());

    private async Task<long> NobodysAsync()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        return await owner.AskAsync<long>("select count(*) from security.needs_of_nobody()");
    }

    private static async Task<string> RefusalAsync(Func<Task> act)
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(act);
        return ((thrown as PostgresException) ?? (PostgresException)thrown.InnerException!).MessageText;
    }
}
