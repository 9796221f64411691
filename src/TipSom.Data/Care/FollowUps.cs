using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Domain.Care;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;

namespace TipSom.Data.Care;

/// <summary>The questions how a person is after care ended.</summary>
public sealed class FollowUps(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>The question after so many days; null where none was made or the reader may not read it.</summary>
    public Task<FollowUp?> FindAsync(Referral referral, int days, CancellationToken ct) =>
        db.FollowUps.SingleOrDefaultAsync(f => f.ReferralId == referral.Id && f.Days == days, ct);

    /// <summary>All of a referral's questions.</summary>
    public Task<List<FollowUp>> OfAsync(Referral referral, CancellationToken ct) =>
        db.FollowUps.AsNoTracking().Where(f => f.ReferralId == referral.Id).OrderBy(f => f.Days).ToListAsync(ct);

    /// <summary>Answers a question. The caller saves.</summary>
    public void Record(FollowUp followUp, FollowUpAnswer answer, string? note, Actor by)
    {
        var now = clock.GetUtcNow();
        followUp.Record(
            answer, note is null ? null : cipher.Seal(SealKinds.FollowUpNote, followUp.Id, note.ReplaceLineEndings("\n")), by, PakistanTime.DayOf(now), now);
    }

    /// <summary>The words of a note; null where there is none.</summary>
    public string? Note(FollowUp followUp) =>
        followUp.SealedNote is { } note ? cipher.Open<string>(SealKinds.FollowUpNote, followUp.Id, note) : null;
}
