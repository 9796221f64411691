using System.Security.Cryptography;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Names;
using TipSom.Domain.Victims;

namespace TipSom.Data.Finding;

/// <summary>
/// Fills the index of this portal and keeps it current: the work of the program, which belongs to no account. One worker at a time calls it;
/// searches go on meanwhile.
/// </summary>
public sealed class IndexKeeper(ProgramDatabase database, RecordCipher cipher, SearchKeys keys, PersonIndex index, TimeProvider clock)
{
    private const int Page = 2_000;

    // What happened in the meantime is kept for a day; after half of one the index is filled anew.
    private static readonly TimeSpan LongestAway = TimeSpan.FromHours(12);

    private readonly HashSet<Guid> unreadable = [];
    private long position;
    private DateTimeOffset followedAt;

    /// <summary>Whether everybody is in it.</summary>
    public bool IsReady { get; private set; }

    /// <summary>How many identities were read while it is filled.</summary>
    public long Read { get; private set; }

    /// <summary>How many there are, as counted when the filling began.</summary>
    public long Total { get; private set; }

    /// <summary>How many could not be opened: their key is missing, or they were tampered with.</summary>
    public int Unreadable => unreadable.Count;

    /// <summary>Reads every identity that is kept, page by page. What changes meanwhile is read by <see cref="FollowAsync"/> afterwards.</summary>
    public async Task FillAsync(CancellationToken ct)
    {
        (IsReady, Read) = (false, 0);
        followedAt = clock.GetUtcNow();
        (Total, position) = (await database.ListAsync(
            ProgramWork.Names, "select identities, horizon from security.name_feed()", row => (row.GetInt64(0), row.GetInt64(1)), ct)).Single();
        var (last, found) = (Guid.Empty, 0);
        do
        {
            var taken = await database.ListAsync(ProgramWork.Names, "select * from security.identities_after($1, $2)", Take, ct, last, Page);
            (last, found) = (taken.Count > 0 ? taken[^1] : last, taken.Count);
            Read += found;
        }
        while (found == Page);
        await FollowAsync(ct);
        IsReady = true;
    }

    /// <summary>Reads whoever changed since the last time. How many.</summary>
    public async Task<int> FollowAsync(CancellationToken ct)
    {
        if (clock.GetUtcNow() - followedAt > LongestAway)
        {
            await FillAsync(ct);
            return 0;
        }

        // Taken first: whatever ended before it is in what is read now, and whatever did not is read again from here.
        var horizon = await database.AskAsync<long>(ProgramWork.Names, "select security.name_horizon()", ct);
        var changed = await database.ListAsync(ProgramWork.Names, "select * from security.names_changed_since($1)", Take, ct, position);
        (position, followedAt) = (horizon, clock.GetUtcNow());
        return changed.Count;
    }

    /// <summary>Forgets changes that every portal has read long ago. How many.</summary>
    public Task<int> SweepAsync(CancellationToken ct) => database.AskAsync<int>(ProgramWork.Names, "select security.sweep_name_changes()", ct);

    private Guid Take(NpgsqlDataReader row)
    {
        var victim = row.GetGuid(0);
        if (row.IsDBNull(2))
            index.Remove(victim);
        else
            Put(victim, row);
        return victim;
    }

    private void Put(Guid victim, NpgsqlDataReader row)
    {
        try
        {
            var details = cipher.Open<IdentityDetails>(SealKinds.Identity, victim, row.GetFieldValue<byte[]>(2));
            index.Put(victim, new IndexedPerson(
                row.GetGuid(1),
                IdentityReading.Named(details, row.IsDBNull(3) ? null : row.GetInt32(3), row.IsDBNull(4) ? null : row.GetString(4)),
                [.. IdentityReading.Keys(details, keys)],
                row.GetFieldValue<Guid[]>(5)));
            unreadable.Remove(victim);
        }
        catch (CryptographicException)
        {
            // One that cannot be opened must not keep everybody else from being found.
            index.Remove(victim);
            unreadable.Add(victim);
        }
    }
}
