using Microsoft.EntityFrameworkCore;
using TipSom.Data.Queries;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Coordination;

/// <summary>No need is ever nobody's: whatever happens to a need, its row says whose turn it is, or that nothing is owed.</summary>
public sealed class UnplacedNeedTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);

    [Fact]
    public async Task A_need_that_was_logged_waits_for_its_officer_and_is_settled_by_sending()
    {
        var cast = await Cast.MakeAsync(world);
        var @case = await world.CaseAsync(cast.Police.Officer);

        var waits = await OpenOfAsync(@case);
        Assert.Equal((UnplacedCause.NotSent, Side.Sender), (waits!.Cause, waits.Turn));
        Assert.Equal(TimeSpan.FromMinutes(30), waits.DueAt - waits.Since);

        await world.ConsentAsync(cast.Police.Officer, @case);
        await world.SendAsync(cast.Police.Officer, @case, cast.Shelter);
        Assert.Null(await OpenOfAsync(@case));
    }

    [Theory]
    [InlineData(ReferralStatus.Sent, null)]
    [InlineData(ReferralStatus.InformationRequested, null)]
    [InlineData(ReferralStatus.Accepted, null)]
    [InlineData(ReferralStatus.InCare, null)]
    [InlineData(ReferralStatus.Closed, null)]
    [InlineData(ReferralStatus.Declined, UnplacedCause.Declined)]
    [InlineData(ReferralStatus.DeclineConfirmed, UnplacedCause.DeclineConfirmed)]
    [InlineData(ReferralStatus.Rerouted, null)]
    [InlineData(ReferralStatus.Voided, UnplacedCause.CameBack)]
    public async Task A_need_is_open_exactly_where_no_provider_has_it(ReferralStatus status, UnplacedCause? cause)
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, status);

        var open = await OpenOfAsync(referral.NeedId);

        Assert.Equal(cause, open?.Cause);
        if (open is not null)
            Assert.Equal(cause == UnplacedCause.DeclineConfirmed ? Side.National : Side.Sender, open.Turn);
    }

    [Theory]
    [InlineData(WithdrawReason.Safety, true)]
    [InlineData(WithdrawReason.SentByMistake, true)]
    [InlineData(WithdrawReason.PersonRefused, false)]
    [InlineData(WithdrawReason.NoLongerNeeded, false)]
    [InlineData(WithdrawReason.ConsentWithdrawn, false)]
    [InlineData(WithdrawReason.PlacedElsewhere, false)]
    public async Task What_was_taken_back_stays_open_where_the_need_still_stands(WithdrawReason reason, bool isOpen)
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Seen);
        await world.AsAsync(cast.Police.Officer, async (_, db) =>
        {
            var loaded = await db.Referrals.SingleAsync(r => r.Id == referral.Id);
            loaded.Withdraw(reason, World.ActorOf(cast.Police.Officer), DateTimeOffset.UtcNow);
            return loaded;
        });

        Assert.Equal(isOpen ? UnplacedCause.CameBack : null, (await OpenOfAsync(referral.NeedId))?.Cause);
    }

    [Fact]
    public async Task Who_refuses_consent_is_not_asked_again_and_a_closed_case_asks_for_nothing()
    {
        var cast = await Cast.MakeAsync(world);
        var refused = await world.CaseAsync(cast.Police.Officer);
        await world.ConsentAsync(cast.Police.Officer, refused, a => a with { IsGiven = false });
        Assert.Null(await OpenOfAsync(refused));
        await world.ConsentAsync(cast.Police.Officer, refused);
        Assert.Equal(UnplacedCause.NotSent, (await OpenOfAsync(refused))!.Cause);

        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update casework.cases set status = 'Closed', closed_for = 'LostContact' where id = $1", refused.Id);
        await owner.CommitAsync();
        Assert.Null(await OpenOfAsync(refused));
    }

    [Fact]
    public async Task A_person_who_did_not_arrive_is_searched_for()
    {
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Accepted);
        await using (var owner = await PlainSql.AsOwnerAsync(database))
        {
            await owner.RunAsync("alter table casework.referrals disable trigger user");
            await owner.RunAsync("update casework.referrals set arrival_expected_at = now() - interval '1 hour' where id = $1", referral.Id);
            await owner.RunAsync("alter table casework.referrals enable trigger user");
            await owner.CommitAsync();
        }

        await world.AsAsync(cast.Shelter.Caseworker, async (_, db) =>
        {
            var loaded = await db.Referrals.SingleAsync(r => r.Id == referral.Id);
            loaded.ReportNoShow(World.ActorOf(cast.Shelter.Caseworker), DateTimeOffset.UtcNow);
            return loaded;
        });

        Assert.Equal(UnplacedCause.DidNotArrive, (await OpenOfAsync(referral.NeedId))!.Cause);
    }

    [Fact]
    public async Task The_desk_is_asked_once_proposes_and_the_gap_is_counted_once()
    {
        var cast = await Cast.MakeAsync(world);
        var @case = await world.CaseAsync(cast.Police.Officer);
        await ChangeAsync(cast.Police.Officer, @case, (u, clocks, now) => u.AskDesk(UnplacedCause.NoProviderFits, clocks, now));
        await Assert.ThrowsAsync<RuleBrokenException>(() =>
            ChangeAsync(cast.Police.Officer, @case, (u, clocks, now) => u.AskDesk(UnplacedCause.NoProviderFits, clocks, now)));
        var asked = await OpenOfAsync(@case);
        Assert.Equal((UnplacedCause.NoProviderFits, Side.National, TimeSpan.FromHours(2)), (asked!.Cause, asked.Turn, asked.DueAt - asked.Since));

        await world.AsAsync(cast.Coordinator, async (_, db) =>
        {
            var need = await db.UnplacedNeeds.SingleAsync(u => u.Id == asked.Id);
            var request = new Domain.Services.PlacementRequest(
                need.Service, Domain.Victims.VictimGroups.Of(need.Sex, need.IsChild), need.AgeYears, need.DistrictCode, need.ProvinceCode, need.FromAgencyId);
            var fit = (await db.MatchAsync(request, null, DateTimeOffset.UtcNow, CancellationToken.None)).First(f => f.Service.Id == cast.Shelter.Service.Id);
            need.Propose(fit, "Ask for the night duty.", await db.ReferralClocksAsync(CancellationToken.None), DateTimeOffset.UtcNow);
            return need;
        });
        var proposed = await OpenOfAsync(@case);
        Assert.Equal((Side.Sender, (Guid?)cast.Shelter.Service.Id), (proposed!.Turn, proposed.ProposedServiceId));
        await world.ConsentAsync(cast.Police.Officer, @case);
        var referral = await world.SendAsync(cast.Police.Officer, @case, cast.Shelter);
        await world.DeclineAsync(cast.Shelter.Caseworker, await world.OpenAsync(cast.Shelter.Caseworker, referral));
        await world.ConfirmDeclineAsync(cast.Coordinator, referral);

        Assert.Equal(1, await world.AsAsync(cast.Coordinator, (_, db) => db.ServiceGaps.CountAsync(g => g.CaseId == @case.Id)));
    }

    [Theory]
    [InlineData(true, "turn = 'Sender', proposed_service_id = null", "It is for the sender to choose a provider now.")]
    [InlineData(true, "turn = 'National', cause = 'NotSent', asked_at = now()", "The national desk is asked where no provider fits or all have declined.")]
    [InlineData(false, "turn = 'National', cause = 'NoProviderFits', asked_at = now()", "The national desk is asked where no provider fits or all have declined.")]
    [InlineData(false, "turn = 'Sender'", "It is for the sender to choose a provider now.")]
    public async Task Nobody_takes_the_others_step_by_hand(bool bySender, string change, string sentence)
    {
        var cast = await Cast.MakeAsync(world);
        var @case = await world.CaseAsync(cast.Police.Officer);
        await using var session = await PlainSql.AsAsync(database, bySender ? cast.Police.Officer : cast.Coordinator);

        Assert.Equal(
            new Outcome(0, Outcome.RuleBroken, sentence),
            await session.TryAsync($"update casework.unplaced_needs set {change} where case_id = $1", @case.Id));
        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync("update casework.unplaced_needs set settled_at = now() where case_id = $1", @case.Id)).State);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<UnplacedNeed?> OpenOfAsync(Case @case) => await OpenOfAsync(@case.Victims[0].Needs[0].Id);

    private async Task<UnplacedNeed?> OpenOfAsync(Guid needId)
    {
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);
        return await db.UnplacedNeeds.AsNoTracking().SingleOrDefaultAsync(u => u.NeedId == needId && u.SettledAt == null);
    }

    private Task<UnplacedNeed> ChangeAsync(Identity.User user, Case @case, Action<UnplacedNeed, ReferralClocks, DateTimeOffset> change) =>
        world.AsAsync(user, async (_, db) =>
        {
            var need = await db.UnplacedNeeds.SingleAsync(u => u.CaseId == @case.Id && u.SettledAt == null);
            change(need, await db.ReferralClocksAsync(CancellationToken.None), DateTimeOffset.UtcNow);
            return need;
        });
}
