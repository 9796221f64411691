using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Imports;
using TipSom.Web.Filters;

namespace TipSom.Web.Pages.Imports;

/// <summary>A page on one import: finds it before any handler runs. One that row security hides is not there.</summary>
public abstract class ImportPageModel(TipSomDbContext db) : RecordPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public RegisterImport Import { get; private set; } = null!;

    protected TipSomDbContext Db => db;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await db.Imports.SingleOrDefaultAsync(i => i.Id == Id, ct) is not { } found)
            return NotFound();
        Import = found;
        return null;
    }
}
