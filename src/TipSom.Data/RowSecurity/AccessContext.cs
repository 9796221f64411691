using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace TipSom.Data.RowSecurity;

/// <summary>Signs who is asking, so that PostgreSQL believes it and nobody's SQL can claim to be somebody else.</summary>
/// <param name="key">Key of 32 bytes, known to this program and to the functions of the schema <c>security</c>.</param>
public sealed class AccessContext(byte[] key)
{
    /// <summary>Length of the key, in bytes.</summary>
    public const int KeyLength = 32;

    // One request lasts seconds; a context that outlives it by far is of no use to a thief.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly byte[] key = key.Length == KeyLength ? key : throw new ArgumentException("The context key is 32 bytes long.", nameof(key));

    /// <summary>The setting for one transaction: user, expiry, session and place, and their HMAC-SHA-256.</summary>
    public string Sign(Guid userId, DateTimeOffset now, Guid? sessionId = null, string? place = null) => Sign($"{userId:D}", now, $"{sessionId:D}|{place}");

    /// <summary>The same for what the program does by itself.</summary>
    public string Sign(ProgramWork work, DateTimeOffset now) => Sign($"worker:{WordOf(work)}", now, "|");

    private static string WordOf(ProgramWork work) => work switch
    {
        ProgramWork.Mail => "mail",
        ProgramWork.Clocks => "clocks",
        ProgramWork.Names => "names",
        ProgramWork.Scans => "scans",
        ProgramWork.Imports => "imports",
        ProgramWork.Downloads => "downloads",
        ProgramWork.SignIn => "sign-in",
        ProgramWork.Counting => "counting"
    };

    private string Sign(string who, DateTimeOffset now, string where)
    {
        var claim = string.Create(CultureInfo.InvariantCulture, $"{who}|{(now + Lifetime).ToUnixTimeSeconds()}|{where}");
        return $"{claim}|{Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(claim)))}";
    }

    /// <summary>
    /// Where somebody asks from, as eight keyed bytes in hex: equal places can be told, and no address is kept. Of an address of version 6
    /// only the network counts, since a device changes the rest.
    /// </summary>
    public string? PlaceOf(IPAddress? address)
    {
        if (Networks.Of(address) is not { } network)
            return null;
        // No claim begins with a word, so this can never be the signature of one.
        byte[] asked = [.. "place|"u8, .. network.GetAddressBytes()];
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, asked)[..8]);
    }

    /// <summary>The two padded forms of the key that the database keeps (RFC 2104).</summary>
    public (byte[] Inner, byte[] Outer) Pads() => (Pad(0x36), Pad(0x5c));

    private byte[] Pad(byte value)
    {
        var pad = new byte[64];
        Array.Fill(pad, value);
        for (var i = 0; i < key.Length; i++)
            pad[i] ^= key[i];
        return pad;
    }
}
