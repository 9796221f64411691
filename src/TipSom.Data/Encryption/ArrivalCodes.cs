using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TipSom.Domain.Referrals;

namespace TipSom.Data.Encryption;

/// <summary>
/// The one-time code on the printed slip: eight digits computed from the referral and its slip, so that the database holds none and
/// the slip can be printed again after a power cut. Entering it moves the referral on, which ends the code.
/// </summary>
public sealed class ArrivalCodes(PurposeKeys keys)
{
    /// <summary>The code for the slip in use, eight ASCII digits.</summary>
    public string For(Referral referral)
    {
        var mac = HMACSHA256.HashData(keys.Of(KeyPurpose.ArrivalCode), Encoding.UTF8.GetBytes($"arrival|{referral.Id:D}|{referral.ArrivalSlip}"));
        return (BinaryPrimitives.ReadUInt64BigEndian(mac) % 100_000_000).ToString("D8", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the code typed, with ASCII digits and any spaces or hyphens, is the one on the slip.</summary>
    public bool IsRight(Referral referral, string typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(For(referral)),
        Encoding.UTF8.GetBytes(typed.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)));
}
