using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using TipSom.Domain.Identity;

namespace TipSom.Data.Identity;

/// <summary>
/// Sessions on the server. Each request asks once, and is answered with the person as they are now: signed out, disabled or moved
/// takes effect at the next request, for every copy of the cookie.
/// </summary>
public sealed class SessionStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>A session unused for this long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    /// <summary>A session is over after a shift, whatever happens.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>Starts a session and returns its key, 256 random bits, which only the cookie knows.</summary>
    public async Task<string> StartAsync(Guid userId, CancellationToken ct)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand("""
            insert into identity.sessions (key_hash, user_id, security_stamp, started_at, idle_until, ends_at)
            select $1, u.id, u.security_stamp, $3, $4, $5 from identity.users u where u.id = $2
            """);
        AddValues(command, HashOf(key), userId, now, now + Idle, now + Longest);
        await command.ExecuteNonQueryAsync(ct);
        return key;
    }

    /// <summary>Who the session belongs to, as they are now; null when it is over or the account is not in use.</summary>
    public async Task<SignedInUser?> FindAsync(string key, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select u.id, u.display_name, u.role, u.unit_id, u.agency_id, u.culture, a.name_en, a.name_ur, s.idle_until,
                telling.work_of(u.id, u.unit_id)
            from identity.sessions s
            join identity.users u on u.id = s.user_id
            join identity.agencies a on a.id = u.agency_id
            where s.key_hash = $1 and s.idle_until > $2 and s.ends_at > $2
                and s.security_stamp = u.security_stamp and u.disabled_at is null and a.is_active
            """);
        AddValues(command, HashOf(key), clock.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new SignedInUser(
                row.GetGuid(0), row.GetString(1), Enum.Parse<Role>(row.GetString(2)), row.GetGuid(3), row.GetGuid(4),
                row.IsDBNull(5) ? null : row.GetString(5), row.GetString(6), row.GetString(7), row.GetFieldValue<DateTimeOffset>(8),
                row.GetInt32(9))
            : null;
    }

    /// <summary>The session was used: it stays for another <see cref="Idle"/>.</summary>
    public async Task TouchAsync(string key, CancellationToken ct)
    {
        await using var command = database.CreateCommand("update identity.sessions set idle_until = $2 where key_hash = $1");
        AddValues(command, HashOf(key), clock.GetUtcNow() + Idle);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Ends the session, for every copy of its cookie.</summary>
    public async Task EndAsync(string key, CancellationToken ct)
    {
        await using var command = database.CreateCommand("delete from identity.sessions where key_hash = $1");
        AddValues(command, HashOf(key));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void AddValues(NpgsqlCommand command, params IEnumerable<object> values)
    {
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
    }

    private static byte[] HashOf(string key) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));
}

/// <summary>The person behind a session, and how much waits for them, read anew for each request.</summary>
public sealed record SignedInUser(
    Guid Id, string Name, Role Role, Guid UnitId, Guid AgencyId, string? Culture, string AgencyNameEn, string AgencyNameUr, DateTimeOffset IdleUntil,
    int Work);
