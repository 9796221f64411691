using Microsoft.EntityFrameworkCore.Storage;
using TipSom.Data;

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

    /// <summary>Undoes what the refused attempt did, in the database and in memory, and begins anew, so that the page can be shown as things stand.</summary>
    public async Task RefuseAsync(CancellationToken ct)
    {
        IsRefused = true;
        db.ChangeTracker.Clear();
        if (current is null)
            return;
        await current.RollbackAsync(ct);
        await current.DisposeAsync();
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
