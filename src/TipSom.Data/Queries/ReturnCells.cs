using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Queries;

/// <summary>Saves the figures of returns: eighty cells are one statement, and not eighty.</summary>
public static class ReturnCells
{
    /// <summary>Saves what was changed, and the cells of the returns with it.</summary>
    public static async Task SaveReturnsAsync(this TipSomDbContext db, IReadOnlyList<Return> returns, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var entry in db.ChangeTracker.Entries<ReturnFigure>().ToList())
        {
            // Or the old value would come back with the state.
            entry.OriginalValues.SetValues(entry.CurrentValues);
            entry.State = EntityState.Unchanged;
        }

        await db.SaveChangesAsync(ct);
        var cells = returns.SelectMany(r => r.Cells).ToList();
        var (ids, codes, values) = (cells.Select(c => c.ReturnId).ToArray(), cells.Select(c => c.Cell.Code).ToArray(), cells.Select(c => c.Value).ToArray());
        if (cells.Count > 0)
            await db.Database.ExecuteSqlAsync($"""
                insert into statistics.return_figures (return_id, cell, value)
                select i, c, v from unnest({ids}, {codes}, {values}) as t (i, c, v)
                on conflict (return_id, cell) do update set value = excluded.value where return_figures.value is distinct from excluded.value
                """, ct);
    }
}
