using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Agencies;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Units;

/// <summary>Ends a unit where nobody is posted and nothing waits.</summary>
[RequirePermission(Permission.KeepUnits), StepUp]
public sealed class EndModel(TipSomDbContext db, KeptUnits units, TimeProvider clock) : UnitPageModel(db, units)
{
    public UnitUse Use { get; private set; } = new(0, 0, 0);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Use = await Units.UseAsync(Id, ct);
        return null;
    }

    public void OnGet()
    {
        // The unit was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Unit.End(Use, clock.GetUtcNow());
        await Units.EndAsync(Unit, ct);
        return Done(UnitNotice.Ended);
    }
}
