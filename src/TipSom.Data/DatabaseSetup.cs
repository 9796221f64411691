using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data.RowSecurity;
using TipSom.Data.Seeding;
using TipSom.Domain.Referrals;

namespace TipSom.Data;

/// <summary>Brings a database to this version. Runs as the owner, never as the role that serves people.</summary>
public static class DatabaseSetup
{
    /// <summary>Migrates, loads reference data, and gives the database the key of the signed context and the table of transitions.</summary>
    public static async Task MigrateAsync(string ownerConnectionString, byte[] contextKey, CancellationToken ct)
    {
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(ownerConnectionString).Options);
        await db.Database.MigrateAsync(ct);
        await ReferenceData.LoadAsync(db, ct);

        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await KeepContextKeyAsync(connection, contextKey, ct);
        await KeepTransitionsAsync(connection, ct);
        await BeginMissingTurnsAsync(connection, ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task KeepContextKeyAsync(NpgsqlConnection connection, byte[] contextKey, CancellationToken ct)
    {
        var (inner, outer) = new AccessContext(contextKey).Pads();
        await using var command = new NpgsqlCommand("""
            insert into security.context_key (inner_pad, outer_pad) values ($1, $2)
            on conflict (only_one) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad
            """, connection)
        {
            Parameters = { new() { Value = inner }, new() { Value = outer } }
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    // The domain's table is the only one; the database's copy is replaced whenever the program is.
    private static async Task KeepTransitionsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from security.referral_transitions"));
        foreach (var step in ReferralLifecycle.Transitions)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                "insert into security.referral_transitions (from_status, verb, to_status, side) values ($1, $2, $3, $4)")
            {
                Parameters =
                {
                    new() { Value = step.From.ToString() },
                    new() { Value = step.Verb.ToString() },
                    new() { Value = step.To.ToString() },
                    new() { Value = ReferralLifecycle.ActorOf(step.Verb).ToString() }
                }
            });
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    // Turns that began under a version without clocks: the rules are loaded after the migrations.
    private static async Task BeginMissingTurnsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select telling.begin_missing_turns()", connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
