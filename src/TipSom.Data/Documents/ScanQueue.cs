using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;

namespace TipSom.Data.Documents;

/// <summary>What the worker of the virus check may do: take documents that wait, and say what was found. It belongs to no account.</summary>
public sealed class ScanQueue(ProgramDatabase database, RecordCipher cipher)
{
    /// <summary>Takes documents that wait; nobody else gets them until the lease ends.</summary>
    public async Task<IReadOnlyList<DocumentToScan>> TakeAsync(int batch, TimeSpan lease, CancellationToken ct) => await database.ListAsync(
        ProgramWork.Scans, "select document_id, sealed_content from security.take_documents_to_scan($1, $2)",
        row => new DocumentToScan(row.GetGuid(0), row.GetFieldValue<byte[]>(1), cipher), ct, batch, lease);

    /// <summary>Says what was found; null: the scanner did not say. True where this was the first word on it.</summary>
    public Task<bool> FoundAsync(Guid document, bool? isClean, CancellationToken ct) => database.AskAsync<bool>(
        ProgramWork.Scans, "select security.document_scanned($1, $2)", ct, document,
        new NpgsqlParameter { Value = (object?)isClean ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Boolean });
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
