using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Web.Filters;

namespace TipSom.Web.Pages.Agreements;

/// <summary>A page on one agreement: finds it, with its versions, before any handler runs.</summary>
public abstract class AgreementPageModel(TipSomDbContext db) : RecordPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public Agreement Agreement { get; private set; } = null!;

    protected TipSomDbContext Db => db;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await db.Agreements.Include(a => a.Versions.OrderBy(v => v.Version)).SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } found)
            return NotFound();
        Agreement = found;
        return null;
    }
}
