using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Agencies;
using TipSom.Domain.Agencies;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Agencies;

/// <summary>A page on one agency: finds it before any handler runs.</summary>
public abstract class AgencyPageModel(TipSomDbContext db, KeptAgencies agencies) : RecordPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public Agency Agency { get; private set; } = null!;

    public BilingualName Name => new(Agency.NameEn, Agency.NameUr);

    public HeldByAgency Held { get; private set; } = new(0, 0, 0);

    protected KeptAgencies Agencies => agencies;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(g => g.Id == Id, ct) is not { } found)
            return NotFound();
        Agency = found;
        Held = await agencies.HeldByAsync(Id, ct);
        return null;
    }

    protected IActionResult Done(AgencyNotice notice) => LocalRedirect($"/admin/agencies?done={notice}");
}

/// <summary>What was done just now.</summary>
public enum AgencyNotice
{
    Added,
    Changed,
    Suspended,
    Resumed
}
