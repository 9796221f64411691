using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Units;

/// <summary>Gives a unit other names or another duty telephone.</summary>
[RequirePermission(Permission.KeepUnits), StepUp]
public sealed class ChangeModel(TipSomDbContext db, KeptUnits units) : UnitPageModel(db, units)
{
    [BindProperty]
    public UnitInput Input { get; set; } = new();

    public void OnGet() => (Input.NameEn, Input.NameUr, Input.Phone) = (Unit.NameEn, Unit.NameUr, Unit.Phone);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Unit.Change(Input.NameEn!.Trim(), Input.NameUr!.Trim(), Input.Phone?.Trim());
        await Units.ChangeAsync(Unit, ct);
        return Done(UnitNotice.Changed);
    }
}
