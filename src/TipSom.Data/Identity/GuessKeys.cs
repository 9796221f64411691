using System.Security.Cryptography;
using System.Text;
using TipSom.Data.Encryption;

namespace TipSom.Data.Identity;

/// <summary>Keyed hashes of accounts and places, so that the tables that count tries tell nobody who signs in from where.</summary>
public sealed class GuessKeys(PurposeKeys keys)
{
    /// <summary>One account tried from one place.</summary>
    public byte[] OfPair(GuessKind kind, string account, string place) => Of($"pair|{kind}|{account}|{place}");

    /// <summary>One account tried from all places nobody knows.</summary>
    public byte[] OfAccount(GuessKind kind, string account) => Of($"account|{kind}|{account}");

    /// <summary>A place of one person.</summary>
    public byte[] OfPlace(Guid userId, string place) => Of($"place|{userId:D}|{place}");

    private byte[] Of(string text) => HMACSHA256.HashData(keys.Of(KeyPurpose.SignIn), Encoding.UTF8.GetBytes(text));
}

/// <summary>What is guessed.</summary>
public enum GuessKind
{
    /// <summary>A password.</summary>
    Password,

    /// <summary>A code of the second step.</summary>
    Code,

    /// <summary>A code to begin an account with.</summary>
    AccountCode
}
