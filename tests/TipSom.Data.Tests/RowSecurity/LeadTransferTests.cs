using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.Domain.Telling;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>A case goes to another agency by one road only, with everything that is not finished.</summary>
public sealed class LeadTransferTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);

    [Fact]
    public async Task Nothing_moves_before_it_is_accepted_and_then_the_case_with_all_that_is_unfinished()
    {
        var (police, fia, @case) = await BothAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        await world.ConsentAsync(police.Officer, @case);
        var back = await world.WithdrawAsync(police.Officer, await world.SendAsync(police.Officer, @case, shelter));
        var waits = await world.SendAsync(police.Officer, @case, shelter);

        var offer = await world.OfferAsync(police.Supervisor, @case, fia.Station);

        Assert.True(await SeesAsync(police.Officer, @case));
        Assert.False(await SeesAsync(fia.Supervisor, @case));
        Assert.Equal((1, 0), await world.AsAsync(fia.Supervisor, async (_, db) => await db.LeadTransfers.SingleAsync() is var t ? (t.People, t.Children) : default));
        await world.TakeLeadAsync(fia.Supervisor, offer);
        Assert.False(await SeesAsync(police.Officer, @case));
        Assert.False(await SeesAsync(police.Supervisor, @case));
        var mine = await world.AsAsync(fia.Officer, (_, db) => db.Referrals.Where(r => r.CaseId == @case.Id).ToDictionaryAsync(r => r.Id));
        Assert.Equal((fia.Station.Id, fia.Agency.Id, police.Agency.Id), (mine[waits.Id].FromUnitId, mine[waits.Id].FromAgencyId, mine[waits.Id].SentByAgencyId));
        Assert.Equal(police.Station.Id, mine[back.Id].FromUnitId);
        Assert.Equal(0, await world.AsAsync(police.Officer, (_, db) => db.ReferralAccess.CountAsync()));
    }

    [Fact]
    public async Task What_is_on_the_way_is_accepted_under_the_agreement_it_was_sent_under()
    {
        var (police, fia, @case) = await BothAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        await world.ConsentAsync(police.Officer, @case);
        var waits = await world.SendAsync(police.Officer, @case, shelter);

        await world.TakeLeadAsync(fia.Supervisor, await world.OfferAsync(police.Supervisor, @case, fia.Station));

        var accepted = await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, waits));
        Assert.Equal(ReferralStatus.Accepted, accepted.Status);
        await world.WriteAsync(fia.Officer, accepted, Side.Sender);
    }

    [Fact]
    public async Task An_open_need_is_the_new_holders_to_place()
    {
        var (police, fia, @case) = await BothAsync();

        await world.TakeLeadAsync(fia.Supervisor, await world.OfferAsync(police.Supervisor, @case, fia.Station));

        var need = await world.AsAsync(fia.Officer, (_, db) => db.UnplacedNeeds.SingleAsync(u => u.CaseId == @case.Id));
        Assert.Equal((fia.Station.Id, fia.Agency.Id), (need.FromUnitId, need.FromAgencyId));
        Assert.Equal(0, await world.AsAsync(police.Officer, (_, db) => db.UnplacedNeeds.CountAsync()));
    }

    [Fact]
    public async Task The_former_holder_reads_on_only_where_it_asked_to_and_without_names()
    {
        var (police, fia, @case) = await BothAsync();

        await world.TakeLeadAsync(fia.Supervisor, await world.OfferAsync(police.Supervisor, @case, fia.Station, keepsReading: true));

        Assert.True(await SeesAsync(police.Officer, @case));
        Assert.Equal((0, 1), await world.AsAsync(police.Officer, async (_, db) => (await db.VictimIdentities.CountAsync(), await db.CaseAccess.CountAsync(a => !a.Works))));
        Assert.Equal(
            [CaseEventKind.TransferApproved, CaseEventKind.TransferAccepted, CaseEventKind.Shared],
            (await world.AsAsync(police.Officer, (_, db) => db.Set<CaseEvent>().Where(e => e.CaseId == @case.Id && e.Kind != CaseEventKind.Logged)
                .OrderBy(e => e.At).ToListAsync())).Select(e => e.Kind));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_other_statement_moves_a_case_to_another_agency_not_even_after_an_acceptance(bool afterAcceptance)
    {
        var (police, fia, @case) = await BothAsync();
        var to = fia;
        if (afterAcceptance)
        {
            await world.TakeLeadAsync(fia.Supervisor, await world.OfferAsync(police.Supervisor, @case, fia.Station));
            await world.TakeLeadAsync(police.Supervisor, await world.OfferAsync(fia.Supervisor, @case, police.Station));
        }

        await using var owner = await PlainSql.AsOwnerAsync(database);
        var outcome = await owner.TryAsync(
            "update casework.cases set holding_unit_id = $1, holding_agency_id = $2 where id = $3", to.Station.Id, to.Agency.Id, @case.Id);
        await using var session = await PlainSql.AsAsync(database, police.Supervisor);
        var asSupervisor = await session.TryAsync(
            "update casework.cases set holding_unit_id = $1, holding_agency_id = $2 where id = $3", to.Station.Id, to.Agency.Id, @case.Id);

        Assert.Equal((Outcome.RuleBroken, LeadTransfer.OnlyWhenAccepted), (outcome.State, outcome.Message));
        Assert.Equal(Outcome.NotAllowed, asSupervisor.State);
    }

    [Theory]
    [InlineData("officer there", "Accepted", LeadTransfer.SupervisorDecides)]
    [InlineData("holder", "Accepted", "This step belongs to the other side.")]
    [InlineData("supervisor there", "TakenBack", "This step belongs to the other side.")]
    [InlineData("supervisor there", "Proposed", LeadTransfer.AlreadyAnswered)]
    public async Task Each_step_belongs_to_its_side(string who, string status, string sentence)
    {
        var (police, fia, @case) = await BothAsync();
        await world.OfferAsync(police.Supervisor, @case, fia.Station);
        await using var session = await PlainSql.AsAsync(
            database, who switch { "officer there" => fia.Officer, "holder" => police.Supervisor, _ => fia.Supervisor });

        var outcome = await session.TryAsync($"update casework.lead_transfers set status = '{status}', answered_at = now() where case_id = $1", @case.Id);

        Assert.Equal((Outcome.RuleBroken, sentence), (outcome.State, outcome.Message));
    }

    [Fact]
    public async Task An_officers_proposal_is_nothing_to_the_other_agency_and_a_stranger_sees_none()
    {
        var (police, fia, @case) = await BothAsync();
        var stranger = await world.FiaAsync();

        await world.OfferAsync(police.Officer, @case, fia.Station);

        Assert.False(await world.AsAsync(fia.Supervisor, (_, db) => db.LeadTransfers.AnyAsync()));
        Assert.False(await world.AsAsync(stranger.Supervisor, (_, db) => db.LeadTransfers.AnyAsync()));
        Assert.True(await world.AsAsync(police.Supervisor, (_, db) => db.LeadTransfers.AnyAsync(t => t.Status == TransferStatus.Proposed)));
    }

    [Fact]
    public async Task What_the_other_side_is_shown_is_the_cases_own()
    {
        var (police, fia, @case) = await BothAsync();
        await world.OfferAsync(police.Supervisor, @case, fia.Station);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var row = await owner.RowAsync("casework.lead_transfers", $"case_id = '{@case.Id}'");
        await using var session = await PlainSql.AsAsync(database, police.Supervisor);
        await session.RunAsync("update casework.lead_transfers set status = 'TakenBack', answered_at = now() where case_id = $1", @case.Id);

        await session.RunAsync(JsonRows.InsertInto("casework.lead_transfers"), row.With(("id", Guid.NewGuid()), ("people", 0), ("children", 7), ("district_code", "SD-KARACHI-SOUTH")));

        Assert.Equal("1 0 PB-LAHORE", Assert.Single(await session.ListAsync(
            "select people || ' ' || children || ' ' || district_code from casework.lead_transfers where case_id = $1 and status = 'Approved'", @case.Id)));
    }

    [Fact]
    public async Task Everybody_whose_turn_it_is_is_told_and_what_is_done_asks_no_more()
    {
        var (police, fia, @case) = await BothAsync();

        var offer = await world.OfferAsync(police.Officer, @case, fia.Station);
        Assert.Equal([NotificationKind.TransferToApprove], await ToldAsync(police.Supervisor, work: true));
        await world.AsAsync(police.Supervisor, async (_, db) =>
        {
            var loaded = await db.LeadTransfers.SingleAsync(t => t.Id == offer.Id);
            loaded.Approve(World.ActorOf(police.Supervisor), TimeProvider.System.GetUtcNow());
            return loaded;
        });
        Assert.Empty(await ToldAsync(police.Supervisor, work: true));
        Assert.Equal([NotificationKind.TransferToAnswer], await ToldAsync(fia.Supervisor, work: true));
        await world.TakeLeadAsync(fia.Supervisor, offer);

        Assert.Empty(await ToldAsync(fia.Supervisor, work: true));
        Assert.Equal([NotificationKind.HandedOver], await ToldAsync(fia.Officer, work: false));
        Assert.Equal([NotificationKind.TransferAccepted], await ToldAsync(police.Officer, work: false));
    }

    [Fact]
    public async Task A_note_is_told_to_the_other_side_and_not_to_the_own()
    {
        var (police, fia, @case) = await BothAsync();
        await world.ShareAsync(police.Supervisor, @case, fia.Station);

        await world.NoteAsync(fia.Officer, @case);
        await world.NoteAsync(police.Officer, @case);

        Assert.Equal([NotificationKind.CaseNote], await ToldAsync(police.Officer, work: false));
        Assert.Equal([NotificationKind.CaseShared, NotificationKind.CaseNote], await ToldAsync(fia.Officer, work: false));
        foreach (var reader in new[] { police.Officer, fia.Officer, police.Supervisor })
            Assert.Equal(2, await world.AsAsync(reader, (_, db) => db.CaseNotes.CountAsync()));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<(Force Police, Force Fia, Case Case)> BothAsync()
    {
        var (police, fia) = (await world.PoliceAsync(), await world.FiaAsync());
        return (police, fia, await world.CaseAsync(police.Officer));
    }

    private Task<bool> SeesAsync(User user, Case @case) => world.AsAsync(user, (_, db) => db.Cases.AnyAsync(c => c.Id == @case.Id));

    private Task<List<NotificationKind>> ToldAsync(User user, bool work) => world.AsAsync(user, (_, db) =>
        db.Notifications.Where(n => n.IsWork == work && (!work || n.SettledAt == null)).OrderBy(n => n.MadeAt).Select(n => n.Kind).ToListAsync());
}
