using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TipSom.Data.Audit;

/// <summary>Where a chain ended when it was anchored.</summary>
public sealed record ChainHead(Guid Chain, long Position, string Hash);

/// <summary>
/// All heads at one moment, signed: one line of a file that lies outside the database. The line names the hash of the line before, so that
/// none can be taken out of the middle.
/// </summary>
public sealed record Anchor(DateTimeOffset At, string Previous, IReadOnlyList<ChainHead> Heads)
{
    private const string Sign = ",\"signature\":\"", End = "\"}";

    /// <summary>What the first line names as the one before.</summary>
    public static string None { get; } = new('0', 64);

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>The line: what is signed, as JSON, with the signature as its last field.</summary>
    public string ToLine(ECDsa key)
    {
        var signed = JsonSerializer.Serialize(this, Form);
        var signature = key.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256);
        return string.Concat(signed.AsSpan(0, signed.Length - 1), Sign, Convert.ToBase64String(signature), End);
    }

    /// <summary>What the next line names as the one before.</summary>
    public static string HashOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    /// <summary>Whether a line is whole; a power cut leaves one that is not.</summary>
    public static bool IsWhole(string line) =>
        line.StartsWith('{') && line.EndsWith(End, StringComparison.Ordinal) && line.Contains(Sign, StringComparison.Ordinal);

    /// <summary>Reads a line; null when this key did not sign it.</summary>
    public static Anchor? Read(string line, ECDsa key)
    {
        if (!IsWhole(line))
            return null;
        var at = line.LastIndexOf(Sign, StringComparison.Ordinal);
        var signed = line[..at] + "}";
        var signature = new byte[256];
        return Convert.TryFromBase64String(line[(at + Sign.Length)..^End.Length], signature, out var length)
            && key.VerifyData(Encoding.UTF8.GetBytes(signed), signature.AsSpan(0, length), HashAlgorithmName.SHA256)
            ? JsonSerializer.Deserialize<Anchor>(signed, Form)
            : null;
    }
}
