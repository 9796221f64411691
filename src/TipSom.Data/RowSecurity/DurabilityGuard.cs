using System.Net;
using Npgsql;

namespace TipSom.Data.RowSecurity;

/// <summary>
/// Refuses to serve from a server that would forget in a power cut what it has acknowledged, or that is reached over a line others can read.
/// </summary>
public static class DurabilityGuard
{
    private static readonly string[] Needed = ["fsync", "full_page_writes", "synchronous_commit"];

    /// <summary>Throws a sentence that says what to change, on the server or in ConnectionStrings:TipSom.</summary>
    public static async Task CheckAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        CheckLine(database.ConnectionString);
        await using var command = database.CreateCommand(
            "select s.name from unnest($1::text[]) s (name) where current_setting(s.name) = 'off'");
        command.Parameters.Add(new NpgsqlParameter { Value = Needed });
        if (await command.ExecuteScalarAsync(ct) is string off)
            throw new InvalidOperationException(
                $"The database server runs with {off} = off: after a power cut it would have lost what the portal said was saved. Set {off} = on.");
    }

    /// <summary>Throws where a connection to another machine is not encrypted to a server that proves its name.</summary>
    public static void CheckLine(string connectionString)
    {
        var line = new NpgsqlConnectionStringBuilder(connectionString);
        if (line.SslMode != SslMode.VerifyFull && (line.Host ?? "").Split(',').Any(host => !IsOnThisMachine(host.Trim())))
            throw new InvalidOperationException(
                "ConnectionStrings:TipSom leads to another machine without SSL Mode=VerifyFull: names could be read on the way. "
                + "Set it, with Root Certificate where the server's is your own, or connect by a socket on this machine.");
    }

    /// <summary>Whether a connection stays on this machine. A path, or an abstract name, is a socket; the number of a port may follow the name of a machine.</summary>
    public static bool IsOnThisMachine(string host) =>
        host.StartsWith('/') || host.StartsWith('@') || host == "localhost" || host.StartsWith("localhost:", StringComparison.Ordinal)
        || (IPAddress.TryParse(host, out var address) || IPEndPoint.TryParse(host, out var point) && (address = point.Address) is not null)
            && IPAddress.IsLoopback(address);
}
