using TipSom.Data.Identity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Referrals;

/// <summary>Steps taken by hand: every pair of states in every role, and the line on the timeline that belongs to each.</summary>
public sealed class ReferralStepTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string NothingElse = "The timeline tells the steps of a referral and nothing else.";

    private static readonly ReferralStatus[] States = Enum.GetValues<ReferralStatus>();

    [Fact]
    public async Task Only_the_steps_of_the_lifecycle_can_be_taken_and_only_by_their_side()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referrals = await Task.WhenAll(States.Select(status => cast.ReferralAsync(world, status)));
        var everybody = await EverybodyAsync(world, cast);
        Assert.Equal(Enum.GetValues<Role>(), everybody.Select(e => e.User.Role).Distinct().Order());
        var tried = 0;
        foreach (var (user, side) in everybody)
        {
            await using var session = await PlainSql.AsAsync(database, user);
            foreach (var referral in referrals)
            {
                foreach (var to in States.Where(to => to != referral.Status))
                {
                    var step = ReferralLifecycle.Transitions.SingleOrDefault(t => t.From == referral.Status && t.To == to);

                    var outcome = await session.TryAsync($"update casework.referrals set {Setting(referral.Status, to)} where id = $1", referral.Id);

                    var expected = step switch
                    {
                        // Who has no side does not find it.
                        _ when side is null => new Outcome(0, "", ""),
                        { Verb: ReferralVerb.Void } when user == cast.Police.Officer =>
                            new Outcome(0, Outcome.RuleBroken, "A supervisor voids what was entered in error."),
                        { Verb: ReferralVerb.ReportNoShow } when side == Side.Recipient =>
                            new Outcome(0, Outcome.RuleBroken, "The time agreed for the arrival has not come yet."),
                        null => new Outcome(0, Outcome.RuleBroken, ReferralLifecycle.Refusal(referral.Status)),
                        _ when ReferralLifecycle.ActorOf(step.Verb) != side => new Outcome(0, Outcome.RuleBroken, "This step belongs to the other side."),
                        _ => new Outcome(1, "", "")
                    };
                    Assert.True(expected == outcome, $"{user.Role} ({side?.ToString() ?? "no side"}): {referral.Status} to {to}: {outcome}");
                    tried++;
                }
            }
        }

        Assert.Equal(everybody.Count * States.Length * (States.Length - 1), tried);
    }

    [Theory]
    [InlineData("seen_at = now() - interval '1 day'")]
    [InlineData("due_at = now() + interval '1 year'")]
    [InlineData("status_since = now()")]
    [InlineData("note = 'Something'")]
    [InlineData("wrong_arrival_codes = 0, arrival_slip = 1")]
    [InlineData("wrong_arrival_codes = 5")]
    public async Task Without_a_step_nothing_changes(string change)
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        foreach (var status in new[] { ReferralStatus.Sent, ReferralStatus.Accepted })
        {
            var referral = await cast.ReferralAsync(world, status);
            foreach (var (user, _) in Sides(cast))
            {
                await using var session = await PlainSql.AsAsync(database, user);
                Assert.Equal(
                    new Outcome(0, Outcome.RuleBroken, "Nothing but a step changes a referral."),
                    await session.TryAsync($"update casework.referrals set {change} where id = $1", referral.Id));
            }
        }
    }

    [Theory]
    [InlineData(ReferralStatus.Sent, "status = 'Withdrawn', withdraw_reason = 'PlacedElsewhere', seen_at = now(), steps = steps + 1", true)]
    [InlineData(ReferralStatus.Seen, "status = 'Accepted', arrival_slip = 2", false)]
    [InlineData(ReferralStatus.Seen, "status = 'Accepted', seen_at = null", false)]
    [InlineData(ReferralStatus.Accepted, "status = 'InCare', arrived_at = now(), wrong_arrival_codes = 9", false)]
    [InlineData(ReferralStatus.InCare, "status = 'Closed', outcome = 'SupportCompleted', arrived_at = now()", false)]
    public async Task A_step_writes_nothing_but_its_own(ReferralStatus from, string change, bool bySender)
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, from);
        await using var session = await PlainSql.AsAsync(database, bySender ? cast.Police.Officer : cast.Shelter.Caseworker);

        Assert.Equal(
            new Outcome(0, Outcome.RuleBroken, "Nothing but a step changes a referral."),
            await session.TryAsync($"update casework.referrals set {change} where id = $1", referral.Id));
    }

    [Fact]
    public async Task The_slip_is_renewed_by_the_sender_and_wrong_codes_are_counted_by_the_provider_up_to_the_last()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Accepted);
        const string wrong = "update casework.referrals set wrong_arrival_codes = wrong_arrival_codes + 1 where id = $1";
        const string renew = "update casework.referrals set arrival_slip = arrival_slip + 1, wrong_arrival_codes = 0 where id = $1";
        const string arrive = "update casework.referrals set status = 'InCare', arrived_at = now(), steps = steps + 1 where id = $1";
        await using (var provider = await PlainSql.AsAsync(database, cast.Shelter.Caseworker))
        {
            Assert.Equal(Outcome.RuleBroken, (await provider.TryAsync(renew, referral.Id)).State);
            Assert.Equal(1, (await provider.TryAsync(arrive, referral.Id)).Rows);
            for (var i = 0; i < Referral.MaxWrongArrivalCodes; i++)
                Assert.Equal(1, await provider.RunAsync(wrong, referral.Id));
            Assert.Equal(
                new Outcome(0, Outcome.RuleBroken, "Too many wrong codes. Ask the officer to print a new slip."),
                await provider.TryAsync(arrive, referral.Id));
            await provider.CommitAsync();
        }

        await using (var officer = await PlainSql.AsAsync(database, cast.Police.Officer))
        {
            Assert.Equal(Outcome.RuleBroken, (await officer.TryAsync(wrong, referral.Id)).State);
            Assert.Equal(1, await officer.RunAsync(renew, referral.Id));
            await officer.CommitAsync();
        }

        await using var again = await PlainSql.AsAsync(database, cast.Shelter.Caseworker);
        Assert.Equal(1, (await again.TryAsync(arrive, referral.Id)).Rows);
    }

    [Theory]
    [InlineData("Accept", "Accepted", false)]
    [InlineData("Close", "Closed", false)]
    [InlineData("Open", "Accepted", false)]
    [InlineData("Open", "Seen", true)]
    [InlineData("Withdraw", "Withdrawn", false)]
    [InlineData(null, "Sent", true)]
    [InlineData(null, "Seen", false)]
    public async Task A_line_that_is_not_the_next_step_of_ones_side_is_refused(string? verb, string status, bool bySender)
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Sent);
        await using var session = await PlainSql.AsAsync(database, bySender ? cast.Police.Officer : cast.Shelter.Caseworker);

        var tried = await session.TryAsync(Line, referral.Id, (object?)verb ?? DBNull.Value, status);

        // The line of the sending itself is there once already.
        Assert.Equal(verb is null && bySender ? Npgsql.PostgresErrorCodes.UniqueViolation : Outcome.RuleBroken, tried.State);
    }

    [Fact]
    public async Task A_line_without_its_step_and_a_step_without_its_line_are_refused_at_the_end()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Sent);
        const string open = "update casework.referrals set status = 'Seen', seen_at = now(), steps = steps + 1 where id = $1";

        await RefusedAtCommitAsync(session => session.RunAsync(Line, referral.Id, "Open", "Seen"));
        await RefusedAtCommitAsync(session => session.RunAsync(open, referral.Id));
        await using var both = await PlainSql.AsAsync(database, cast.Shelter.Caseworker);
        await both.RunAsync(open, referral.Id);
        await both.RunAsync(Line, referral.Id, "Open", "Seen");
        await both.CommitAsync();

        async Task RefusedAtCommitAsync(Func<PlainSql, Task> act)
        {
            await using var session = await PlainSql.AsAsync(database, cast.Shelter.Caseworker);
            await act(session);
            var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(session.CommitAsync);
            Assert.Equal((Outcome.RuleBroken, NothingElse), (refused.SqlState, refused.MessageText));
        }
    }

    [Theory]
    [InlineData("actor_id")]
    [InlineData("actor_unit_id")]
    public async Task A_line_is_signed_by_who_writes_it(string field)
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Sent);
        await using var session = await PlainSql.AsAsync(database, cast.Shelter.Caseworker);

        Assert.Equal(1, (await session.TryAsync(Line, referral.Id, "Open", "Seen")).Rows);
        var forged = await session.TryAsync(
            Line.Replace($"security.my_{(field == "actor_id" ? "user" : "unit")}()", "gen_random_uuid()", StringComparison.Ordinal), referral.Id, "Open", "Seen");
        await session.RunAsync(Line, referral.Id, "Open", "Seen");

        Assert.Equal(Outcome.NotAllowed, forged.State);
        Assert.Equal(cast.Shelter.Caseworker.DisplayName, await session.AskAsync<string>(
            "select actor_name from casework.referral_events where referral_id = $1 and status = 'Seen'", referral.Id));
    }

    private const string Line = """
        insert into casework.referral_events (id, referral_id, position, verb, status, at, actor_id, actor_unit_id, actor_name)
        values (gen_random_uuid(), $1, case when $2::text is null then 0 else 1 end, $2::text, $3, now(), security.my_user(), security.my_unit(), 'Somebody Else')
        """;

    private static IEnumerable<(User User, Side Side)> Sides(Cast cast) =>
        [
            (cast.Police.Officer, Side.Sender), (cast.Police.Supervisor, Side.Sender), (cast.Shelter.Caseworker, Side.Recipient),
            (cast.Coordinator, Side.National)
        ];

    /// <summary>Somebody in every role on its side of the referrals; the roles that have none, in both agencies; and strangers.</summary>
    private static async Task<IReadOnlyList<(User User, Side? Side)>> EverybodyAsync(World world, Cast cast)
    {
        List<(User User, Side? Side)> everybody =
        [
            .. Sides(cast).Select(s => (s.User, (Side?)s.Side)), (cast.Shelter.Manager, Side.Recipient),
            (cast.OtherForce.Officer, null), (cast.OtherForce.Supervisor, null), (cast.Disabled, null)
        ];
        foreach (var role in Enum.GetValues<Role>().Except(everybody.Select(e => e.User.Role)).ToList())
        {
            everybody.Add((await world.UserAsync(cast.Police.Station, role), null));
            everybody.Add((await world.UserAsync(cast.Shelter.Shelter, role), null));
        }

        return everybody;
    }

    /// <summary>The state with what its check constraints ask for, so that only the step itself can be refused.</summary>
    private static string Setting(ReferralStatus from, ReferralStatus to) => string.Join(", ",
        $"status = '{to}'", "status_since = now()", "steps = steps + 1",
        $"decline_reason = {(to == ReferralStatus.Declined ? "'NoPlace'" : IsDeclined(from) && (IsDeclined(to) || to == ReferralStatus.Voided) ? "decline_reason" : "null")}",
        $"withdraw_reason = {(to == ReferralStatus.Withdrawn ? "'PlacedElsewhere'" : "null")}",
        $"void_reason = {(to == ReferralStatus.Voided ? "'Entered twice.'" : "null")}",
        $"paused_since = {(to == ReferralStatus.InformationRequested ? "now()" : "null")}",
        $"outcome = {(to == ReferralStatus.Closed ? from == ReferralStatus.InCare ? "'SupportCompleted'" : "'DidNotArrive'" : "null")}",
        $"arrived_at = {(to == ReferralStatus.InCare ? "now()" : from == ReferralStatus.InCare ? "arrived_at" : "null")}");

    private static bool IsDeclined(ReferralStatus status) =>
        status is ReferralStatus.Declined or ReferralStatus.DeclineConfirmed or ReferralStatus.Rerouted;
}
