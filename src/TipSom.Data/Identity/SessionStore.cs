using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Data.Identity;

/// <summary>
/// Sessions on the server. Each request asks once, and is answered with the person as they are now: signed out, disabled or moved
/// takes effect at the next request, for every copy of the cookie.
/// </summary>
public sealed class SessionStore(ProgramDatabase database, TimeProvider clock)
{
    /// <summary>A session unused for this long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    /// <summary>The same on a shared computer.</summary>
    public static readonly TimeSpan IdleWhereShared = TimeSpan.FromMinutes(10);

    /// <summary>A session is over after a shift, whatever happens.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>How long there is between the password and the second step.</summary>
    public static readonly TimeSpan BetweenSteps = TimeSpan.FromMinutes(5);

    /// <summary>How long there is to set up the first factor.</summary>
    public static readonly TimeSpan ToSetUp = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    /// <summary>How long a session may be unused.</summary>
    public static TimeSpan IdleOf(bool isShared) => isShared ? IdleWhereShared : Idle;

    /// <summary>Starts a session and returns its key, 256 random bits, which only the cookie knows.</summary>
    public async Task<string> StartAsync(NewSession session, CancellationToken ct)
    {
        var key = NewKey();
        var now = clock.GetUtcNow();
        var (idle, longest) = session.Stage switch
        {
            SessionStage.PasswordGiven => (BetweenSteps, BetweenSteps),
            SessionStage.SettingUp => (ToSetUp, ToSetUp),
            SessionStage.Full => (IdleOf(session.IsShared), Longest)
        };
        var proven = session.Stage == SessionStage.Full;
        await database.RunAsync(ProgramWork.SignIn, """
            insert into identity.sessions (id, key_hash, user_id, stage, is_shared, device, place, security_stamp, started_at, used_at,
                second_factor_at, stepped_up_at, idle_until, ends_at)
            select $1, $2, u.id, $4, $5, $6, $7, coalesce($13, u.security_stamp), $8, $8, $9, $10, $11, $12 from identity.users u where u.id = $3
            """, ct,
            Guid.CreateVersion7(), HashOf(key), session.UserId, session.Stage.ToString(), session.IsShared, Short(session.Device), Short(session.Place), now,
            proven && session.WithFactor ? now : null, proven ? now : null, now + idle, now + longest,
            new NpgsqlParameter { Value = session.Stamp ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        return key;
    }

    /// <summary>Who the session belongs to, as they are now; null when it is over, not signed in to the end, or the account is not in use.</summary>
    public async Task<SignedInUser?> FindAsync(string key, CancellationToken ct) => (await database.ListAsync(ProgramWork.SignIn, """
            select u.id, u.display_name, u.role, u.unit_id, u.agency_id, u.culture, a.name_en, a.name_ur, s.idle_until,
                telling.work_of(u.id, u.unit_id), s.id, s.is_shared, s.stepped_up_at, s.hidden_at is not null, s.used_at, s.ends_at, u.is_demo, a.kind
            from identity.sessions s
            join identity.users u on u.id = s.user_id
            join identity.agencies a on a.id = u.agency_id
            where s.key_hash = $1 and s.stage = 'Full' and s.idle_until > $2 and s.ends_at > $2
                and (s.second_factor_at is not null or u.is_demo)
                and s.security_stamp = u.security_stamp and u.disabled_at is null and a.is_active
            """,
        row => new SignedInUser(
            row.GetGuid(0), row.GetString(1), Enum.Parse<Role>(row.GetString(2)), row.GetGuid(3), row.GetGuid(4),
            row.IsDBNull(5) ? null : row.GetString(5), row.GetString(6), row.GetString(7), row.GetInt32(9),
            new SessionNow(
                row.GetGuid(10), row.GetBoolean(11), row.IsDBNull(12) ? null : row.GetFieldValue<DateTimeOffset>(12), row.GetBoolean(13),
                row.GetFieldValue<DateTimeOffset>(14), row.GetFieldValue<DateTimeOffset>(8), row.GetFieldValue<DateTimeOffset>(15), row.GetBoolean(16)),
            Enum.Parse<AgencyKind>(row.GetString(17))),
        ct, HashOf(key), clock.GetUtcNow())).SingleOrDefault();

    /// <summary>A session that is not signed in to the end; null when it is over or is another.</summary>
    public async Task<HalfSession?> FindHalfAsync(string key, CancellationToken ct) => (await database.ListAsync(ProgramWork.SignIn, """
            select s.id, u.id, s.stage, s.is_shared
            from identity.sessions s
            join identity.users u on u.id = s.user_id
            join identity.agencies a on a.id = u.agency_id
            where s.key_hash = $1 and s.stage <> 'Full' and s.idle_until > $2 and s.ends_at > $2
                and s.security_stamp = u.security_stamp and u.disabled_at is null and a.is_active
            """,
        row => new HalfSession(row.GetGuid(0), row.GetGuid(1), Enum.Parse<SessionStage>(row.GetString(2)), row.GetBoolean(3)),
        ct, HashOf(key), clock.GetUtcNow())).SingleOrDefault();

    /// <summary>The session was used. Until when it stays now; written at most once a minute.</summary>
    public async Task<DateTimeOffset> TouchAsync(string key, SessionNow session, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - session.UsedAt < Often)
            return session.IdleUntil;
        await database.RunAsync(
            ProgramWork.SignIn, "update identity.sessions set used_at = $2, idle_until = $3 where key_hash = $1", ct, HashOf(key), now, now + IdleOf(session.IsShared));
        return now + IdleOf(session.IsShared);
    }

    /// <summary>The person proved anew who they are: the session goes on under a new key, and the old one opens nothing. Also shows a hidden screen.</summary>
    public async Task<string?> ProveAsync(string key, bool withFactor, CancellationToken ct)
    {
        var renewed = NewKey();
        return await database.RunAsync(ProgramWork.SignIn, """
            update identity.sessions set key_hash = $2, hidden_at = null, hidden_url = null,
                stepped_up_at = case when $4 then $3 else stepped_up_at end
            where key_hash = $1 and stage = 'Full'
            """, ct, HashOf(key), HashOf(renewed), clock.GetUtcNow(), withFactor) == 1 ? renewed : null;
    }

    /// <summary>Hides the screen until the password is given again.</summary>
    public Task HideAsync(string key, string? url, CancellationToken ct) => database.RunAsync(
        ProgramWork.SignIn, "update identity.sessions set hidden_at = $2, hidden_url = $3 where key_hash = $1 and hidden_at is null", ct,
        HashOf(key), clock.GetUtcNow(), url is { Length: <= UserSession.UrlMaxLength } ? url : null);

    /// <summary>Where a hidden session goes on; null where that is the first page.</summary>
    public async Task<string?> HiddenUrlAsync(string key, CancellationToken ct) => (await database.ListAsync(
        ProgramWork.SignIn, "select hidden_url from identity.sessions where key_hash = $1", row => row.IsDBNull(0) ? null : row.GetString(0), ct, HashOf(key))).SingleOrDefault();

    /// <summary>The sessions of one person that are not over, last used first.</summary>
    public async Task<IReadOnlyList<OwnSession>> OfAsync(Guid userId, CancellationToken ct) => await database.ListAsync(ProgramWork.SignIn, """
            select s.id, s.device, s.is_shared, s.started_at, s.used_at
            from identity.sessions s join identity.users u on u.id = s.user_id
            where s.user_id = $1 and s.stage = 'Full' and s.idle_until > $2 and s.ends_at > $2 and s.security_stamp = u.security_stamp
            order by s.used_at desc, s.id
            """,
        row => new OwnSession(row.GetGuid(0), row.GetString(1), row.GetBoolean(2), row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<DateTimeOffset>(4)),
        ct, userId, clock.GetUtcNow());

    /// <summary>Ends the session, for every copy of its cookie.</summary>
    public Task EndAsync(string key, CancellationToken ct) => DeleteAsync("key_hash = $1", ct, HashOf(key));

    /// <summary>Ends one session of a person.</summary>
    public Task EndAsync(Guid userId, Guid sessionId, CancellationToken ct) => DeleteAsync("user_id = $1 and id = $2", ct, userId, sessionId);

    /// <summary>Ends every session of a person but one, whichever that is; all of them when none is named.</summary>
    public Task EndOthersAsync(Guid userId, Guid? but, CancellationToken ct) => DeleteAsync("user_id = $1 and id is distinct from $2", ct, userId, but ?? Guid.Empty);

    private Task<int> DeleteAsync(string which, CancellationToken ct, params object[] values) =>
        database.RunAsync(ProgramWork.SignIn, $"delete from identity.sessions where {which}", ct, values);

    private static string NewKey() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static string Short(string label) => label.Length <= UserSession.LabelMaxLength ? label : label[..UserSession.LabelMaxLength];
}

/// <summary>A session to start.</summary>
/// <param name="WithFactor">Whether a second factor was given; a demo account has none.</param>
/// <param name="Stamp">The person's security stamp, where it is being changed by this very request.</param>
public sealed record NewSession(Guid UserId, SessionStage Stage, bool IsShared, bool WithFactor, string Device, string Place, string? Stamp = null);

/// <summary>A session that opens the second step, or the page that sets one up, and nothing else.</summary>
public sealed record HalfSession(Guid Id, Guid UserId, SessionStage Stage, bool IsShared);

/// <summary>One of a person's own sessions, as they are shown.</summary>
public sealed record OwnSession(Guid Id, string Device, bool IsShared, DateTimeOffset StartedAt, DateTimeOffset UsedAt);

/// <summary>A session at the moment of a request.</summary>
public sealed record SessionNow(
    Guid Id, bool IsShared, DateTimeOffset? SteppedUpAt, bool IsHidden, DateTimeOffset UsedAt, DateTimeOffset IdleUntil, DateTimeOffset EndsAt, bool IsDemo);

/// <summary>The person behind a session, and how much waits for them, read anew for each request.</summary>
public sealed record SignedInUser(
    Guid Id, string Name, Role Role, Guid UnitId, Guid AgencyId, string? Culture, string AgencyNameEn, string AgencyNameUr, int Work, SessionNow Session,
    AgencyKind AgencyKind);
