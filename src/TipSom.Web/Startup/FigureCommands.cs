using Npgsql;

namespace TipSom.Web.Startup;

/// <summary>What is done with the figures from a command line, as the owner of the tables.</summary>
public static class FigureCommands
{
    /// <summary>What <c>--count-figures</c> does: counts every figure from nothing, and says how long it took and whether any was another before.</summary>
    public static async Task<int> CountAsync(IConfiguration configuration, TextWriter output)
    {
        var connectionString = configuration.GetConnectionString("TipSomOwner")
            ?? throw new InvalidOperationException("ConnectionStrings:TipSomOwner is not set. Counting from nothing is done as the role that owns the tables.");
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand("select extract(epoch from took)::float8, changed from statistics.rebuild_and_compare()", connection) { CommandTimeout = 0 };
        await using var row = await count.ExecuteReaderAsync();
        await row.ReadAsync();
        var (seconds, changed) = (row.GetDouble(0), row.GetInt64(1));
        await output.WriteLineAsync(FormattableString.Invariant($"Counted in {seconds:0.0} s; {changed} cells differ from what was followed change by change."));
        return changed == 0 ? 0 : 1;
    }
}
