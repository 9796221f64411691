using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Drafts;

namespace TipSom.Data.Drafts;

/// <summary>
/// Keeps, finds and ends the drafts of whoever asks. Written past the change tracker: what a page has loaded and touched must not be
/// saved along with a draft.
/// </summary>
public sealed class DraftStore(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Drafts listed in "My work": the latest.</summary>
    public const int MostShown = 25;

    /// <summary>The draft of a page, if one is kept.</summary>
    public async Task<Draft?> FindAsync(Guid user, string page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Drafts.AsNoTracking()
            .SingleOrDefaultAsync(d => d.UserId == user && d.Page == page && d.EndedAt == null && d.ExpiresAt > now, ct);
    }

    /// <summary>The drafts somebody may go on with, the latest first.</summary>
    public async Task<IReadOnlyList<DraftRow>> ListAsync(Guid user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Drafts.AsNoTracking().Where(d => d.UserId == user && d.EndedAt == null && d.ExpiresAt > now)
            .OrderByDescending(d => d.SavedAt).Take(MostShown)
            .Select(d => new DraftRow(d.Page, d.Title, d.Number, d.SavedAt, d.ExpiresAt)).ToListAsync(ct);
    }

    /// <summary>What was typed: name and value of each field, as a form posts them.</summary>
    public IReadOnlyList<string[]> Open(Draft draft) => cipher.Open<string[][]>(SealKinds.Draft, draft.Id, draft.SealedContent);

    /// <summary>Keeps what was typed, unless there is a reason not to.</summary>
    public async Task<SavedDraft> SaveAsync(TypedForm typed, CancellationToken ct)
    {
        if (JsonSerializer.SerializeToUtf8Bytes(typed.Fields).Length > Draft.MaxBytes)
            return new SavedDraft(null, DraftOutcome.TooLong);
        // Two windows on the same page wait for each other here.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"draft|{typed.UserId:D}|{typed.Page}"}, 0))", ct);
        var now = clock.GetUtcNow();
        var draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.UserId == typed.UserId && d.Page == typed.Page, ct);
        if (draft is null && await db.Drafts.CountAsync(d => d.UserId == typed.UserId && d.EndedAt == null, ct) >= Draft.MostKept)
            return new SavedDraft(null, DraftOutcome.TooMany);
        draft ??= new Draft(typed.UserId, typed.Page, typed.Number);
        if (draft.IsNewerThan(typed.FormKey, typed.BasedOn, now))
            return new SavedDraft(draft, DraftOutcome.NewerElsewhere);
        draft.Save(typed.Title, cipher.Seal(SealKinds.Draft, draft.Id, typed.Fields), typed.FormKey, typed.BasedOn, now);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into casework.drafts (id, user_id, page, title, number, form_key, sealed_content, saved_at, expires_at)
            values ({draft.Id}, {draft.UserId}, {draft.Page}, {draft.Title}, {draft.Number}, {draft.FormKey}, {draft.SealedContent}, {draft.SavedAt}, {draft.ExpiresAt})
            on conflict (user_id, page) do update set title = excluded.title, form_key = excluded.form_key, sealed_content = excluded.sealed_content,
                saved_at = excluded.saved_at, expires_at = excluded.expires_at, ended_at = null
            """,
            ct);
        return new SavedDraft(draft, DraftOutcome.Kept);
    }

    /// <summary>Saves what a form in a browser sent, unless that very form was carried out before: then null. An act under way is waited for.</summary>
    public async Task<SavedDraft?> SaveUnlessDoneAsync(TypedForm typed, CancellationToken ct)
    {
        // The same lock as the act's own (see the filter that does each form once).
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({BitConverter.ToInt64(typed.FormKey.ToByteArray(), 8)})", ct);
        return await db.IdempotencyKeys.AnyAsync(k => k.Key == typed.FormKey, ct) ? null : await SaveAsync(typed, ct);
    }

    /// <summary>Notes that a form was carried out and ends the draft of its page, in one statement: every act pays for it.</summary>
    public Task EndWithAsync(IdempotencyKey done, string page, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        with ended as (
            update casework.drafts set sealed_content = '', ended_at = {done.At} where user_id = {done.UserId} and page = {page} and ended_at is null)
        insert into casework.idempotency_keys (key, user_id, request_hash, result_url, at)
        values ({done.Key}, {done.UserId}, {done.RequestHash}, {done.ResultUrl}, {done.At})
        """,
        ct);

    /// <summary>Ends the draft of a page and overwrites what was typed.</summary>
    public Task EndAsync(Guid user, string page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Database.ExecuteSqlAsync(
            $"update casework.drafts set sealed_content = '', ended_at = {now} where user_id = {user} and page = {page} and ended_at is null", ct);
    }
}

/// <summary>A form as it stands on somebody's screen.</summary>
/// <param name="UserId">Whose screen.</param>
/// <param name="Page">Local address of the page.</param>
/// <param name="Title">What the form is called.</param>
/// <param name="Number">Number of the case or referral, if any.</param>
/// <param name="FormKey">The key of the rendered form.</param>
/// <param name="BasedOn">The version of the draft it was filled from or saved last; 0 where it knew none.</param>
/// <param name="Fields">Name and value of each field.</param>
public sealed record TypedForm(
    Guid UserId, string Page, string Title, string? Number, Guid FormKey, long BasedOn, IReadOnlyList<string[]> Fields)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(TypedForm);
}

/// <summary>What became of what was typed.</summary>
public enum DraftOutcome
{
    /// <summary>It is the draft now.</summary>
    Kept,

    /// <summary>Another form saved this page's draft in the meantime.</summary>
    NewerElsewhere,

    /// <summary>More than <see cref="Draft.MaxBytes"/>.</summary>
    TooLong,

    /// <summary>The person has <see cref="Draft.MostKept"/> drafts.</summary>
    TooMany
}

/// <summary>The draft as it is now, if there is one, and what became of what was typed.</summary>
public sealed record SavedDraft(Draft? Draft, DraftOutcome Outcome);

/// <summary>A line of "My work".</summary>
public sealed record DraftRow(string Page, string Title, string? Number, DateTimeOffset SavedAt, DateTimeOffset ExpiresAt);
