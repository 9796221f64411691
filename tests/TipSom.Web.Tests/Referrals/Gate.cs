using Npgsql;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>Holds a referral's row until two requests both stand before it, so that they truly meet.</summary>
public sealed class Gate : IAsyncDisposable
{
    private readonly NpgsqlConnection holder;
    private readonly NpgsqlTransaction transaction;

    private Gate(NpgsqlConnection holder, NpgsqlTransaction transaction) => (this.holder, this.transaction) = (holder, transaction);

    public static async Task<Gate> BeforeAsync(TestDatabase database, Referral referral)
    {
        var holder = new NpgsqlConnection(database.SuperuserConnectionString);
        await holder.OpenAsync(TestContext.Current.CancellationToken);
        var transaction = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("select from casework.referrals where id = $1 for no key update", holder, transaction)
        {
            Parameters = { new() { Value = referral.Id } }
        };
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new Gate(holder, transaction);
    }

    /// <summary>Lets both go once both wait; fails when they do not.</summary>
    public async Task<T[]> ReleaseAsync<T>(params Task<T>[] waiting)
    {
        for (var tries = 0; await WaitingAsync() < waiting.Length; tries++)
        {
            Assert.True(tries < 400, "The requests never met.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return await Task.WhenAll(waiting);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await holder.DisposeAsync();
    }

    private async Task<long> WaitingAsync()
    {
        // One transaction keeps seeing the activity it saw first unless it is told to look again.
        await using var count = new NpgsqlCommand(
            """
            select count(*) from pg_stat_clear_snapshot(), pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            """, holder, transaction);
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
