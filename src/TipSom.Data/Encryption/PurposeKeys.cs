using System.Security.Cryptography;
using Npgsql;

namespace TipSom.Data.Encryption;

/// <summary>What the program needs a key for besides sealing records.</summary>
public enum KeyPurpose
{
    /// <summary>Codes on printed slips (<see cref="ArrivalCodes"/>).</summary>
    ArrivalCode,

    /// <summary>What a browser keeps of a form (<see cref="DraftKeys"/>).</summary>
    Draft,

    /// <summary>The index in memory and the record of searches (<see cref="SearchKeys"/>).</summary>
    Search,

    /// <summary>The hashes kept beside identities (<see cref="IdentityHashes"/>).</summary>
    IdentityHash,

    /// <summary>The counts of tries to sign in (<see cref="Identity.GuessKeys"/>).</summary>
    SignIn
}

/// <summary>A key of one purpose, sealed like a record, so that a change of the master key leaves it as it is.</summary>
public sealed class PurposeKey
{
    /// <summary>Internal id; what the seal is bound to.</summary>
    public required Guid Id { get; init; }

    public required KeyPurpose Purpose { get; init; }

    /// <summary>Ciphertext of the key.</summary>
    public required byte[] SealedKey { get; init; }
}

/// <summary>
/// Random keys that were made once for this database and are the same in every portal: what is derived from them, such as the code of a printed
/// slip, outlives a change of the master key. Opening them also proves that the master keys are those of this database.
/// </summary>
public sealed class PurposeKeys
{
    private readonly NpgsqlDataSource? database;
    private readonly RecordCipher? cipher;
    private readonly Lock reading = new();
    private volatile IReadOnlyDictionary<KeyPurpose, byte[]>? kept;

    public PurposeKeys(NpgsqlDataSource database, RecordCipher cipher) => (this.database, this.cipher) = (database, cipher);

    /// <param name="known">The keys, where they are known already.</param>
    public PurposeKeys(IReadOnlyDictionary<KeyPurpose, byte[]> known) => kept = known;

    /// <summary>The key of 32 bytes; read when it is first asked for.</summary>
    public byte[] Of(KeyPurpose purpose) => (kept ?? Read())[purpose];

    /// <summary>Reads them, making those that are missing. Says in a plain sentence when the master keys do not open them.</summary>
    /// <exception cref="MasterKeyException">The master keys are not those of this database.</exception>
    public Task ProveAsync(CancellationToken ct) => kept is null ? Task.Run(Read, ct) : Task.CompletedTask;

    private IReadOnlyDictionary<KeyPurpose, byte[]> Read()
    {
        lock (reading)
        {
            if (kept is { } already)
                return already;
            using var connection = database!.OpenConnection();
            var found = Found(connection);
            if (found.Count < Enum.GetValues<KeyPurpose>().Length)
            {
                if (found.Count == 0)
                    ProveByCookies(connection);
                Make(connection);
                // Of two portals that start at once, both read the rows of whoever was first.
                found = Found(connection);
            }

            return kept = found;
        }
    }

    private Dictionary<KeyPurpose, byte[]> Found(NpgsqlConnection connection)
    {
        using var ask = new NpgsqlCommand("select purpose, id, sealed_key from identity.purpose_keys", connection);
        using var row = ask.ExecuteReader();
        var found = new Dictionary<KeyPurpose, byte[]>();
        while (row.Read())
            found[Enum.Parse<KeyPurpose>(row.GetString(0))] = Open<byte[]>(SealKinds.PurposeKey, row.GetGuid(1), row.GetFieldValue<byte[]>(2));
        return found;
    }

    // A database of an earlier version has none of ours yet; nothing is sealed into it under another master key.
    private void ProveByCookies(NpgsqlConnection connection)
    {
        using var ask = new NpgsqlCommand("select id, sealed_xml from identity.protection_keys order by id desc limit 1", connection);
        using var row = ask.ExecuteReader();
        if (row.Read())
            Open<string>(SealKinds.ProtectionKey, row.GetGuid(0), row.GetFieldValue<byte[]>(1));
    }

    private void Make(NpgsqlConnection connection)
    {
        foreach (var purpose in Enum.GetValues<KeyPurpose>())
        {
            var (id, key) = (Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(MasterKeys.KeyLength));
            using var insert = new NpgsqlCommand(
                "insert into identity.purpose_keys (id, purpose, sealed_key) values ($1, $2, $3) on conflict (purpose) do nothing", connection)
            {
                Parameters = { new() { Value = id }, new() { Value = $"{purpose}" }, new() { Value = cipher!.Seal(SealKinds.PurposeKey, id, key) } }
            };
            insert.ExecuteNonQuery();
        }
    }

    private T Open<T>(string kind, Guid id, byte[] sealedBytes)
    {
        try
        {
            return cipher!.Open<T>(kind, id, sealedBytes);
        }
        catch (CryptographicException)
        {
            throw new MasterKeyException(
                $"The master keys of this portal do not open this database: {kind.Split('.')[0]} are sealed under the master key with the id "
                + $"{RecordCipher.MasterKeyIdOf(sealedBytes)}. Give the portal that key (docs/runbooks/master-key.md).");
        }
    }
}
