using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Telling;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Telling;

namespace TipSom.Web.Tests.Telling;

public sealed class MailWorkerTests(PostgresServer postgres) : IAsyncLifetime
{
    private readonly TestDatabase database = new(postgres);
    private readonly HandClock clock = new(DateTimeOffset.UtcNow.AddHours(-2));
    private World world = null!;
    private PostOffice office = null!;
    private Force police = null!;
    private Provider shelter = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        world = new World(database, clock);
        office = new PostOffice(database, clock);
        police = await world.PoliceAsync();
        shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
    }

    public async ValueTask DisposeAsync()
    {
        await office.DisposeAsync();
        await world.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Two_workers_send_each_mail_once()
    {
        for (var i = 0; i < 15; i++)
            await world.SentReferralAsync(police, shelter);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => office.EmptyAsync())));

        Assert.Equal(30, office.Server.Mails.Count);
        Assert.Equal(30, office.Server.Mails.Select(m => m.MessageId).Distinct().Count());
        Assert.All(await office.MailsAsync(), m => Assert.Equal((1, true), (m.Attempts, m.SentAt is not null)));
    }

    [Fact]
    public async Task Killed_between_sending_and_marking_a_mail_goes_again_with_the_same_id_when_its_lease_ends()
    {
        await world.SentReferralAsync(police, shelter);
        var taken = await office.Outbox.TakeAsync(10, TimeSpan.FromMinutes(10), clock.GetUtcNow(), CancellationToken.None);
        Assert.Equal(2, taken.Count);
        Assert.Null(await office.Sender.SendAsync(taken[0], CancellationToken.None));

        clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(0, await office.EmptyAsync());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await office.EmptyAsync());

        Assert.Equal(3, office.Server.Mails.Count);
        Assert.Equal(2, office.Server.Mails.Count(m => m.MessageId == $"<{taken[0].Id:n}@tipsom.test>"));
        Assert.All(await office.MailsAsync(), m => Assert.Equal((2, true), (m.Attempts, m.SentAt is not null)));
        // The one that was thought dead marks nothing twice, and takes nothing back.
        Assert.False(await office.Outbox.SentAsync(taken[0], clock.GetUtcNow(), CancellationToken.None));
        await office.Outbox.FailedAsync(taken[1], Data.Telling.MailError.Other, clock.GetUtcNow(), clock.GetUtcNow(), CancellationToken.None);
        Assert.All(await office.MailsAsync(), m => Assert.Null(m.LastErrorKind));
    }

    [Fact]
    public async Task A_mail_says_that_a_referral_needs_you_in_ones_own_language_and_nothing_else()
    {
        await world.AsAsync(shelter.Manager, async (_, db) =>
            await db.Users.Where(u => u.Id == shelter.Manager.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Culture, "ur-PK")));
        var referral = await world.SentReferralAsync(police, shelter);
        await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, referral));

        await office.EmptyAsync();

        var toCaseworker = Assert.Single(office.Server.Mails, m => m.To == shelter.Caseworker.Email);
        Assert.Equal($"TipSom: A referral needs you: \u2066{referral.Number}\u2069", toCaseworker.Subject);
        var toManager = Assert.Single(office.Server.Mails, m => m.To == shelter.Manager.Email);
        Assert.Equal($"TipSom: ایک ریفرل آپ کا منتظر ہے: \u2066{referral.Number}\u2069", toManager.Subject);
        Assert.Contains("لاگ اِن کریں", toManager.Text);
        Assert.Equal("ur-PK", toManager.Headers["Content-Language"]);
        Assert.Contains("utf-8", toManager.Headers["Content-Type"]);
        Assert.Equal(2, office.Server.Mails.Count(m => m.To == police.Officer.Email && m.Subject.StartsWith("TipSom: There is news about a referral", StringComparison.Ordinal)));
        Assert.All(office.Server.Mails, m =>
        {
            Assert.Contains($"\r\nhttps://tipsom.test/referrals/{referral.Number}\r\n", m.Text);
            Assert.Equal("auto-generated", m.Headers["Auto-Submitted"]);
            string[] personal =
            [
                .. World.KnownIdentity.Name!.Split(' '), .. World.KnownIdentity.FatherName!.Split(' '), World.KnownIdentity.IdNumber!, World.KnownIdentity.Phone!,
                "Narrativecanary", "Doorcanary", "Lanecanary", "042-5555555", "blanket", "Shelter", "Woman", "Lahore",
                police.Officer.DisplayName, shelter.Caseworker.DisplayName, "Test agency", "Test station", "TS-"
            ];
            Assert.DoesNotContain(personal, p => (m.Subject + m.Text + m.Source).Contains(p, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task A_mail_to_an_account_disabled_since_is_given_up()
    {
        await world.SentReferralAsync(police, shelter);
        await using (var owner = new Npgsql.NpgsqlConnection(database.OwnerConnectionString))
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var disable = new Npgsql.NpgsqlCommand("update identity.users set disabled_at = now() where id = $1", owner)
            {
                Parameters = { new() { Value = shelter.Manager.Id } }
            };
            await disable.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await office.EmptyAsync();

        Assert.Equal([shelter.Caseworker.Email!], office.Server.Mails.Select(m => m.To));
        var given = Assert.Single(await office.MailsAsync(), m => m.UserId == shelter.Manager.Id);
        Assert.Equal((Data.Telling.MailError.AccountDisabled, true), (given.LastErrorKind, given.GivenUpAt is not null));
    }

    [Fact]
    public void Waiting_grows_from_half_a_minute_to_an_hour_and_never_beyond()
    {
        Assert.InRange(MailWorker.WaitAfter(1, false), TimeSpan.FromSeconds(22), TimeSpan.FromSeconds(30));
        Assert.InRange(MailWorker.WaitAfter(4, true), TimeSpan.FromSeconds(180), TimeSpan.FromSeconds(240));
        Assert.InRange(MailWorker.WaitAfter(500, false), TimeSpan.FromMinutes(45), TimeSpan.FromHours(1));
        Assert.InRange(MailWorker.WaitAfter(500, true), TimeSpan.FromSeconds(225), TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData(null, 25, null, null, null, false, null, true)]
    [InlineData("mail", 25, "portal@tipsom.test", null, null, false, "https://tipsom.test", true)]
    [InlineData("mail", 587, "portal@tipsom.test", "u", "p", true, "https://tipsom.test", true)]
    [InlineData("mail", 25, "nobody", null, null, false, "https://tipsom.test", false)]
    [InlineData("mail", 25, "portal@tipsom.test", null, null, false, "/relative", false)]
    [InlineData("mail", 25, "portal@tipsom.test", null, null, false, null, false)]
    [InlineData("mail", 587, "portal@tipsom.test", "u", "p", false, "https://tipsom.test", false)]
    [InlineData("mail", 587, "portal@tipsom.test", "u", null, true, "https://tipsom.test", false)]
    [InlineData("mail", 70000, "portal@tipsom.test", null, null, false, "https://tipsom.test", false)]
    public void Half_the_settings_are_refused(string? host, int port, string? from, string? user, string? password, bool tls, string? url, bool isGood) =>
        Assert.Equal(isGood, new MailOptions
        {
            Host = host,
            Port = port,
            From = from,
            User = user,
            Password = password,
            UseTls = tls,
            PublicUrl = url
        }.Problem is null);

    [Fact]
    public async Task Quiet_hours_hold_mails_until_they_end_and_hold_no_emergency()
    {
        var now = TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Data.PakistanTime.Zone).TimeOfDay);
        await world.AsAsync(shelter.Caseworker, (_, db) =>
        {
            var choices = new MailChoices(shelter.Caseworker.Id);
            choices.Choose(true, true, now.AddMinutes(-1), now.AddMinutes(30));
            return Task.FromResult(db.Add(choices));
        });
        var urgent = await world.SentReferralAsync(police, shelter, World.Woman with { Safety = Safety.Safe });
        var emergency = await world.SentReferralAsync(police, shelter);

        await office.EmptyAsync();
        Assert.Equal([emergency.Number], ToCaseworker());
        clock.Advance(TimeSpan.FromMinutes(31));
        await office.EmptyAsync();

        Assert.Equal([emergency.Number, urgent.Number], ToCaseworker());
        Assert.Equal(4, office.Server.Mails.Count);

        IEnumerable<string> ToCaseworker() => office.Server.Mails.Where(m => m.To == shelter.Caseworker.Email).Select(m => m.Subject.Split('\u2066')[1].TrimEnd('\u2069'));
    }
}
