using System.Diagnostics;
using Npgsql;

namespace TipSom.Data.Encryption;

/// <summary>
/// Changes rows of one table so that nobody notices: no trigger fires, because nobody changed anything, and no request that has read a row finds it
/// changed under its hands. Every reader holds a lock until its transaction ends, so whoever holds the table alone for some milliseconds meets
/// none in the middle.
/// </summary>
internal sealed class QuietChange(NpgsqlConnection owner, string table)
{
    // Whoever comes after a waiting lock waits behind it: better to step back soon, and often.
    private const string Patience = "200ms";
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromMinutes(30);

    private (string Sleep, string Wake)? triggers;

    /// <summary>The longest time that anybody waited for this, the wait for the lock and the change itself together.</summary>
    public TimeSpan LongestStall { get; private set; }

    /// <summary>Does it in one transaction, alone on the table.</summary>
    /// <exception cref="MasterKeyException">Somebody holds the table for half an hour, such as a backup.</exception>
    public async Task<int> RunAsync(Func<NpgsqlTransaction, Task<int>> change, CancellationToken ct)
    {
        var (rest, wake) = triggers ??= await TriggersAsync(ct);
        var began = Stopwatch.StartNew();
        for (var pause = TimeSpan.FromMilliseconds(50); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            await using var transaction = await owner.BeginTransactionAsync(ct);
            var stalled = Stopwatch.StartNew();
            try
            {
                await DoAsync($"set local lock_timeout = '{Patience}'; lock table {table} in access exclusive mode; {rest}", ct);
                var changed = await change(transaction);
                await DoAsync(wake, ct);
                await transaction.CommitAsync(ct);
                Note(stalled);
                return changed;
            }
            catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                await transaction.RollbackAsync(ct);
                Note(stalled);
                if (began.Elapsed > GivesUpAfter)
                    throw new MasterKeyException($"Somebody has held {table} for half an hour, such as a backup. Run --rewrap-keys again afterwards; what is done stays done.");
            }

            // Not all at the same beat.
            await Task.Delay(pause + TimeSpan.FromMilliseconds(Random.Shared.Next(50)), ct);
        }
    }

    private void Note(Stopwatch stalled) => LongestStall = stalled.Elapsed > LongestStall ? stalled.Elapsed : LongestStall;

    // Those of the foreign keys are the database's own and stay awake. Each wakes up as it was.
    private async Task<(string, string)> TriggersAsync(CancellationToken ct)
    {
        await using var ask = new NpgsqlCommand("""
            select coalesce(string_agg(format('disable trigger %I', tgname), ', '), ''),
                coalesce(string_agg(format('enable %s trigger %I', case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname), ', '), '')
            from pg_trigger where tgrelid = $1::regclass and not tgisinternal and tgenabled <> 'D'
            """, owner) { Parameters = { new() { Value = table } } };
        await using var row = await ask.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (Alter(row.GetString(0)), Alter(row.GetString(1)));
    }

    private string Alter(string actions) => actions.Length == 0 ? "" : $"alter table {table} {actions}";

    private async Task DoAsync(string sql, CancellationToken ct)
    {
        if (sql.Length == 0)
            return;
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(ct);
    }
}
