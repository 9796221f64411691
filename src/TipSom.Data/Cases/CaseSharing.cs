using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;

namespace TipSom.Data.Cases;

/// <summary>Shares cases, writes notes on them and hands their lead over, sealing what is written in own words. The caller saves.</summary>
public sealed class CaseSharing(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Notes shown of one case: the latest.</summary>
    public const int MostNotes = 200;

    /// <summary>Units that may be asked to work together on a case, with their agencies. One statement.</summary>
    public async Task<IReadOnlyList<SharedWith>> UnitsAsync(Func<AgencyKind, bool> kinds, CancellationToken ct)
    {
        var fitting = Enum.GetValues<AgencyKind>().Where(kinds).ToList();
        return await (
                from u in db.Units.AsNoTracking()
                join a in db.Agencies.AsNoTracking() on u.AgencyId equals a.Id
                where a.IsActive && u.EndedAt == null && fitting.Contains(a.Kind) && u.Kind != UnitKind.NationalDesk && u.Kind != UnitKind.Shelter
                select new SharedWith(u, a, db.ProviderServices.Any(s => s.AgencyId == a.Id)))
            .ToListAsync(ct);
    }

    /// <summary>Shares a case, or asks a supervisor to.</summary>
    public CaseShare Share(Case @case, SharedWith with, ShareTerms terms, bool decides, Actor by)
    {
        var now = clock.GetUtcNow();
        var share = CaseShare.Share(
            @case, with, terms, (id, reason) => cipher.Seal(SealKinds.ShareReason, id, reason), decides, by, PakistanTime.DayOf(now), now);
        db.Add(share);
        return share;
    }

    /// <summary>Why a case is shared.</summary>
    public string ReasonOf(CaseShare share) => cipher.Open<string>(SealKinds.ShareReason, share.Id, share.SealedReason);

    /// <summary>Proposes to hand the lead over. The people of the case must be loaded.</summary>
    public LeadTransfer Propose(Case @case, SharedWith to, string reason, bool keepsReading, bool decides, Actor by)
    {
        var transfer = LeadTransfer.Propose(
            @case, to.Unit, to.Agency, reason, keepsReading, (id, text) => cipher.Seal(SealKinds.TransferReason, id, text), decides, by, clock.GetUtcNow());
        db.Add(transfer);
        return transfer;
    }

    /// <summary>
    /// Takes the lead, and lets the former holder read on where it asked to: the facts and the investigation, not who the people are. Saves, because
    /// the case is there for the new holder only once the database has moved it.
    /// </summary>
    public async Task AcceptAsync(LeadTransfer transfer, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        transfer.Accept(by, now);
        await db.SaveChangesAsync(ct);
        if (!transfer.KeepsReading)
            return;
        var former = await (
                from u in db.Units
                join a in db.Agencies on u.AgencyId equals a.Id
                where u.Id == transfer.FromUnitId
                select new SharedWith(u, a, db.ProviderServices.Any(s => s.AgencyId == a.Id)))
            .SingleAsync(ct);
        var terms = new ShareTerms(false, !former.GivesCare, false, ReasonOf(transfer), PakistanTime.DayOf(now).AddDays(CaseShare.UsualDays));
        Share(await db.Cases.SingleAsync(c => c.Id == transfer.CaseId, ct), former, terms, true, by);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Does not take the lead.</summary>
    public void Refuse(LeadTransfer transfer, string reason, Actor by) =>
        transfer.Refuse(reason, (id, text) => cipher.Seal(SealKinds.TransferAnswer, id, text), by, clock.GetUtcNow());

    /// <summary>Why the lead is handed over.</summary>
    public string ReasonOf(LeadTransfer transfer) => cipher.Open<string>(SealKinds.TransferReason, transfer.Id, transfer.SealedReason);

    /// <summary>Why it was refused; null where it was not.</summary>
    public string? AnswerOf(LeadTransfer transfer) =>
        transfer.SealedAnswer is { } answer ? cipher.Open<string>(SealKinds.TransferAnswer, transfer.Id, answer) : null;

    /// <summary>Writes a note to the others who see the case.</summary>
    public CaseNote Write(Case @case, string text, Actor by)
    {
        var note = CaseNote.Write(@case, text, (id, words) => cipher.Seal(SealKinds.CaseNote, id, words), by, clock.GetUtcNow());
        db.Add(note);
        return note;
    }

    /// <summary>The notes on a case, the oldest first.</summary>
    public async Task<IReadOnlyList<OpenedNote>> NotesAsync(Case @case, CancellationToken ct)
    {
        var rows = await (
                from n in db.CaseNotes.AsNoTracking()
                join u in db.Units on n.ActorUnitId equals u.Id
                join a in db.Agencies on u.AgencyId equals a.Id
                where n.CaseId == @case.Id
                orderby n.At descending, n.Id descending
                select new { Note = n, u.NameEn, u.NameUr, AgencyEn = a.NameEn, AgencyUr = a.NameUr })
            .Take(MostNotes).ToListAsync(ct);
        rows.Reverse();
        return
        [
            .. rows.Select(r => new OpenedNote(
                r.Note.At, r.Note.ActorName, $"{r.AgencyEn}: {r.NameEn}", $"{r.AgencyUr}: {r.NameUr}",
                cipher.Open<string>(SealKinds.CaseNote, r.Note.Id, r.Note.SealedText)) { Id = r.Note.Id })
        ];
    }
}

/// <summary>A note as its readers read it.</summary>
/// <param name="At">When.</param>
/// <param name="ActorName">Who.</param>
/// <param name="UnitEn">Agency and unit of that person, in English.</param>
/// <param name="UnitUr">Agency and unit of that person, in Urdu.</param>
/// <param name="Text">The words.</param>
public sealed record OpenedNote(DateTimeOffset At, string ActorName, string UnitEn, string UnitUr, string Text)
{
    /// <summary>Which note.</summary>
    public Guid Id { get; init; }

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(OpenedNote);
}
