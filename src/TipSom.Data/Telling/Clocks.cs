using TipSom.Data.RowSecurity;

namespace TipSom.Data.Telling;

/// <summary>What the worker of the clocks may do: tell people what is due by now. It belongs to no account.</summary>
public sealed class Clocks(ProgramDatabase database)
{
    /// <summary>
    /// Fires the timers that are due, the oldest first, at most a batch of them, in one transaction. How many; and how many failed and are
    /// tried again in five minutes.
    /// </summary>
    public async Task<(int Fired, int Failed)> FireAsync(DateTimeOffset now, int batch, CancellationToken ct) => (await database.ListAsync(
        ProgramWork.Clocks, "select fired, failed from security.fire_timers($1, $2)", row => (row.GetInt32(0), row.GetInt32(1)), ct, now, batch)).Single();

    /// <summary>Tells what comes with the day in Asia/Karachi and was not told yet. How much.</summary>
    public Task<int> TellOfTheDayAsync(DateTimeOffset now, CancellationToken ct) =>
        database.AskAsync<int>(ProgramWork.Clocks, "select security.tell_of_the_day($1)", ct, now);

    /// <summary>Begins the postings of the day in Asia/Karachi, and tells administrators once a week of accounts that nobody uses. How much.</summary>
    public Task<int> PostingsOfTheDayAsync(CancellationToken ct) => database.AskAsync<int>(ProgramWork.Clocks, "select security.postings_of_the_day()", ct);

    /// <summary>Clears away who may read a case by a share that has run out. Of how many cases.</summary>
    public Task<int> TidySharesAsync(CancellationToken ct) => database.AskAsync<int>(ProgramWork.Clocks, "select security.tidy_shares()", ct);
}
