using TipSom.Data.RowSecurity;

namespace TipSom.Data.Identity;

/// <summary>What the worker of the sign-ins may do: take away what is over. It belongs to no account.</summary>
public sealed class EndedSignIns(ProgramDatabase database)
{
    /// <summary>Takes away at most a batch of each kind: sessions, counts of tries, answers of keys, places and devices long unused, keys of forms. How many.</summary>
    public Task<int> TakeAwayAsync(int batch, CancellationToken ct) =>
        database.AskAsync<int>(ProgramWork.Clocks, "select security.take_away_ended_sign_ins($1)", ct, batch);
}
