using TipSom.Data.RowSecurity;

namespace TipSom.Data.Retention;

/// <summary>What the worker of the schedule may do: propose what is due to be erased, and take away what nobody needs any more. It belongs to no account.</summary>
public sealed class RetentionWork(ProgramDatabase database)
{
    /// <summary>Proposes at most a batch of cases. How many.</summary>
    public Task<int> ProposeAsync(int batch, CancellationToken ct) =>
        database.AskAsync<int>(ProgramWork.Clocks, "select security.propose_erasures($1)", ct, batch);

    /// <summary>Takes away at most a batch of each kind. How many rows.</summary>
    public Task<int> PurgeAsync(int batch, CancellationToken ct) =>
        database.AskAsync<int>(ProgramWork.Clocks, "select security.purge_expired($1)", ct, batch);
}
