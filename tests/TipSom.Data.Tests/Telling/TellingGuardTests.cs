using System.Globalization;
using TipSom.Data.RowSecurity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Telling;

/// <summary>What a hand-written statement of the program's role cannot do with what people are told.</summary>
public sealed class TellingGuardTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("select security.tell('Seen', array[security.my_user()], null, 'X', true, true)")]
    [InlineData("select security.people_of(gen_random_uuid(), 'Sender')")]
    [InlineData("select security.settle(gen_random_uuid())")]
    [InlineData("select telling.write('Seen', '{}', null, 'X', true, true, now(), true)")]
    [InlineData("insert into telling.notifications (id, user_id, kind, number, made_at, is_work, is_urgent) values (gen_random_uuid(), security.my_user(), 'Seen', 'X', now(), true, true)")]
    [InlineData("insert into telling.outbox (id, user_id, culture, kind, is_work, is_urgent, number, is_referral, made_at, not_before, attempts) values (gen_random_uuid(), security.my_user(), 'en-PK', 'Seen', true, true, 'X', true, now(), now(), 0)")]
    [InlineData("update telling.notifications set number = 'X'")]
    [InlineData("update telling.outbox set sent_at = now()")]
    public async Task Nobody_is_told_what_did_not_happen(string sql)
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        await using var session = await PlainSql.AsAsync(database, police.Officer);

        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync(sql)).State);
    }

    [Fact]
    public async Task The_national_administrator_sees_how_mails_fare_and_has_failed_ones_tried_again()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var referral = await world.SentReferralAsync(police, shelter);
        var administrator = await world.UserAsync(police.Headquarters, Role.NationalAdministrator);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update telling.outbox set attempts = 1, not_before = now() + interval '1 hour' where user_id = $1", shelter.Manager.Id);
        await owner.CommitAsync();
        await using var session = await PlainSql.AsAsync(database, administrator);

        Assert.Equal(2, await session.AskAsync<long>($"select count(*) from telling.outbox where number = '{referral.Number}'"));
        // Only what was tried and failed may be hurried.
        Assert.Equal(1, (await session.TryAsync($"update telling.outbox set not_before = now() where number = '{referral.Number}'")).Rows);
    }

    [Fact]
    public async Task A_program_whose_clock_is_ahead_takes_no_mail_before_its_time()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var referral = await world.SentReferralAsync(police, shelter);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update telling.outbox set not_before = now() + interval '1 hour' where number = $1", referral.Number);
        await owner.CommitAsync();
        await using var session = await PlainSql.AsProgramAsync(database, ProgramWork.Mail);

        var early = await session.ListAsync("select number::text from telling.take_mail(1000, interval '1 minute', now() + interval '1 day')");

        Assert.DoesNotContain(referral.Number, early);
    }

    [Fact]
    public async Task A_timer_that_fails_is_put_off_and_stands_in_nobodys_way()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var (failing, other) = (await world.SentReferralAsync(police, shelter), await world.SentReferralAsync(police, shelter));
        await AsOwnerAsync($"alter table telling.notifications add constraint poison check (number <> '{failing.Number}' or kind <> 'Reminder') not valid");
        await MakeDueAsync(failing, other);

        Assert.Equal(["1 fired, 1 failed"], await FireAsync());
        Assert.Equal(["0 fired, 0 failed"], await FireAsync());

        await AsOwnerAsync("alter table telling.notifications drop constraint poison");
        await MakeDueAsync(failing, other);
        Assert.Equal(["1 fired, 0 failed"], await FireAsync());

        Task MakeDueAsync(params Referral[] referrals) => AsOwnerAsync(
            "update telling.timers set fire_at = turn_since where fired_at is null and rung = 'Half' and referral_id in ('"
            + string.Join("', '", referrals.Select(r => r.Id)) + "')");
    }

    [Fact]
    public async Task Nobody_signed_in_sets_the_clocks_off()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter, terms => terms with { InForceTo = PakistanTime.DayOf(DateTimeOffset.UtcNow).AddDays(30) });
        var referral = await world.SentReferralAsync(police, shelter);
        await AsOwnerAsync($"update telling.timers set fire_at = turn_since where referral_id = '{referral.Id}' and rung = 'Half'");
        const string Work = "select fired + security.tell_of_the_day(now()) from security.fire_timers(now(), 100)";

        await using var session = await PlainSql.AsAsync(database, police.Supervisor);
        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync(Work)).State);
        await using var worker = await PlainSql.AsProgramAsync(database, ProgramWork.Clocks);
        Assert.Equal(2, await worker.AskAsync<int>(Work));
        await worker.CommitAsync();
    }

    [Fact]
    public async Task Opening_never_has_the_longer_time_than_answering()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        await using var session = await PlainSql.AsAsync(database, await world.UserAsync(police.Headquarters, Role.NationalAdministrator));
        const string Change = "update reference.clock_rules set allowed = interval '{0} hours' where urgency = 'Urgent' and step = 'Seen'; set constraints all immediate";

        Assert.Equal(Outcome.RuleBroken, (await session.TryAsync(string.Format(CultureInfo.InvariantCulture, Change, 25))).State);
        Assert.Equal("", (await session.TryAsync(string.Format(CultureInfo.InvariantCulture, Change, 5))).State);
    }

    private async Task AsOwnerAsync(string sql)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync(sql);
        await owner.CommitAsync();
    }

    private async Task<List<string>> FireAsync()
    {
        await using var worker = await PlainSql.AsProgramAsync(database, ProgramWork.Clocks);
        var counts = await worker.ListAsync("select fired || ' fired, ' || failed || ' failed' from security.fire_timers(now(), 100)");
        await worker.CommitAsync();
        return counts;
    }

    [Theory]
    [InlineData("22:00", "06:00", "2026-03-09T18:30+05:00", "2026-03-09T18:30+05:00")]
    [InlineData("22:00", "06:00", "2026-03-09T22:00+05:00", "2026-03-10T06:00+05:00")]
    [InlineData("22:00", "06:00", "2026-03-10T05:59+05:00", "2026-03-10T06:00+05:00")]
    [InlineData("22:00", "06:00", "2026-03-10T06:00+05:00", "2026-03-10T06:00+05:00")]
    [InlineData("13:00", "15:00", "2026-03-10T14:00+05:00", "2026-03-10T15:00+05:00")]
    [InlineData("13:00", "15:00", "2026-03-10T15:30+05:00", "2026-03-10T15:30+05:00")]
    [InlineData(null, null, "2026-03-10T03:00+05:00", "2026-03-10T03:00+05:00")]
    public async Task Quiet_hours_end_when_they_say(string? from, string? to, string at, string until)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);

        Assert.True(await owner.AskAsync<bool>(
            $"select telling.after_quiet_hours('{at}', {Time(from)}, {Time(to)}) = timestamptz '{until}'"));

        static string Time(string? text) => text is null ? "null" : $"'{text}'";
    }
}
