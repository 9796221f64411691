using System.Security.Cryptography;
using System.Text;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;

namespace TipSom.TestSupport;

/// <summary>Keys that are the same in every test, and nowhere else.</summary>
public static class TestKeys
{
    /// <summary>Signs the context that row-level security trusts; the template database is migrated with it.</summary>
    public static byte[] Context { get; } = SHA256.HashData(Encoding.UTF8.GetBytes("TipSom tests: context key"));

    /// <summary>Wraps the keys of sealed records.</summary>
    public static byte[] Master { get; } = SHA256.HashData(Encoding.UTF8.GetBytes("TipSom tests: master key"));

    /// <summary>The database as the program's own work asks it.</summary>
    public static ProgramDatabase Program(NpgsqlDataSource source) => new(source, new AccessContext(Context));

    /// <summary>What the program derives from; the template database is given them.</summary>
    public static PurposeKeys Purposes { get; } = PurposesOf("purpose");

    /// <summary>Others, for a test in which two portals must differ.</summary>
    public static PurposeKeys OtherPurposes { get; } = PurposesOf("other purpose");

    private static PurposeKeys PurposesOf(string name) => new(Enum.GetValues<KeyPurpose>()
        .ToDictionary(p => p, p => SHA256.HashData(Encoding.UTF8.GetBytes($"TipSom tests: {name} {p}"))));
}
