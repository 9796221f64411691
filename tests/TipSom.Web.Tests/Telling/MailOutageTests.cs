using TipSom.Data.Telling;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Telling;

/// <summary>The mail server goes, refuses, stalls, breaks off and comes back: every mail arrives, and nobody at a page notices.</summary>
public sealed class MailOutageTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_mail_arrives_after_an_outage_and_each_is_one_by_its_id()
    {
        var clock = new HandClock(DateTimeOffset.UtcNow.AddHours(-8));
        await using var world = new World(database, clock);
        await using var office = new PostOffice(database, clock);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        for (var i = 0; i < 8; i++)
            await world.SentReferralAsync(police, shelter, World.Woman with { Safety = i % 2 == 0 ? Safety.NotSafe : Safety.Safe });
        // A caseworker and a manager are told of each.
        Assert.Equal(16, (await office.MailsAsync()).Count);

        office.Server.Close();
        await PassAsync(60);
        Assert.Equal([MailError.NoServer], await ErrorsAsync());
        office.Server.Open();
        foreach (var (mood, error) in new[]
        {
            (MailMood.Refuses, MailError.NotNow), (MailMood.Stalls, MailError.TooSlow), (MailMood.Drops, MailError.BrokeOff)
        })
        {
            office.Server.Mood = mood;
            office.Patience = TimeSpan.FromSeconds(mood == MailMood.Stalls ? 0.3 : 10);
            // So long that each mail meets each mood.
            clock.Advance(TimeSpan.FromHours(1));
            await office.EmptyAsync();
            Assert.Contains(error, await ErrorsAsync());
        }

        Assert.All(await office.MailsAsync(), m => Assert.Null(m.SentAt));
        (office.Server.Mood, office.Patience) = (MailMood.Takes, TimeSpan.FromSeconds(10));
        var back = clock.GetUtcNow();
        await PassAsync(62);

        var mails = await office.MailsAsync();
        output.WriteLine($"{mails.Sum(m => m.Attempts)} attempts; the last arrived {mails.Max(m => m.SentAt) - back} after the server came back; {office.Server.Mails.Count} taken in all.");
        Assert.All(mails, m => Assert.NotNull(m.SentAt));
        Assert.All(mails, m => Assert.Null(m.GivenUpAt));
        // Emergencies are tried every five minutes, and the first that arrives brings the others along.
        Assert.InRange(mails.Max(m => m.SentAt)!.Value - back, TimeSpan.Zero, TimeSpan.FromMinutes(6));
        Assert.Equal(mails.Select(m => $"<{m.Id:n}@tipsom.test>").Order(), office.Server.Mails.Select(m => m.MessageId).Distinct().Order());
        Assert.Equal(16, office.Server.Mails.Select(m => (m.To, m.Subject)).Distinct().Count());
        Assert.DoesNotContain(office.Log.Lines, line => line.Contains('@', StringComparison.Ordinal));

        async Task PassAsync(int minutes)
        {
            var worker = office.Worker();
            for (var i = 0; i < minutes; i++)
            {
                await office.EmptyAsync(worker);
                clock.Advance(TimeSpan.FromMinutes(1));
            }
        }

        async Task<IEnumerable<MailError?>> ErrorsAsync() => (await office.MailsAsync()).Select(m => m.LastErrorKind).Distinct();
    }
}
