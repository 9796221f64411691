using System.Net.Sockets;
using Npgsql;

namespace TipSom.Web.Startup;

/// <summary>Tells "the database is away" from an error of ours: the first passes by itself, the second needs a developer.</summary>
public static class Outage
{
    public static bool IsBehind(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException answered)
                return IsShuttingDownOrFull(answered.SqlState);
            if (cause is NpgsqlException or SocketException or TimeoutException)
                return true;
        }

        return false;
    }

    // A server that answered is there; these answers say it cannot serve for now.
    private static bool IsShuttingDownOrFull(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("57P0", StringComparison.Ordinal)
        // The database was closed to connections, as for a restore.
        || state == "55000";
}
