using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TipSom.Data.Encryption;

/// <summary>Something is wrong with the master keys; the message is a plain sentence that holds none of them.</summary>
public sealed class MasterKeyException(string sentence) : InvalidOperationException(sentence);

/// <summary>A master key and the name people know it by.</summary>
public sealed class MasterKey
{
    /// <param name="name">Such as <c>key-2026-11-22</c>; may be shown and logged.</param>
    /// <param name="key">32 bytes.</param>
    public MasterKey(string name, byte[] key)
    {
        if (key.Length != MasterKeys.KeyLength)
            throw new MasterKeyException("A master key is 32 bytes long.");
        (Name, Key, IdBytes) = (name, key, HMACSHA256.HashData(key, "tipsom master key id"u8)[..MasterKeys.IdLength]);
    }

    public string Name { get; }

    /// <summary>The first bytes of a hash of it, so that an id needs no list; eight hexadecimal digits.</summary>
    public string Id => Convert.ToHexStringLower(IdBytes);

    internal byte[] Key { get; }

    internal byte[] IdBytes { get; }

    /// <summary>Name and id, never the key.</summary>
    public override string ToString() => $"{Name} (id {Id})";
}

/// <summary>Master keys in their order: the first seals, all of them open.</summary>
public sealed partial class KeyRing
{
    private readonly Dictionary<uint, MasterKey> byId = [];

    public KeyRing(IReadOnlyList<MasterKey> keys)
    {
        if (keys.Count == 0)
            throw new MasterKeyException("The key ring holds no key.");
        foreach (var key in keys)
        {
            if (!byId.TryAdd(BitConverter.ToUInt32(key.IdBytes), key))
                throw new MasterKeyException($"The key ring holds the key {key.Id} twice, as {byId[BitConverter.ToUInt32(key.IdBytes)].Name} and as {key.Name}.");
        }

        Keys = keys;
    }

    public IReadOnlyList<MasterKey> Keys { get; }

    /// <summary>The key that seals.</summary>
    public MasterKey Current => Keys[0];

    internal MasterKey? Find(ReadOnlySpan<byte> id) => byId.GetValueOrDefault(BitConverter.ToUInt32(id));

    /// <summary>
    /// Reads a ring: one line a key, its name and 32 bytes in base 64; lines that are empty or begin with # are left out. A file of exactly 32
    /// bytes is one key as it is.
    /// </summary>
    public static KeyRing Read(byte[] content)
    {
        if (content.Length == MasterKeys.KeyLength)
            return new KeyRing([new MasterKey("first", content)]);
        var lines = Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Split('\n');
        var keys = new List<MasterKey>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            // What stands in the line is not repeated: it may be a key.
            if (Line().Match(line) is not { Success: true } parts || KeyOf(parts.Groups[2].Value) is not { } key)
                throw new MasterKeyException($"Line {i + 1} of the key ring is not a name, a space and 32 bytes in base 64.");
            if (keys.Any(k => k.Name == parts.Groups[1].Value))
                throw new MasterKeyException($"Line {i + 1} of the key ring has the name of an earlier line.");
            keys.Add(new MasterKey(parts.Groups[1].Value, key));
        }

        return new KeyRing(keys);
    }

    /// <summary>As <see cref="Read"/> reads it.</summary>
    internal byte[] Write() => Encoding.UTF8.GetBytes(string.Concat(Keys.Select(k => $"{k.Name} {Convert.ToBase64String(k.Key)}\n")));

    private static byte[]? KeyOf(string base64)
    {
        var key = new byte[MasterKeys.KeyLength + 3];
        return Convert.TryFromBase64String(base64, key, out var length) && length == MasterKeys.KeyLength ? key[..length] : null;
    }

    [GeneratedRegex(@"^([A-Za-z0-9][A-Za-z0-9._-]{0,62})[ \t]+([A-Za-z0-9+/]{43}=)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Line();
}
