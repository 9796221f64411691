using System.Security.Cryptography;
using System.Text;
using TipSom.Data.Finding;
using TipSom.Domain.Finding;
using TipSom.Domain.Victims;

namespace TipSom.Data.Encryption;

/// <summary>
/// Keyed hashes of numbers and telephones that are kept beside identities, 16 bytes each, under a key for each agency and field: the hashes that
/// two agencies keep of one number differ, so that a stolen dump joins nobody across agencies.
/// </summary>
public sealed class IdentityHashes(PurposeKeys keys)
{
    /// <summary>What is kept for a column of its own.</summary>
    public sealed record Kept(Guid[] Numbers, Guid? Phone);

    /// <summary>The hashes of an identity for the agency that keeps it.</summary>
    public Kept Of(Guid agency, IdentityDetails details) => new(
        [.. IdentityReading.Numbers(details).Select(number => OfNumber(agency, number))],
        SearchTerm.PhoneOf(details.Phone) is { } phone ? OfPhone(agency, phone) : null);

    /// <summary>An identity number, as it is compared.</summary>
    public Guid OfNumber(Guid agency, string number) => Hash(agency, "number", number);

    /// <summary>A telephone number, as <see cref="SearchTerm.PhoneOf"/> reads it.</summary>
    public Guid OfPhone(Guid agency, string phone) => Hash(agency, "phone", phone);

    private Guid Hash(Guid agency, string field, string value)
    {
        var key = HMACSHA256.HashData(keys.Of(KeyPurpose.IdentityHash), Encoding.UTF8.GetBytes($"{field}|{agency:D}"));
        return new Guid(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value)).AsSpan(0, 16));
    }
}
