using System.Globalization;
using Npgsql;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Agreements;
using TipSom.Domain.Services;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Referrals;

/// <summary>An agreement ends at midnight in Pakistan, whatever the server's zone. This database's clock is the tests' own.</summary>
public sealed class AgreementDayTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly LastDay = new(2031, 6, 30);

    [Theory]
    [InlineData("2031-06-30T23:59:59+05:00", null)]
    [InlineData("2031-06-30T18:59:59Z", null)]
    [InlineData("2031-07-01T00:00:00+05:00", FitProblem.AgreementExpired)]
    [InlineData("2031-06-30T19:00:00Z", FitProblem.AgreementExpired)]
    [InlineData("2031-01-01T00:00:00+05:00", null)]
    [InlineData("2030-12-31T23:59:59+05:00", FitProblem.AgreementNotYetInForce)]
    public async Task Sending_and_accepting_end_with_the_last_day_in_Karachi(string moment, FitProblem? refusal)
    {
        var expected = refusal is { } why ? new Outcome(0, Outcome.RuleBroken, ProviderFit.Sentence(why)) : new Outcome(1, "", "");
        await using var post = await Posting.PrepareAsync(database);
        await post.World.OpenAsync(post.Cast.Shelter.Caseworker, post.Sent);
        await post.AsOwnerAsync(
            "update casework.agreements set in_force_from = '2031-01-01', in_force_to = $2 where id = $1", post.Sent.AgreementId!.Value, LastDay);
        var clock = await StopClockAsync(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));
        try
        {
            Assert.Equal(expected, await post.SendAsync(post.Cast.Police.Officer));
            Assert.Equal(expected, await post.AcceptAsync());
        }
        finally
        {
            await RunClockAsync(clock);
        }
    }

    [Theory]
    [InlineData("Asia/Karachi")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    public async Task The_day_does_not_depend_on_the_zone_of_the_session(string zone)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync($"set local timezone = '{zone}'; set local tipsom.moment = '2031-06-30 19:00:00+00'");

        Assert.Equal(new DateOnly(2031, 7, 1), await owner.AskAsync<DateOnly>("select security.today()"));
        Assert.Equal(new DateOnly(2031, 7, 1), PakistanTime.DayOf(new DateTimeOffset(2031, 6, 30, 19, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Periods_of_one_pair_may_touch_but_not_overlap()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        var other = await world.ProviderAsync();
        AgreementTerms Until(AgreementTerms t, DateOnly from, DateOnly? to) =>
            t with { Kind = AgreementKind.StatutoryMandate, InForceFrom = from, InForceTo = to };
        await world.AgreementAsync(police, shelter, t => Until(t, new(2031, 1, 1), LastDay));

        await world.AgreementAsync(police, shelter, t => Until(t, LastDay.AddDays(1), null));
        await world.AgreementAsync(police, shelter, t => Until(t, new(2030, 1, 1), new(2030, 12, 31)));
        await world.AgreementAsync(police, other, t => Until(t, new(2031, 1, 1), null));

        foreach (var (from, to) in new (DateOnly, DateOnly?)[]
                 {
                     (LastDay, LastDay), (new(2030, 12, 31), new(2031, 1, 1)), (new(2029, 1, 1), null), (new(2040, 1, 1), new(2040, 1, 1)),
                     (new(2031, 2, 1), new(2031, 2, 1))
                 })
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => world.AgreementAsync(police, shelter, t => Until(t, from, to)));
            Assert.Equal(PostgresErrorCodes.ExclusionViolation, Assert.IsType<PostgresException>(refused.GetBaseException()).SqlState);
        }
    }

    [Fact]
    public async Task A_sending_waits_for_a_suspension_under_way_and_is_then_refused()
    {
        await using var post = await Posting.PrepareAsync(database);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update casework.agreements set status = 'Suspended', status_reason = 'test' where id = $1", post.Sent.AgreementId!.Value);

        var sending = post.SendAsync(post.Cast.Police.Officer);
        Assert.NotSame(sending, await Task.WhenAny(sending, Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken)));
        await owner.CommitAsync();

        Assert.Equal(new Outcome(0, Outcome.RuleBroken, ProviderFit.Sentence(FitProblem.AgreementSuspended)), await sending);
    }

    /// <summary>Stops the database's clock; what to run to set it going again.</summary>
    private async Task<string> StopClockAsync(DateTimeOffset at)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var going = await owner.AskAsync<string>("select pg_get_functiondef('security.moment'::regproc)");
        await owner.RunAsync($"""
            create or replace function security.moment() returns timestamptz language sql stable set search_path = pg_catalog
            as $$ select timestamptz '{at.UtcDateTime:yyyy-MM-dd HH:mm:ss}+00' $$
            """);
        await owner.CommitAsync();
        return going;
    }

    private async Task RunClockAsync(string going)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync(going);
        await owner.CommitAsync();
    }
}
