using System.Security.Cryptography;
using System.Text;
using Npgsql;
using TipSom.Data.RowSecurity;

namespace TipSom.Data.Identity;

/// <summary>The places and the devices a person signed in from before.</summary>
public sealed class KnownPlaces(ProgramDatabase database, GuessKeys keys, TimeProvider clock)
{
    /// <summary>Whether the person signed in from this place before. Asked for an account that does not exist, too: it takes as long.</summary>
    public Task<bool> IsKnownAsync(Guid? userId, string place, CancellationToken ct) => database.AskAsync<bool>(
        ProgramWork.SignIn, "select exists (select from identity.known_places where user_id = $1 and place_hash = $2)", ct,
        userId ?? Guid.Empty, keys.OfPlace(userId ?? Guid.Empty, place));

    /// <summary>
    /// The person signed in. Whether they ought to be told: it was neither a device of theirs nor, at a shared computer, a place they know,
    /// and not the first time of all.
    /// </summary>
    public Task<bool> SignedInAsync(Guid userId, string place, string? device, CancellationToken ct) => database.AskAsync<bool>(ProgramWork.SignIn, """
            with before as (
                select exists (select from identity.known_places where user_id = $1) as any,
                    exists (select from identity.known_places where user_id = $1 and place_hash = $2) as place,
                    exists (select from identity.known_devices where user_id = $1 and token_hash = $3) as device),
            place as (
                insert into identity.known_places (user_id, place_hash, seen_at) values ($1, $2, $4)
                on conflict (user_id, place_hash) do update set seen_at = excluded.seen_at),
            device as (
                insert into identity.known_devices (user_id, token_hash, seen_at) select $1, $3, $4 where $3 is not null
                on conflict (user_id, token_hash) do update set seen_at = excluded.seen_at)
            select b.any and not case when $3 is null then b.place else b.device end from before b
            """, ct, userId, keys.OfPlace(userId, place),
        new NpgsqlParameter { Value = device is null ? DBNull.Value : SHA256.HashData(Encoding.UTF8.GetBytes(device)), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea },
        clock.GetUtcNow());

    /// <summary>Tells a person, in the portal and by mail, that something about their account happened.</summary>
    public Task TellAsync(Guid userId, Domain.Telling.NotificationKind kind, CancellationToken ct) =>
        database.ListAsync(ProgramWork.SignIn, "select from telling.tell_about_account($1, $2)", _ => true, ct, userId, kind.ToString());
}
