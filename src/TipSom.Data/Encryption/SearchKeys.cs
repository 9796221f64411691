using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using TipSom.Domain.Finding;

namespace TipSom.Data.Encryption;

/// <summary>
/// Keyed hashes of what people are searched by, under a key of their own: the index compares numbers without holding one,
/// and the record of searches tells nobody what was asked.
/// </summary>
public sealed class SearchKeys(PurposeKeys keys)
{
    /// <summary>An identity number, as it is kept.</summary>
    public UInt128 OfIdentityNumber(string number) => MemoryMarshal.Read<UInt128>(Of($"id|{number}"));

    /// <summary>A telephone number, as <see cref="SearchTerm.PhoneOf"/> reads it.</summary>
    public UInt128 OfPhone(string phone) => MemoryMarshal.Read<UInt128>(Of($"phone|{phone}"));

    /// <summary>Everything that was asked at once.</summary>
    public byte[] OfQuery(SearchKind kind, params IEnumerable<string?> words) => Of($"query|{kind}|{string.Join('|', words)}");

    private byte[] Of(string text) => HMACSHA256.HashData(keys.Of(KeyPurpose.Search), Encoding.UTF8.GetBytes(text));
}
