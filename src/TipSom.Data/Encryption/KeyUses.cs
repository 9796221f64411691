using Npgsql;

namespace TipSom.Data.Encryption;

/// <summary>Tells the database under which master key this portal seals from now on.</summary>
public sealed class KeyUses(NpgsqlDataSource database, MasterKeys keys)
{
    private readonly Guid portal = Guid.NewGuid();

    /// <summary>Reads the keys anew and tells which one seals; where they cannot be read, tells which one still does, and then says why.</summary>
    /// <exception cref="MasterKeyException">The keys could not be read; those in use stay.</exception>
    public async Task FollowAsync(CancellationToken ct)
    {
        try
        {
            // A command may take seconds.
            await Task.Run(keys.Refresh, ct);
        }
        finally
        {
            await using var tell = database.CreateCommand("""
                insert into identity.key_uses as u (portal_id, key_id, since, seen_at) values ($1, $2, clock_timestamp(), clock_timestamp())
                on conflict (portal_id) do update set
                    key_id = excluded.key_id, seen_at = excluded.seen_at, since = case when u.key_id = excluded.key_id then u.since else excluded.since end
                """);
            tell.Parameters.Add(new() { Value = portal });
            tell.Parameters.Add(new() { Value = keys.Ring.Current.Id });
            await tell.ExecuteNonQueryAsync(ct);
        }
    }
}
