using Microsoft.EntityFrameworkCore;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Telling;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Telling;

/// <summary>Who is told of a step, in which way, and what it leaves them to do.</summary>
public sealed class StepsToldTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly World world = new(database);
    private Force police = null!;
    private Provider shelter = null!;
    private Dictionary<Guid, string> names = null!;

    public async ValueTask InitializeAsync()
    {
        police = await world.PoliceAsync();
        shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var colleague = await world.UserAsync(police.Station, Role.Officer);
        names = new()
        {
            [police.Officer.Id] = "officer",
            [colleague.Id] = "colleague",
            [police.Supervisor.Id] = "above",
            [shelter.Caseworker.Id] = "caseworker",
            [shelter.Manager.Id] = "manager"
        };
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    public static TheoryData<string> Verbs => [.. Enum.GetNames<ReferralVerb>().Append("Send")];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_is_told_to_both_sides_in_words_there_are(string verb)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);

        var told = await owner.ListAsync("select audience || ' ' || kind from telling.told_of($1)", verb);

        Assert.Contains(told, t => t.StartsWith("Sender ", StringComparison.Ordinal));
        Assert.Contains(told, t => t.StartsWith("Recipient ", StringComparison.Ordinal));
        Assert.All(told, t => Assert.True(Enum.TryParse<NotificationKind>(t.Split(' ')[1], out _), t));
    }

    [Fact]
    public async Task The_other_side_is_told_in_the_portal_and_by_mail_and_colleagues_in_the_portal()
    {
        var referral = await world.SentReferralAsync(police, shelter);

        Assert.Equal(
            ["caseworker ReferralReceived work mail", "colleague ReferralSent news", "manager ReferralReceived work mail"], await ToldAsync(referral));
        Assert.Equal(["caseworker", "manager"], await WorkAsync(referral));

        await world.OpenAsync(shelter.Caseworker, referral);
        Assert.Equal(["colleague Seen news mail", "manager Seen news", "officer Seen news mail"], await ToldAsync(referral));
        // An answer is owed still.
        Assert.Equal(["caseworker", "manager"], await WorkAsync(referral));

        await world.AcceptAsync(shelter.Caseworker, referral);
        Assert.Equal(["colleague Accepted news mail", "manager Accepted news", "officer Accepted news mail"], await ToldAsync(referral));
        Assert.Empty(await WorkAsync(referral));

        await world.ArriveAsync(shelter.Caseworker, referral);
        Assert.Equal(["colleague Arrived news mail", "manager Arrived news", "officer Arrived news mail"], await ToldAsync(referral));

        await world.CloseAsync(shelter.Manager, referral);
        Assert.Equal(["caseworker Closed news", "colleague Closed news mail", "officer Closed news mail"], await ToldAsync(referral));
    }

    [Fact]
    public async Task A_decline_is_work_for_the_sender_and_the_desk_until_another_provider_is_asked()
    {
        var desk = await world.CoordinatorAsync();
        names[desk.Id] = "desk";
        var @case = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, @case);
        var referral = await world.SendAsync(police.Officer, @case, shelter);
        await ToldAsync(referral);

        await world.DeclineAsync(shelter.Caseworker, referral);
        Assert.Equal(
            ["colleague Declined work mail", "desk Declined work mail", "manager Declined news", "officer Declined work mail"], await ToldAsync(referral));
        Assert.Equal(["colleague", "desk", "officer"], await WorkAsync(referral));

        await world.SendAsync(police.Officer, @case, shelter);
        Assert.Empty(await WorkAsync(referral));
    }

    [Fact]
    public async Task What_is_withdrawn_is_told_and_asks_for_nothing_more()
    {
        var referral = await world.SentReferralAsync(police, shelter);
        await ToldAsync(referral);

        await world.WithdrawAsync(police.Officer, referral);

        Assert.Equal(["caseworker Withdrawn news mail", "colleague Withdrawn news", "manager Withdrawn news mail"], await ToldAsync(referral));
        Assert.Empty(await WorkAsync(referral));
    }

    [Fact]
    public async Task In_whose_care_the_person_is_hears_that_consent_was_withdrawn()
    {
        var referral = await world.SentReferralAsync(police, shelter);
        await world.ArriveAsync(shelter.Caseworker, await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, referral)));
        await ToldAsync(referral);

        await world.AsAsync(police.Officer, async (_, db) =>
        {
            (await db.Consents.SingleAsync(c => c.Id == referral.ConsentId)).Withdraw(DateTimeOffset.UtcNow);
            return 0;
        });

        Assert.Equal(["caseworker ConsentWithdrawn news mail", "manager ConsentWithdrawn news mail"], await ToldAsync(referral));
    }

    [Fact]
    public async Task Where_nobody_works_at_the_unit_those_above_are_told()
    {
        var sent = await world.SentReferralAsync(police, shelter);
        await using var asOwner = await PlainSql.AsOwnerAsync(database);
        await asOwner.RunAsync("update identity.users set disabled_at = now() where unit_id = $1", police.Station.Id);
        await asOwner.CommitAsync();
        await ToldAsync(sent);

        await world.OpenAsync(shelter.Caseworker, sent);

        Assert.Equal(["above Seen news mail", "manager Seen news"], await ToldAsync(sent));
    }

    [Fact]
    public async Task A_choice_keeps_mails_away_and_the_list_whole()
    {
        await world.AsAsync(shelter.Manager, (_, db) =>
        {
            var choices = new MailChoices(shelter.Manager.Id);
            choices.Choose(false, true, null, null);
            return Task.FromResult(db.Add(choices));
        });

        var referral = await world.SentReferralAsync(police, shelter);

        Assert.Equal(["caseworker ReferralReceived work mail", "colleague ReferralSent news", "manager ReferralReceived work"], await ToldAsync(referral));
    }

    /// <summary>Whom the acts since the last question told, and how.</summary>
    private async Task<List<string>> ToldAsync(Referral referral)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var told = await owner.ListAsync("""
            select n.user_id || ' ' || n.kind || case when n.is_work then ' work' else ' news' end
                || case when exists (select from telling.outbox m where m.user_id = n.user_id and m.kind = n.kind and m.number = n.number) then ' mail' else '' end
            from telling.notifications n where n.referral_id = $1 and n.read_at is null
            """, referral.Id);
        await owner.RunAsync("update telling.notifications set read_at = now() where referral_id = $1", referral.Id);
        await owner.CommitAsync();
        return [.. told.Select(t => names.TryGetValue(Guid.Parse(t[..36]), out var name) ? name + t[36..] : "somebody" + t[36..]).Order(StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<string>> WorkAsync(Referral referral)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var waiting = await owner.ListAsync(
            "select distinct user_id::text from telling.notifications where referral_id = $1 and is_work and settled_at is null", referral.Id);
        return waiting.Select(u => names[Guid.Parse(u)]).Order(StringComparer.Ordinal);
    }
}
