using TipSom.Data.RowSecurity;

namespace TipSom.Data.Identity;

/// <summary>
/// Slows whoever guesses. A try is counted before it is looked at, so a hundred at once are a hundred tries. Counted by account and place: a
/// stranger makes nobody wait at another place. And by account over all places nobody knows: a stranger with ten thousand places waits
/// too, and the person does not, where they signed in before.
/// </summary>
public sealed class GuessGuard(ProgramDatabase database, GuessKeys keys, TimeProvider clock)
{
    /// <summary>Tries of an account at one place before it waits.</summary>
    public const int TriesAtAPlace = 5;

    /// <summary>Tries of an account at all unknown places before those wait.</summary>
    public const int TriesAnywhere = 20;

    /// <summary>The first wait; each further one is twice as long, up to <see cref="LongestWait"/>.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Tries older than this are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    /// <summary>Counts a try. The moment from which one is looked at again, where this one is not; null where it is.</summary>
    /// <param name="account">The account as it was typed, in the form it is compared in: one that does not exist is counted too.</param>
    public async Task<DateTimeOffset?> TryAsync(GuessKind kind, string account, string place, bool isKnownPlace, CancellationToken ct)
    {
        if (await CountAsync(keys.OfPair(kind, account, place), TriesAtAPlace, ct) is { } wait)
            return wait;
        return isKnownPlace ? null : await CountAsync(keys.OfAccount(kind, account), TriesAnywhere, ct);
    }

    /// <summary>From when on a try is looked at again, as an answer to the one just counted; null while there are tries left.</summary>
    public async Task<DateTimeOffset?> WaitsUntilAsync(GuessKind kind, string account, string place, CancellationToken ct) => (await database.ListAsync(
        ProgramWork.SignIn, "select waits_until from identity.guess_counts where key_hash = $1 and waits_until > $2",
        row => row.GetFieldValue<DateTimeOffset?>(0), ct, keys.OfPair(kind, account, place), clock.GetUtcNow())).SingleOrDefault();

    /// <summary>The try was right: it does not count, and neither do those before it at this place.</summary>
    public async Task ForgiveAsync(GuessKind kind, string account, string place, bool isKnownPlace, CancellationToken ct)
    {
        await database.RunAsync(ProgramWork.SignIn, "delete from identity.guess_counts where key_hash = $1", ct, keys.OfPair(kind, account, place));
        if (!isKnownPlace)
            await database.RunAsync(
                ProgramWork.SignIn, "update identity.guess_counts set tries = greatest(tries - 1, 0) where key_hash = $1", ct, keys.OfAccount(kind, account));
    }

    private async Task<DateTimeOffset?> CountAsync(byte[] key, int free, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await database.ListAsync(ProgramWork.SignIn, """
            with counted as (
                insert into identity.guess_counts as c (key_hash, tries, waits_until, tried_at) values ($1, 1, null, $2)
                on conflict (key_hash) do update set
                    tries = case when c.tried_at < $3 then 1 else c.tries + 1 end,
                    waits_until = case when c.tried_at >= $3 and c.tries + 1 >= $4
                        then $2 + least($5 * power(2, least(c.tries + 1 - $4, 10)), $6) end,
                    tried_at = $2
                where c.waits_until is null or c.waits_until <= $2
                returning 1)
            -- Of many at once, one that waited for the row sees it as it was before: not counted is refused all the same.
            select case when not exists (select from counted)
                then coalesce((select c.waits_until from identity.guess_counts c where c.key_hash = $1 and c.waits_until > $2), $2 + $5) end
            """, row => row.IsDBNull(0) ? null : row.GetFieldValue<DateTimeOffset?>(0), ct, key, now, now - Memory, free, FirstWait, LongestWait)).Single();
    }
}
