using System.Security.Cryptography;
using Npgsql;
using TipSom.Domain.Victims;

namespace TipSom.Data.Encryption;

/// <summary>Makes the hashes of identities that have none, or have those of the agency that held the case before.</summary>
internal sealed class IdentityHashFill(NpgsqlConnection owner, RecordCipher cipher, IdentityHashes hashes)
{
    private const string Table = "casework.victim_identities";
    private const int Batch = 300;

    /// <summary>How many were made.</summary>
    public async Task<long> RunAsync(KeyRunEntry trail, CancellationToken ct)
    {
        var (quiet, done) = (new QuietChange(owner, Table), 0L);
        for (var last = Guid.Empty; await NextAsync(last, ct) is { } next; last = next.Last)
        {
            if (next.Rows.Count == 0)
                continue;
            await trail.BeginAsync(owner, ct);
            done += await quiet.RunAsync(transaction => ChangeAsync(transaction, next.Rows, trail, ct), ct);
        }

        return done;
    }

    // Those that do not open have none; the doctor names them.
    private async Task<(List<Row> Rows, Guid Last)?> NextAsync(Guid last, CancellationToken ct)
    {
        await using var ask = new NpgsqlCommand($"""
            select i.victim_id, i.sealed_details, c.holding_agency_id from {Table} i join casework.cases c on c.id = i.case_id
            where i.victim_id > $1 and get_byte(i.sealed_details, 0) <> 2 and i.hashed_for_agency_id is distinct from c.holding_agency_id order by i.victim_id limit {Batch}
            """, owner) { Parameters = { new() { Value = last } } };
        await using var row = await ask.ExecuteReaderAsync(ct);
        var (rows, seen) = (new List<Row>(), false);
        while (await row.ReadAsync(ct))
        {
            (last, seen) = (row.GetGuid(0), true);
            var (sealedDetails, agency) = (row.GetFieldValue<byte[]>(1), row.GetGuid(2));
            try
            {
                rows.Add(new Row(last, sealedDetails, agency, hashes.Of(agency, cipher.Open<IdentityDetails>(SealKinds.Identity, last, sealedDetails))));
            }
            catch (CryptographicException)
            {
            }
        }

        return seen ? (rows, last) : null;
    }

    private static async Task<int> ChangeAsync(NpgsqlTransaction transaction, List<Row> rows, KeyRunEntry trail, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var row in rows)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                $"update {Table} set number_hashes = $3, phone_hash = $4, hashed_for_agency_id = $5 where victim_id = $1 and sealed_details = $2")
            {
                Parameters =
                {
                    new() { Value = row.Victim }, new() { Value = row.SealedDetails }, new() { Value = row.Hashes.Numbers },
                    new() { Value = row.Hashes.Phone ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid }, new() { Value = row.Agency }
                }
            });
        }

        var changed = await batch.ExecuteNonQueryAsync(ct);
        await trail.AddAsync(transaction, changed, ct);
        return changed;
    }

    private sealed record Row(Guid Victim, byte[] SealedDetails, Guid Agency, IdentityHashes.Kept Hashes);
}
