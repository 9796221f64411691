using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Domain.Care;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;

namespace TipSom.Data.Care;

/// <summary>Records care and reads what was recorded. Row security decides which entries there are: the sender has only its own.</summary>
public sealed class CareLog(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Entries of a page.</summary>
    public const int PageSize = 25;

    /// <summary>Seals the note and adds the entry. The caller saves.</summary>
    public async Task<CareEntry> RecordAsync(Referral referral, CareFacts facts, string? note, CareEntry? wrong, Actor by, CancellationToken ct)
    {
        var (id, now) = (Guid.CreateVersion7(), clock.GetUtcNow());
        var entry = CareEntry.Record(
            id, referral, facts, note is null ? null : cipher.Seal(SealKinds.CareNote, id, note.ReplaceLineEndings("\n")), by, PakistanTime.DayOf(now), now);
        if (wrong is not null)
            entry.Correcting(wrong, await db.CareEntries.AnyAsync(e => e.CorrectsId == wrong.Id, ct));
        db.Add(entry);
        return entry;
    }

    /// <summary>Entries the reader may read, the latest first, one more than <see cref="PageSize"/> where there is a next page.</summary>
    public async Task<IReadOnlyList<OpenedCareEntry>> ReadAsync(Referral referral, (DateTimeOffset At, Guid Id)? before, CancellationToken ct)
    {
        var entries = db.CareEntries.AsNoTracking().Where(e => e.ReferralId == referral.Id);
        if (before is { } last)
            entries = entries.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.At, e.Id), ValueTuple.Create(last.At, last.Id)));
        var rows = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(PageSize + 1)
            .Select(e => new
            {
                Entry = e,
                IsCorrected = db.CareEntries.Any(c => c.CorrectsId == e.Id),
                // An entry the reader may not see is not named either.
                Corrects = db.CareEntries.Where(c => c.Id == e.CorrectsId).Select(c => (DateOnly?)c.Day).FirstOrDefault()
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r => new OpenedCareEntry(
                r.Entry.Id, r.Entry.Day, r.Entry.Service, r.Entry.Hours, r.Entry.Times, r.Entry.Visibility,
                r.Entry.SealedNote is { } sealedNote ? cipher.Open<string>(SealKinds.CareNote, r.Entry.Id, sealedNote) : null,
                r.Entry.ActorName, r.Entry.At, r.IsCorrected, r.Corrects))
        ];
    }
}

/// <summary>An entry of care as its readers read it.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Day">The day the care was given.</param>
/// <param name="Service">What was given.</param>
/// <param name="Hours">How many hours, where that is counted.</param>
/// <param name="Times">How many times, where that is counted.</param>
/// <param name="Visibility">Who reads it.</param>
/// <param name="Note">The note.</param>
/// <param name="ActorName">Who wrote it.</param>
/// <param name="At">When it was written.</param>
/// <param name="IsCorrected">Whether a later entry puts it right.</param>
/// <param name="CorrectsDay">The day of the entry it puts right.</param>
public sealed record OpenedCareEntry(
    Guid Id, DateOnly Day, Domain.Services.ServiceType Service, decimal? Hours, int? Times, CareVisibility Visibility, string? Note,
    string ActorName, DateTimeOffset At, bool IsCorrected, DateOnly? CorrectsDay)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(OpenedCareEntry);
}
