using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;

namespace TipSom.Data.Referrals;

/// <summary>Writes, opens and counts the messages between the two sides of a referral. Row security decides which of them there are.</summary>
public sealed class ReferralMessages(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Messages shown of one referral: the latest.</summary>
    public const int MostShown = 200;

    /// <summary>Seals a message and adds it. The caller saves.</summary>
    public async Task<ReferralMessage> WriteAsync(Referral referral, Side side, string text, Actor by, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var message = ReferralMessage.Write(
            id, referral, side, cipher.Seal(SealKinds.Message, id, text.ReplaceLineEndings("\n")), by, clock.GetUtcNow());
        await db.AddAsync(message, ct);
        return message;
    }

    /// <summary>What the reader may read, oldest first, and whether the own unit has not seen it yet.</summary>
    public async Task<IReadOnlyList<OpenedMessage>> ReadAsync(Referral referral, Side side, CancellationToken ct)
    {
        var rows = await (
                from m in db.ReferralMessages.AsNoTracking()
                join u in db.Units on m.ActorUnitId equals u.Id
                where m.ReferralId == referral.Id
                orderby m.At descending, m.Id descending
                select new
                {
                    m.Id,
                    m.Side,
                    m.At,
                    m.ActorName,
                    u.NameEn,
                    u.NameUr,
                    m.SealedText,
                    IsUnread = m.Side != side && !db.MessageReadings.Any(r => r.ReferralId == m.ReferralId && r.ReadAt >= m.At)
                })
            .Take(MostShown)
            .ToListAsync(ct);
        rows.Reverse();
        return
        [
            .. rows.Select(m => new OpenedMessage(
                m.Side, m.At, m.ActorName, m.NameEn, m.NameUr, cipher.Open<string>(SealKinds.Message, m.Id, m.SealedText), m.IsUnread))
        ];
    }

    /// <summary>How many messages each of some referrals has for the reader, and how many of them the own unit has not read. One statement.</summary>
    public async Task<IReadOnlyDictionary<Guid, MessageCount>> CountAsync(IReadOnlyCollection<Guid> referrals, Side side, CancellationToken ct)
    {
        if (referrals.Count == 0)
            return new Dictionary<Guid, MessageCount>();
        // The one row of readings that row security shows is the own unit's.
        var marked =
            from m in db.ReferralMessages
            join r in db.MessageReadings on m.ReferralId equals r.ReferralId into readings
            from r in readings.DefaultIfEmpty()
            where referrals.Contains(m.ReferralId)
            select new { m.ReferralId, IsUnread = m.Side != side && (r == null || r.ReadAt < m.At) };
        return await marked.GroupBy(m => m.ReferralId)
            .Select(g => new { g.Key, All = g.Count(), Unread = g.Count(m => m.IsUnread) })
            .ToDictionaryAsync(g => g.Key, g => new MessageCount(g.All, g.Unread), ct);
    }

    /// <summary>Notes that the own unit has read what was written until now. Two who read at once agree.</summary>
    public Task MarkReadAsync(Referral referral, Side side, Actor by, CancellationToken ct)
    {
        var (from, now) = (side.ToString(), clock.GetUtcNow());
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into casework.referral_message_readings (referral_id, unit_id, side, read_at)
            values ({referral.Id}, {by.UnitId}, {from}, {now})
            on conflict (referral_id, unit_id, side) do update set read_at = excluded.read_at
            """,
            ct);
    }
}

/// <summary>A message as its readers read it.</summary>
/// <param name="Side">The side that wrote it.</param>
/// <param name="At">When.</param>
/// <param name="ActorName">Who.</param>
/// <param name="UnitEn">The unit of that person, in English.</param>
/// <param name="UnitUr">The unit of that person, in Urdu.</param>
/// <param name="Text">The words.</param>
/// <param name="IsUnread">Whether the own unit has not read it yet.</param>
public sealed record OpenedMessage(
    Side Side, DateTimeOffset At, string ActorName, string UnitEn, string UnitUr, string Text, bool IsUnread)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(OpenedMessage);
}

/// <summary>How many messages a referral has, and how many of them are new to the own unit.</summary>
public sealed record MessageCount(int All, int Unread)
{
    /// <summary>No messages.</summary>
    public static MessageCount None { get; } = new(0, 0);
}
