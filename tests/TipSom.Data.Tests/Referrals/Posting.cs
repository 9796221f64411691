using System.Text.Json.Nodes;
using TipSom.Data.Identity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Referrals;

/// <summary>A referral that was sent, and another person of its case whose referral is about to be posted by hand.</summary>
internal sealed record Posting(World World, Cast Cast, Referral Sent, (Guid Victim, Guid Need, Guid Consent) Free, JsonObject Row) : IAsyncDisposable
{
    public static async Task<Posting> PrepareAsync(TestDatabase database)
    {
        var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var sent = await cast.ReferralAsync(world, ReferralStatus.Sent);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var row = await owner.RowAsync("casework.referrals", $"id = '{sent.Id}'");
        return new Posting(world, cast, sent, await cast.AnotherPersonAsync(world, sent), row);
    }

    /// <summary>Posts the referral of the other person, with some fields changed.</summary>
    public async Task<Outcome> SendAsync(User user, params (string Field, object? Value)[] changes)
    {
        await using var session = await PlainSql.AsAsync(World.Database, user);
        return await session.TryAsync(JsonRows.InsertInto("casework.referrals"), Row.With(
        [
            ("id", Guid.NewGuid()), ("number", $"TR-{Guid.NewGuid().ToString("N")[..11]}"), ("victim_id", Free.Victim), ("need_id", Free.Need),
            ("consent_id", Free.Consent), ("round_id", Guid.NewGuid()), .. changes
        ]));
    }

    /// <summary>Accepts the referral that was sent, which must have been opened.</summary>
    public async Task<Outcome> AcceptAsync()
    {
        await using var session = await PlainSql.AsAsync(World.Database, Cast.Shelter.Caseworker);
        return await session.TryAsync(
            "update casework.referrals set status = 'Accepted', status_since = now(), answered_at = now(), steps = steps + 1 where id = $1", Sent.Id);
    }

    public async Task AsOwnerAsync(string sql, params object[] values)
    {
        await using var owner = await PlainSql.AsOwnerAsync(World.Database);
        Assert.True(await owner.RunAsync(sql, values) > 0);
        await owner.CommitAsync();
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
