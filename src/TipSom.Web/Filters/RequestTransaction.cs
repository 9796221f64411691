using Microsoft.EntityFrameworkCore.Storage;
using TipSom.Data;
using TipSom.Data.RowSecurity;

namespace TipSom.Web.Filters;

/// <summary>The one transaction of a request, and whether what it holds shall stay.</summary>
public sealed class RequestTransaction(TipSomDbContext db)
{
    private IDbContextTransaction? current;

    /// <summary>Whether this request was refused, so that nothing of it stays.</summary>
    public bool IsRefused { get; set; }

    public async Task BeginAsync(CancellationToken ct)
    {
        // EF would set a savepoint round every save; here a refusal undoes the whole request, so nobody needs them.
        db.Database.AutoSavepointsEnabled = false;
        current = await db.Database.BeginTransactionAsync(ct);
    }

    /// <summary>
    /// Undoes what the refused attempt did, in the database and in memory, keeps a note of it, and begins anew, so that the page can be shown
    /// as things stand.
    /// </summary>
    public async Task RefuseAsync(string page, CancellationToken ct)
    {
        IsRefused = true;
        db.ChangeTracker.Clear();
        if (current is null)
            return;
        await current.RollbackAsync(ct);
        await current.DisposeAsync();
        await using (var noted = await db.Database.BeginTransactionAsync(ct))
        {
            await AuditNotes.InRequestAsync(db, AuditNotes.RefusedByRule, "pages", null, page, ct);
            await noted.CommitAsync(ct);
        }

        current = await db.Database.BeginTransactionAsync(ct);
    }

    /// <summary>Ends it once: commits, or rolls back what was refused.</summary>
    public async Task EndAsync()
    {
        if (current is not { } transaction)
            return;
        current = null;
        if (IsRefused)
            await transaction.RollbackAsync();
        else
            await transaction.CommitAsync();
        await transaction.DisposeAsync();
    }
}
