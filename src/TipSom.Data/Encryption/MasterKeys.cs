using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace TipSom.Data.Encryption;

/// <summary>The master keys that wrap record keys: the current one seals, all of them open.</summary>
public sealed class MasterKeys
{
    /// <summary>Length of a key, in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>Length of a key's id, in bytes.</summary>
    public const int IdLength = 4;

    private readonly Dictionary<uint, byte[]> keys = [];

    /// <param name="current">The key that seals, 32 bytes.</param>
    /// <param name="earlier">Keys that still open older records.</param>
    public MasterKeys(byte[] current, params IEnumerable<byte[]> earlier)
    {
        foreach (var key in earlier.Prepend(current))
        {
            if (key.Length != KeyLength)
                throw new ArgumentException("A master key is 32 bytes long.", nameof(current));
            keys[IdOf(key)] = key;
        }

        (Current, CurrentId) = (current, IdBytes(current));
    }

    /// <summary>The key that seals.</summary>
    internal byte[] Current { get; }

    /// <summary>Its id: the first bytes of a hash of it, so that an id needs no list.</summary>
    internal byte[] CurrentId { get; }

    internal bool TryGet(ReadOnlySpan<byte> id, [NotNullWhen(true)] out byte[]? key) => keys.TryGetValue(BitConverter.ToUInt32(id), out key);

    private static uint IdOf(byte[] key) => BitConverter.ToUInt32(IdBytes(key));

    private static byte[] IdBytes(byte[] key) => HMACSHA256.HashData(key, "tipsom master key id"u8)[..IdLength];
}
