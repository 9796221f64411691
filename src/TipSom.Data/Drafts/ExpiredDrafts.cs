using TipSom.Data.RowSecurity;

namespace TipSom.Data.Drafts;

/// <summary>What the worker of the drafts may do: empty those whose time is over. It belongs to no account.</summary>
public sealed class ExpiredDrafts(ProgramDatabase database)
{
    /// <summary>Empties at most a batch of them. How many.</summary>
    public Task<int> EmptyAsync(int batch, CancellationToken ct) =>
        database.AskAsync<int>(ProgramWork.Clocks, "select security.empty_expired_drafts($1)", ct, batch);
}
