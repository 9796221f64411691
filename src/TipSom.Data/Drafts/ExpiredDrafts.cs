using Npgsql;

namespace TipSom.Data.Drafts;

/// <summary>What the worker of the drafts may do: empty those whose time is over. It belongs to no account.</summary>
public sealed class ExpiredDrafts(NpgsqlDataSource database)
{
    /// <summary>Empties at most a batch of them. How many.</summary>
    public async Task<int> EmptyAsync(int batch, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select security.empty_expired_drafts($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = batch });
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }
}
