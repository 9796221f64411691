using Npgsql;

namespace TipSom.Data.Telling;

/// <summary>What the worker of the clocks may do: tell people what is due by now. It belongs to no account.</summary>
public sealed class Clocks(NpgsqlDataSource database)
{
    /// <summary>
    /// Fires the timers that are due, the oldest first, at most a batch of them, in one transaction. How many; and how many failed and are
    /// tried again in five minutes.
    /// </summary>
    public async Task<(int Fired, int Failed)> FireAsync(DateTimeOffset now, int batch, CancellationToken ct)
    {
        await using var command = Ask("select fired, failed from security.fire_timers($1, $2)", now, batch);
        await using var counts = await command.ExecuteReaderAsync(ct);
        await counts.ReadAsync(ct);
        return (counts.GetInt32(0), counts.GetInt32(1));
    }

    /// <summary>Tells what comes with the day in Asia/Karachi and was not told yet. How much.</summary>
    public async Task<int> TellOfTheDayAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var command = Ask("select security.tell_of_the_day($1)", now);
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Clears away who may read a case by a share that has run out. Of how many cases.</summary>
    public async Task<int> TidySharesAsync(CancellationToken ct)
    {
        await using var command = Ask("select security.tidy_shares()");
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    private NpgsqlCommand Ask(string sql, params IEnumerable<object> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
