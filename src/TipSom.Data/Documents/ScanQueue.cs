using Npgsql;
using TipSom.Data.Encryption;

namespace TipSom.Data.Documents;

/// <summary>What the worker of the virus check may do: take documents that wait, and say what was found. It belongs to no account.</summary>
public sealed class ScanQueue(NpgsqlDataSource database, RecordCipher cipher)
{
    /// <summary>Takes documents that wait; nobody else gets them until the lease ends.</summary>
    public async Task<IReadOnlyList<DocumentToScan>> TakeAsync(int batch, TimeSpan lease, CancellationToken ct)
    {
        await using var command = Ask("select document_id, sealed_content from security.take_documents_to_scan($1, $2)", batch, lease);
        await using var row = await command.ExecuteReaderAsync(ct);
        var taken = new List<DocumentToScan>();
        while (await row.ReadAsync(ct))
            taken.Add(new DocumentToScan(row.GetGuid(0), row.GetFieldValue<byte[]>(1), cipher));
        return taken;
    }

    /// <summary>Says what was found; null: the scanner did not say. True where this was the first word on it.</summary>
    public async Task<bool> FoundAsync(Guid document, bool? isClean, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select security.document_scanned($1, $2)");
        command.Parameters.Add(new NpgsqlParameter { Value = document });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)isClean ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Boolean });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private NpgsqlCommand Ask(string sql, params IEnumerable<object> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}

/// <summary>A document that one worker has to scan.</summary>
/// <param name="id">Which.</param>
/// <param name="sealedContent">Its file, sealed.</param>
/// <param name="cipher">Opens it.</param>
public sealed class DocumentToScan(Guid id, byte[] sealedContent, RecordCipher cipher)
{
    public Guid Id => id;

    public byte[] Open() => cipher.Open<byte[]>(SealKinds.CaseDocument, id, sealedContent);
}
