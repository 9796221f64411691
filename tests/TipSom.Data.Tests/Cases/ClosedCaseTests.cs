using Npgsql;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Cases;

/// <summary>What the database itself refuses about closing a case, and about a case that is closed.</summary>
public sealed class ClosedCaseTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Close = "update casework.cases set status = 'Closed', closed_for = $2 where id = $1";

    private readonly World world = new(database);

    [Theory]
    [InlineData(ReferralStatus.Sent)]
    [InlineData(ReferralStatus.Seen)]
    [InlineData(ReferralStatus.InformationRequested)]
    [InlineData(ReferralStatus.Accepted)]
    [InlineData(ReferralStatus.InCare)]
    public async Task A_referral_in_a_provider_s_hands_keeps_it_open(ReferralStatus status)
    {
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
        var referral = await world.ReferralAsync(status, police, shelter);
        await using var officer = await PlainSql.AsAsync(database, police.Officer);

        Assert.Equal("A referral of this case is not finished.", (await officer.TryAsync(Close, referral.CaseId, "LostContact")).Message);
    }

    [Theory]
    [InlineData(CloseReason.FollowedUpAndDone, "A need of this case waits for somebody.")]
    [InlineData(CloseReason.HandedToCourt, "A need of this case waits for somebody.")]
    [InlineData(CloseReason.NotTrafficking, "A need of this case waits for somebody.")]
    [InlineData(CloseReason.Other, "A need of this case waits for somebody.")]
    [InlineData(CloseReason.LostContact, "")]
    [InlineData(CloseReason.Duplicate, "")]
    [InlineData(CloseReason.EnteredInError, "")]
    public async Task A_need_of_nobody_keeps_it_open_as_the_domain_says(CloseReason reason, string refusal)
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await using var officer = await PlainSql.AsAsync(database, police.Officer);

        Assert.Equal(refusal, (await officer.TryAsync(Close, @case.Id, reason.ToString())).Message);
        Assert.Equal(reason.EndsNeeds(), refusal.Length == 0);
    }

    [Fact]
    public async Task No_status_goes_without_its_reason()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await using var officer = await PlainSql.AsAsync(database, police.Officer);

        Assert.Equal(PostgresErrorCodes.CheckViolation, (await officer.TryAsync("update casework.cases set status = 'Closed' where id = $1", @case.Id)).State);
    }

    [Fact]
    public async Task Only_a_supervisor_opens_it_again_and_its_needs_wait_once_more()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await world.CloseCaseAsync(police.Officer, @case);
        const string reopen = "update casework.cases set status = 'Open', closed_for = null where id = $1";
        const string waiting = "select count(*) from casework.unplaced_needs where settled_at is null";

        await using (var officer = await PlainSql.AsAsync(database, police.Officer))
        {
            Assert.Equal("A supervisor opens a closed case again.", (await officer.TryAsync(reopen, @case.Id)).Message);
            Assert.Equal(0, await officer.AskAsync<long>(waiting));
        }

        await using var supervisor = await PlainSql.AsAsync(database, police.Supervisor);
        Assert.Equal(1, await supervisor.RunAsync(reopen, @case.Id));
        Assert.Equal(1, await supervisor.AskAsync<long>(waiting));
    }

    [Fact]
    public async Task Nothing_of_it_is_changed_and_consent_is_still_withdrawn()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, @case);
        await world.CloseCaseAsync(police.Officer, @case);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var of = $"case_id = '{@case.Id}'";
        var need = (await owner.RowAsync("casework.needs", of)).With(("id", Guid.NewGuid()), ("service", "LegalAid"));
        var consent = (await owner.RowAsync("casework.consents", of)).With(("id", Guid.NewGuid()));
        var victim = (await owner.RowAsync("casework.victims", of)).With(("id", Guid.NewGuid()), ("position", 2));
        await using var officer = await PlainSql.AsAsync(database, police.Officer);

        Outcome[] tried =
        [
            await officer.TryAsync("update casework.victims set risk = 'Low'"),
            await officer.TryAsync("update casework.needs set urgency = 'Routine'"),
            await officer.TryAsync("update casework.victim_identities set updated_at = now()"),
            await officer.TryAsync("update casework.cases set border = 'AcrossBorder'"),
            await officer.TryAsync("update casework.cases set sealed_narrative = null"),
            await officer.TryAsync(JsonRows.InsertInto("casework.needs"), need),
            await officer.TryAsync(JsonRows.InsertInto("casework.consents"), consent),
            await officer.TryAsync(JsonRows.InsertInto("casework.victims"), victim)
        ];

        Assert.All(tried, t => Assert.Equal((Outcome.RuleBroken, Case.ClosedAlready), (t.State, t.Message)));
        Assert.Equal(1, await officer.RunAsync("update casework.consents set withdrawn_at = now()"));
    }

    [Fact]
    public async Task A_stranger_does_not_learn_that_it_is_closed()
    {
        var (police, stranger) = (await world.PoliceAsync(), await world.PoliceAsync());
        var @case = await world.CaseAsync(police.Officer);
        await world.CloseCaseAsync(police.Officer, @case);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var need = (await owner.RowAsync("casework.needs", $"case_id = '{@case.Id}'")).With(("id", Guid.NewGuid()), ("service", "LegalAid"));
        await using var other = await PlainSql.AsAsync(database, stranger.Officer);

        Assert.Equal(Outcome.NotAllowed, (await other.TryAsync(JsonRows.InsertInto("casework.needs"), need)).State);
    }

    [Fact]
    public async Task A_declined_referral_of_it_does_not_come_back_to_the_provider()
    {
        var coordinator = await world.CoordinatorAsync();
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
        var referral = await world.ReferralAsync(ReferralStatus.Declined, police, shelter);
        var @case = await world.AsAsync(police.Officer, (_, db) => Task.FromResult(db.Cases.Single(c => c.Id == referral.CaseId)));
        await world.CloseCaseAsync(police.Officer, @case);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => world.ReturnToProviderAsync(coordinator, referral));

        Assert.Equal("This case is closed: its sender no longer looks for a place.", refusal.GetBaseException().Message.Split(": ", 2)[1]);
    }

    [Fact]
    public async Task A_corrected_district_is_where_a_need_of_nobody_is_sought()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);

        await world.CorrectAsync(police.Officer, @case, new FactsCorrection("KP-PESHAWAR", BorderCrossing.Unknown, null));

        await using var officer = await PlainSql.AsAsync(database, police.Officer);
        Assert.Equal(["KP-PESHAWAR KP"], await officer.ListAsync("select district_code || ' ' || province_code from casework.unplaced_needs"));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
