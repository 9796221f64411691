using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TipSom.Data.Encryption;

/// <summary>
/// Seals personal data, AES-256-GCM: each record under a random key of its own, that key wrapped by a master key, both bound to the
/// record's kind and id. A copied dump names nobody, and a ciphertext moved to another row does not open.
/// </summary>
/// <remarks>
/// A record whose key was destroyed begins with version 2 and has nothing after the header, which holds zeros (<c>security.erased()</c>).
/// Layout: version (1), master key id (4), key nonce (12), key tag (16), wrapped key (32), nonce (12), tag (16), ciphertext. The first five are
/// the header, which alone changes when the master key does.
/// </remarks>
public sealed class RecordCipher(MasterKeys keys)
{
    /// <summary>Length of the header, in bytes.</summary>
    internal const int HeaderLength = 1 + MasterKeys.IdLength + NonceLength + TagLength + KeyLength;

    private const byte Version = 1;
    private const byte Erased = 2;
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const string CannotBeOpened = "This record cannot be opened.";

    /// <summary>Seals a value for one record.</summary>
    /// <param name="kind">What the record is, such as <see cref="SealKinds.Identity"/>.</param>
    /// <param name="recordId">The record it is bound to.</param>
    /// <param name="content">The value, written as JSON.</param>
    public byte[] Seal<T>(string kind, Guid recordId, T content)
    {
        var boundTo = BoundTo(kind, recordId);
        var plain = JsonSerializer.SerializeToUtf8Bytes(content);
        var recordKey = RandomNumberGenerator.GetBytes(KeyLength);
        var sealedBytes = new byte[HeaderLength + NonceLength + TagLength + plain.Length];
        Wrap(recordKey, boundTo, sealedBytes);
        Encrypt(recordKey, plain, boundTo, sealedBytes.AsSpan(HeaderLength));
        CryptographicOperations.ZeroMemory(recordKey);
        CryptographicOperations.ZeroMemory(plain);
        return sealedBytes;
    }

    /// <summary>Opens what <see cref="Seal{T}"/> made. One error for everything that can be wrong with it.</summary>
    /// <exception cref="RecordErasedException">Its key was destroyed.</exception>
    public T Open<T>(string kind, Guid recordId, ReadOnlySpan<byte> sealedBytes) =>
        JsonSerializer.Deserialize<T>(Opened(kind, recordId, sealedBytes))!;

    /// <summary>Whether a record's key was destroyed, so that nobody opens it any more.</summary>
    public static bool IsErased(ReadOnlySpan<byte> sealedBytes) => sealedBytes is [Erased, ..];

    /// <summary>Opens a record; null where its key was destroyed, or there is none.</summary>
    public T? OpenUnlessErased<T>(string kind, Guid recordId, byte[]? sealedBytes)
        where T : class => sealedBytes is null || IsErased(sealedBytes) ? null : Open<T>(kind, recordId, sealedBytes);

    /// <summary>Whether a record opens; what it holds is forgotten at once.</summary>
    internal bool Opens(string kind, Guid recordId, ReadOnlySpan<byte> sealedBytes)
    {
        try
        {
            CryptographicOperations.ZeroMemory(Opened(kind, recordId, sealedBytes));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The header with the same record key wrapped by the current master key; null where the key it is wrapped by is away or the header broken.</summary>
    internal byte[]? Rewrapped(string kind, Guid recordId, ReadOnlySpan<byte> header)
    {
        try
        {
            var boundTo = BoundTo(kind, recordId);
            var recordKey = Unwrapped(header, boundTo);
            var renewed = new byte[HeaderLength];
            Wrap(recordKey, boundTo, renewed);
            CryptographicOperations.ZeroMemory(recordKey);
            return renewed;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The id of the master key in a header, eight hexadecimal digits.</summary>
    internal static string MasterKeyIdOf(ReadOnlySpan<byte> sealedBytes) =>
        sealedBytes.Length < HeaderLength ? "unknown" : Convert.ToHexStringLower(sealedBytes.Slice(1, MasterKeys.IdLength));

    private byte[] Opened(string kind, Guid recordId, ReadOnlySpan<byte> sealedBytes)
    {
        if (IsErased(sealedBytes))
            throw new RecordErasedException();
        if (sealedBytes.Length < HeaderLength + NonceLength + TagLength)
            throw new CryptographicException(CannotBeOpened);
        var boundTo = BoundTo(kind, recordId);
        try
        {
            var recordKey = Unwrapped(sealedBytes[..HeaderLength], boundTo);
            var plain = Decrypt(recordKey, sealedBytes[HeaderLength..], boundTo);
            CryptographicOperations.ZeroMemory(recordKey);
            return plain;
        }
        catch (CryptographicException)
        {
            throw new CryptographicException(CannotBeOpened);
        }
    }

    // The key is taken once, so that its id stands beside what it wrapped while the keys change.
    private void Wrap(byte[] recordKey, byte[] boundTo, Span<byte> header)
    {
        var master = keys.Ring.Current;
        header[0] = Version;
        master.IdBytes.CopyTo(header[1..]);
        Encrypt(master.Key, recordKey, boundTo, header[(1 + MasterKeys.IdLength)..HeaderLength]);
    }

    private byte[] Unwrapped(ReadOnlySpan<byte> header, byte[] boundTo)
    {
        if (header.Length != HeaderLength || header[0] != Version || keys.Find(header.Slice(1, MasterKeys.IdLength)) is not { } master)
            throw new CryptographicException(CannotBeOpened);
        return Decrypt(master.Key, header[(1 + MasterKeys.IdLength)..], boundTo);
    }

    private static void Encrypt(byte[] key, byte[] plain, byte[] boundTo, Span<byte> target)
    {
        var nonce = target[..NonceLength];
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, target.Slice(NonceLength + TagLength, plain.Length), target.Slice(NonceLength, TagLength), boundTo);
    }

    private static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> source, byte[] boundTo)
    {
        var plain = new byte[source.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(source[..NonceLength], source[(NonceLength + TagLength)..], source.Slice(NonceLength, TagLength), plain, boundTo);
        return plain;
    }

    private static byte[] BoundTo(string kind, Guid recordId) => Encoding.UTF8.GetBytes($"{kind}|{recordId:D}");
}

/// <summary>What was sealed was erased: its key is gone for good, and nothing is broken.</summary>
public sealed class RecordErasedException() : CryptographicException("What was recorded here was erased.");
