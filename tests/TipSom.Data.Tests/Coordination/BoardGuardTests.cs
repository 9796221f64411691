using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Coordination;

/// <summary>What the board's own functions refuse to a hand-written statement: they read past row security.</summary>
public sealed class BoardGuardTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);

    [Fact]
    public async Task Only_who_reads_the_board_of_a_referral_reminds_and_reads_why_it_waits()
    {
        var cast = await Cast.MakeAsync(world);
        var stranger = await world.PoliceAsync();
        var referral = await cast.ReferralAsync(world, ReferralStatus.Sent);
        var remind = $"select security.remind('{referral.Id}')";
        foreach (var user in new[] { cast.Police.Officer, cast.Shelter.Caseworker, cast.Shelter.Manager, cast.Auditor, stranger.Supervisor })
        {
            await using var session = await PlainSql.AsAsync(database, user);
            Assert.Equal(Outcome.NotAllowed, (await session.TryAsync(remind)).State);
        }

        await using (var supervisor = await PlainSql.AsAsync(database, cast.Police.Supervisor))
        {
            await supervisor.RunAsync(remind);
            await supervisor.CommitAsync();
        }

        foreach (var (user, told) in new[]
                 {
                     (cast.Police.Supervisor, new[] { "Reminded" }), (cast.Coordinator, ["Reminded"]), (cast.Shelter.Caseworker, []),
                     (stranger.Supervisor, []), (cast.Auditor, [])
                 })
        {
            await using var session = await PlainSql.AsAsync(database, user);
            Assert.Equal(told, await session.ListAsync($"select kind from security.last_told(array['{referral.Id}'::uuid])"));
        }
    }

    [Fact]
    public async Task A_place_with_fewer_than_five_answers_is_not_shown_and_nobody_else_reads_times()
    {
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
        for (var i = 0; i < 4; i++)
            await AnswerAsync();
        Assert.Empty(await PlacesAsync(police.Supervisor));

        await AnswerAsync();
        Assert.Equal(["Province", "Provider", "Station"], await PlacesAsync(police.Supervisor));

        await using var officer = await PlainSql.AsAsync(database, police.Officer);
        Assert.Equal(0, await officer.AskAsync<int>("select sum(count)::int from security.stage_times(null, null, now() - interval '1 day')"));

        async Task AnswerAsync() =>
            await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter)));
    }

    private async Task<List<string>> PlacesAsync(Identity.User user)
    {
        await using var session = await PlainSql.AsAsync(database, user);
        return await session.ListAsync("select place from security.stage_times(null, null, now() - interval '1 day') where place is not null");
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
