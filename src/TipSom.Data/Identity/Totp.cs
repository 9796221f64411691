using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TipSom.Data.Identity;

/// <summary>Codes of an authenticator app (RFC 6238): six digits, SHA-1, a step of thirty seconds, which every app understands.</summary>
public static class Totp
{
    /// <summary>Length of a secret, in bytes.</summary>
    public const int SecretLength = 20;

    /// <summary>How many steps a clock may be early or late.</summary>
    public const int Window = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>The step a moment belongs to.</summary>
    public static long StepOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    public static string CodeOf(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The apps know no other, and what breaks SHA-1 does not break a MAC made of it.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac[(mac[^1] & 15)..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step near this moment whose code was typed; null where it is none's. Looks at all of them, whichever it is.</summary>
    public static long? StepOf(byte[] secret, string typed, DateTimeOffset now)
    {
        long? found = null;
        var given = Encoding.UTF8.GetBytes(typed);
        for (var step = StepOf(now) - Window; step <= StepOf(now) + Window; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(secret, step)), given))
                found = step;
        }

        return found;
    }

    /// <summary>The secret as an app reads it, base32.</summary>
    public static string TextOf(byte[] secret)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var value = 0;
            for (var i = bit; i < bit + 5; i++)
                value = (value << 1) | (i < secret.Length * 8 ? (secret[i / 8] >> (7 - (i % 8))) & 1 : 0);
            text.Append(Alphabet[value]);
        }

        return text.ToString();
    }

    /// <summary>What the QR code says.</summary>
    public static string AddressOf(byte[] secret, string account) =>
        $"otpauth://totp/TipSom:{Uri.EscapeDataString(account)}?secret={TextOf(secret)}&issuer=TipSom&algorithm=SHA1&digits=6&period={StepSeconds}";
}
