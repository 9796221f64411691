using Npgsql;

namespace TipSom.Data.Telling;

/// <summary>What the worker of the clocks may do: tell people what is due by now. It belongs to no account.</summary>
public sealed class Clocks(NpgsqlDataSource database)
{
    /// <summary>Fires the timers that are due, the oldest first, at most a batch of them, in one transaction. How many.</summary>
    public Task<int> FireAsync(DateTimeOffset now, int batch, CancellationToken ct) =>
        AskAsync("select security.fire_timers($1, $2)", ct, now, batch);

    /// <summary>Tells what comes with the day in Asia/Karachi and was not told yet. How much.</summary>
    public Task<int> TellOfTheDayAsync(DateTimeOffset now, CancellationToken ct) => AskAsync("select security.tell_of_the_day($1)", ct, now);

    private async Task<int> AskAsync(string sql, CancellationToken ct, params IEnumerable<object> values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }
}
