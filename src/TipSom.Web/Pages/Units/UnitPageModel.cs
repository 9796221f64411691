using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Agencies;
using TipSom.Domain.Agencies;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Units;

/// <summary>A page on one unit: finds it before any handler runs. One that who asks does not keep is not there.</summary>
public abstract class UnitPageModel(TipSomDbContext db, KeptUnits units) : RecordPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public Unit Unit { get; private set; } = null!;

    public BilingualName Name => new(Unit.NameEn, Unit.NameUr);

    protected KeptUnits Units => units;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Id && KeptUnits.Keeps(u.Id), ct) is not { } found)
            return NotFound();
        Unit = found;
        return null;
    }

    protected IActionResult Done(UnitNotice notice) => LocalRedirect($"/admin/units?done={notice}");
}

/// <summary>What was done just now.</summary>
public enum UnitNotice
{
    Added,
    Changed,
    Ended
}
