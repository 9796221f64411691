using System.Security.Cryptography;
using System.Text;

namespace TipSom.Data.Encryption;

/// <summary>
/// The key under which one person's browser seals what could not be sent, and the name it is kept under. Both are computed from the
/// account, so that a browser that was closed opens its own copy again, whatever session the person signs in to; nothing stores them.
/// </summary>
public sealed class DraftKeys(PurposeKeys keys)
{
    /// <summary>AES key of 32 bytes, handed to the signed-in person only.</summary>
    public byte[] KeyOf(Guid user) => Of("draft key", user);

    /// <summary>Says whose copy it is to nobody but the portal: 16 hexadecimal digits.</summary>
    public string NameOf(Guid user) => Convert.ToHexStringLower(Of("draft name", user).AsSpan(0, 8));

    private byte[] Of(string use, Guid user) => HMACSHA256.HashData(keys.Of(KeyPurpose.Draft), Encoding.UTF8.GetBytes($"{use}|{user:D}"));
}
